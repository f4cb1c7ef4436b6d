import { Form } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { ChoiceField, SelectField } from "#ui/field.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { nationalStatus, readBoard } from "../board/usecases.server.ts";
import { BOARD, LEVEL_SHORT } from "../messages.ts";
import type { Route } from "./+types/board";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const query = new URL(request.url).searchParams;
  const kind =
    query.get("kind") === "prefecture" ? ("prefecture" as const) : ("secondary_medical_area" as const);
  const prefecture = (query.get("prefecture") || undefined) as AreaId | undefined;
  const board = shown(await readBoard(app, actor, { kind, prefecture }));
  const all = shown(await readBoard(app, actor, { kind: "prefecture" }));
  const line = ({ area, prefecture: home, line: held }: (typeof board.rows)[number]) => ({
    slug: area.slug,
    name: area.name,
    prefecture: home,
    council: held === null ? "" : held.hasCouncil ? "あり" : "なし",
    meetings: held?.meetings ?? null,
    lastMet: held?.lastMetOn ? showDateJa(held.lastMetOn) : "",
    maturity: LEVEL_SHORT[held?.maturity ?? "0"] ?? "―",
  });
  return {
    kind,
    prefecture: prefecture ?? "",
    prefectures: all.rows.map(({ area }) => ({ value: area.id as string, label: area.name })),
    year: showFiscalYearJa(board.year),
    // What is known comes first; the rest in the order of the codes.
    rows: [...board.others, ...board.rows]
      .sort((a, b) => Number(b.line !== null) - Number(a.line !== null))
      .map(line),
    national: nationalStatus().map((one) => BOARD.national(one)),
  };
}

export default function Board({ loaderData }: Route.ComponentProps) {
  const { kind, prefecture, prefectures, year, rows, national } = loaderData;
  const held = rows.filter((row) => row.council === "あり").length;
  const met = rows.filter((row) => (row.meetings ?? 0) > 0).length;
  return (
    <>
      <PageHead
        title="全国の協議会"
        lead={`${year}。${rows.length.toLocaleString("ja-JP")}地域のうち、結に登録された協議会 ${held}、今年度に開いた地域 ${met}。`}
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
    </>
  );
}
