import { Form } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { ChoiceField, SelectField } from "#ui/field.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { NextPage, Table } from "#ui/table.tsx";
import { presentMap } from "../maturity/board.present.ts";
import { nationalStatus, readBoard } from "../maturity/board.usecases.server.ts";
import { BOARD, LEVEL_SHORT } from "../messages.ts";
import type { Route } from "./+types/board";

/** What the board tells is in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const query = new URL(request.url).searchParams;
  const kind =
    query.get("kind") === "prefecture" ? ("prefecture" as const) : ("secondary_medical_area" as const);
  const prefecture = query.get("prefecture") || undefined;
  const after = Number(query.get("after")) || undefined;
  const board = shown(await readBoard(app, actor, { kind, prefecture, after }));
  return {
    kind,
    prefecture: prefecture ?? "",
    prefectures: board.prefectures.map(({ id, name }) => ({ value: id as string, label: name })),
    year: showFiscalYearJa(board.year),
    areas: board.areas,
    councils: board.councils,
    met: board.met,
    after: board.after === undefined ? undefined : String(board.after),
    map: presentMap(board),
    rows: board.rows.map(({ area, prefecture: home, line, over }) => ({
      slug: area.slug,
      name: area.name,
      prefecture: home,
      over,
      council: line === null ? "" : line.hasCouncil ? "あり" : "なし",
      meetings: line?.meetings ?? null,
      lastMet: line?.lastMetOn ? showDateJa(line.lastMetOn) : "",
      maturity: LEVEL_SHORT[line?.maturity ?? "0"] ?? "―",
    })),
    national: nationalStatus().map((one) => BOARD.national(one)),
  };
}

export default function Board({ loaderData }: Route.ComponentProps) {
  const { kind, prefecture, prefectures, year, rows, national, areas, councils, met, after, map } =
    loaderData;
  return (
    <>
      <PageHead
        title="全国の協議会"
        lead={`${year}。${areas.toLocaleString("ja-JP")}地域のうち、結に登録された協議会 ${councils}、今年度に開いた地域 ${met}。`}
      />
      <p className="max-w-3xl">
        厚生労働省の調べ: {national.join("、")}
        。登録のない地域は「まだわからない」という意味で、「なし」ではありません。
      </p>
      <Form className="no-print flex flex-wrap items-end gap-x-6">
        <ChoiceField
          label="地域の種類"
          name="kind"
          type="radio"
          chosen={[kind]}
          options={[
            { value: "secondary_medical_area", label: "二次医療圏" },
            { value: "prefecture", label: "都道府県" },
          ]}
        />
        <SelectField
          label="都道府県"
          name="prefecture"
          optional
          empty="すべて"
          options={prefectures}
          defaultValue={prefecture}
        />
        <div className="my-5">
          <Button>絞り込む</Button>
        </div>
      </Form>
      {areas === 0 ? <Empty title={BOARD.none}>{BOARD.noneHint}</Empty> : null}
      {areas > 0 && map ? (
        <ChartFigure {...map} level={2} legend={BOARD.mapLegend} source={BOARD.mapSource} />
      ) : null}
      {areas > 0 ? (
        <Table
          caption="協議会の状況"
          hideCaption
          rows={rows}
          rowKey={(row) => row.slug}
          columns={[
            { key: "prefecture", head: "都道府県", cell: (row) => row.prefecture },
            {
              key: "name",
              head: "地域",
              cell: (row) => <TextLink to={`/areas/${row.slug}`}>{row.name}</TextLink>,
            },
            {
              key: "council",
              head: "協議会",
              cell: (row) => row.council || <span className="text-solid-gray-700">登録なし</span>,
            },
            {
              key: "over",
              head: "上の協議会",
              cell: (row) => <span className="inline-block min-w-48">{row.over}</span>,
            },
            {
              key: "meetings",
              head: "今年度の会議",
              unit: "回",
              align: "right",
              cell: (row) => row.meetings ?? "",
            },
            { key: "last", head: "最後に開いた日", cell: (row) => row.lastMet },
            { key: "maturity", head: "成熟度", cell: (row) => row.maturity },
          ]}
        />
      ) : null}
      <NextPage after={after} />
    </>
  );
}
