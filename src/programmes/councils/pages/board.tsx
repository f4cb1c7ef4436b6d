import { requestOf } from "#foundation/identity/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { BOARD_LIST } from "../maturity/board.present.ts";
import { nationalStatus, readBoard } from "../maturity/board.usecases.server.ts";
import { presentMap } from "../maturity/board-map.present.ts";
import { BOARD } from "../messages.ts";
import type { Route } from "./+types/board";

/** What the board tells is in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const board = shown(await readBoard(app, actor, { list: readList(BOARD_LIST, url.searchParams) }));
  return {
    ...board.page,
    prefectures: board.prefectures.map(({ id, name }) => ({ value: id as string, label: name })),
    year: showFiscalYearJa(board.year),
    areas: board.areas,
    councils: board.councils,
    met: board.met,
    map: presentMap(board),
    national: nationalStatus().map((one) => BOARD.national(one)),
  };
}

export default function Board({ loaderData }: Route.ComponentProps) {
  const { prefectures, year, national, areas, councils, met, map } = loaderData;
  return (
    <>
      <PageHead
        title={BOARD.title}
        lead={`${year}。${areas.toLocaleString("ja-JP")}地域のうち、結に登録された協議会 ${councils}、今年度に開いた地域 ${met}。`}
      />
      <p className="max-w-3xl">
        厚生労働省の調べ: {national.join("、")}
        。「登録なし」は結に未登録の意味で、協議会がないことを示すものではありません。
      </p>
      <ListFilter fields={BOARD_LIST.fields} options={{ prefecture: prefectures }} />
      {map ? <ChartFigure {...map} level={2} legend={BOARD.mapLegend} source={BOARD.mapSource} /> : null}
      <ListTable
        {...loaderData}
        caption="協議会の状況"
        columns={BOARD_LIST.columns}
        rowKey={(row) => row.area.slug}
        show={{
          name: (row) => <TextLink to={`/areas/${row.area.slug}`}>{row.area.name}</TextLink>,
          council: ({ line }) =>
            line === null ? (
              <span className="text-solid-gray-700">登録なし</span>
            ) : line.hasCouncil ? (
              "あり"
            ) : (
              "なし"
            ),
          over: (row) => <span className="inline-block min-w-48">{row.over}</span>,
        }}
        fields={BOARD_LIST.fields}
        files="/councils"
        empty={<Empty title={BOARD.none}>{BOARD.noneHint}</Empty>}
      />
    </>
  );
}
