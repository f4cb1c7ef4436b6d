import { describe, expect, it } from "vitest";
import { recordsOf } from "#platform/files/csv-reader.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, invalid, ok } from "#platform/kernel/result.ts";
import { columnTable, rowReader } from "#platform/tables/column-table.ts";
import { matchColumns, tidyHeader } from "#platform/tables/columns.ts";
import type { Problem } from "#platform/tables/import.ts";
import { COLUMNS, type ImportedRow, readRow, repeated } from "./activity-import.rules.ts";

const TODAY = plainDate("2026-11-22");
const HEAD = "年度,種類,回数,参加者数";
const SPEC = { columns: COLUMNS, read: readRow, repeated } as const;
const TABLE = columnTable(SPEC as never);

/** What the shared mechanism makes of a table by the rules of activities. */
function readText(text: string, host: string) {
  const [first, ...records] = recordsOf(text);
  const header = tidyHeader(first!.cells);
  const choices = host.trim() === "" ? {} : { forAll: { host } };
  const mapping = matchColumns(header, COLUMNS);
  const gaps = TABLE.gaps({ mapping, choices }, header);
  if (Object.keys(gaps).length > 0) return invalid(gaps);
  const { read } = rowReader(SPEC as never, { header, mapping, choices });
  const rows: ImportedRow[] = [];
  const problems: { line: number; column: string | null; value: string; sentence: string }[] = [];
  let passedOver = 0;
  for (const record of records) {
    const found = read(record, TODAY as never);
    if (found === "skipped") passedOver += 1;
    else if (Array.isArray(found))
      for (const { column, value, mend } of found as Problem[])
        problems.push({ line: record.line, column: column || null, value, sentence: mend });
    else rows.push(found as unknown as ImportedRow);
  }
  const unread = header.filter((_, at) => mapping[at]!.role === "ignore");
  return ok({ rows, problems, passedOver, unread });
}
const readOf = (head: string, lines: readonly string[], host = "市保健所") =>
  readText([head, ...lines].join("\n"), host);
const read = (...lines: string[]) => expectOk(readOf(HEAD, lines));

describe("past years by CSV", () => {
  it("reads the yearly table as it was printed, marks of the counts and all", () => {
    const { rows, passedOver } = read(
      "2004,研修会,―,",
      "平成２１年度,研修会,1回,24名",
      '2009,普及啓発,14,"１，８７５"',
      "2009,mental_health_support,14,330",
    );
    expect(passedOver).toBe(1);
    expect(
      rows.map(({ activity }) => [activity.kind, activity.from, activity.sessions, activity.participants]),
    ).toEqual([
      ["training", "2009-04-01", 1, 24],
      ["awareness", "2009-04-01", 14, 1875],
      ["mental_health_support", "2009-04-01", 14, 330],
    ]);
    expect(rows.every(({ activity }) => activity.isTotal && activity.to === "2010-03-31")).toBe(true);
  });

  it.each([
    ["no era", "X21,研修会,1,24", "年度", "X21", "年度を入力してください（例 2009、平成21、H21）。"],
    ["no year", ",研修会,1,24", "年度", "", "年度（例 2009）か日付（例 2009-06-12）を入力してください。"],
    ["an unknown kind", "2009,宴会,1,24", "種類", "宴会", "種類がわかりません（例 研修会）。"],
    ["a word for a number", "2009,研修会,二,24", "回数", "二", "回数は数で入力してください（例 24）。"],
    ["fewer than none", "2009,研修会,1,−3", "参加者数", "−3", "参加者数は0以上の数で入力してください。"],
    ["half a person", "2009,研修会,1,2.5", "参加者数", "2.5", "参加者数は整数で入力してください。"],
    ["people without a session", "2009,研修会,0,24", "回数", "0", "参加者がいるのに回数が0になっています。"],
    [
      "a comma too many",
      "2009,研修会,1,1,875",
      null,
      "",
      "列が多すぎます（見出しは4列、この行は5列）。「1,875」のような数は、コンマを取るか引用符で囲んでください。",
    ],
    [
      "a line cut off",
      "2009,研修",
      null,
      "",
      "列が足りません（見出しは4列、この行は2列）。行が途中で切れていないか確認してください。",
    ],
    [
      "a letter cut off",
      "2009,研修会,1,2\uFFFD",
      null,
      "",
      "読めない文字があります。ファイルが途中で切れていないか確認してください。",
    ],
    [
      "the same total again",
      "2008,研修会,2,9",
      null,
      "",
      "2行目と年度・種類・主催が同じです。1行にまとめてください。",
    ],
  ])("names line, column and mend of %s", (_what, line, column, value, sentence) => {
    const { rows, problems } = read("2008,研修会,3,50", line);
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([{ line: 3, column, value, sentence }]);
  });

  it.each([
    ["2009-02-31", "", "日付"],
    ["2009/2/31", "", "日付"],
    ["2009-06-12", "2009-06-31", "終了日"],
    ["2009-06-12", "2009-06-11", "終了日"],
  ])("refuses %s to %s", (from, to, column) => {
    const { problems } = expectOk(readOf("日付,終了日,種類,回数", [`${from},${to},研修会,1`]));
    expect(problems.map((problem) => [problem.line, problem.column])).toEqual([[2, column]]);
  });

  it("passes a sum over, reads people who were counted twice, and tells a day that Excel made a number", () => {
    const { rows, passedOver } = read("2009,研修会,1,延べ120人", "合計,研修会,3,300", "2009,合　計,3,300");
    expect(rows.map(({ activity }) => activity.participants)).toEqual([120]);
    expect(passedOver).toBe(2);
    const { problems } = expectOk(readOf("日付,種類,回数", ["39976,研修会,1"]));
    expect(problems.map(({ column, sentence }) => [column, sentence])).toEqual([
      [
        "日付",
        "Excelで日付が番号に変わったもののようです（2009-06-12）。日付で入力してください（例 2009-06-12）。",
      ],
    ]);
  });

  it("takes days as offices write them, and the same row as the same", () => {
    const dated = (day: string) =>
      expectOk(readOf("日付,終了日,種類,名称,回数", [`${day},２００９/６/１３,研修会,心の健康,１`])).rows[0]!;
    expect(dated("2009/6/12").activity).toMatchObject({
      from: "2009-06-12",
      to: "2009-06-13",
      isTotal: false,
      sessions: 1,
    });
    expect(
      new Set(["2009/6/12", "2009年6月12日", "2009-06-12", "H21.6.12"].map((day) => dated(day).key)).size,
    ).toBe(1);
  });

  it("names the one wrong line of 50,000", () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `2009-06-12,研修会,第${index}回,1`);
    lines[39_998] = "2009-02-31,研修会,第39998回,1";
    const { rows, problems } = expectOk(readOf("日付,種類,名称,回数", lines));
    expect(rows).toHaveLength(49_999);
    expect(problems).toMatchObject([{ line: 40_000, column: "日付", value: "2009-02-31" }]);
  });

  it("names the line of the file, behind cells of several lines and empty lines", () => {
    const text = '年度,種類,回数,結果\n2008,研修会,1,"よく\nできた"\n\n2009,宴会,1,\n';
    const { problems } = expectOk(readText(text, "市"));
    expect(problems).toMatchObject([{ line: 5, column: "種類" }]);
  });

  it.each([
    ["種類,回数", "column-0", "見出しに「年度」か「日付」がありません。"],
    ["年度,回数", "column-0", "「種類」がありません。"],
    ["年度,種類,備考", "column-0", "「回数」か「参加者数」がありません。"],
    ["年度,種類,区分,回数", "column-2", "「種類」と「区分」は同じ意味の列です。"],
  ])("says of the heads %s what is missing", (head, field, sentence) => {
    const refused = readOf(head, [head]);
    expect(refused).toMatchObject({ error: { fields: { [field]: [expect.stringContaining(sentence)] } } });
  });

  it("asks who held it where nobody says so, and tells which columns it does not read", () => {
    expect(readOf(HEAD, ["2009,研修会,1,24"], " ")).toMatchObject({
      error: { fields: { host: [expect.stringContaining("「主催」")] } },
    });
    const read = expectOk(readOf("年度,種類,参加者数（人）,備考", ["2009,研修会,24,よい"]));
    expect(read.unread).toEqual(["備考"]);
    expect(read.rows[0]!.activity.participants).toBe(24);
  });
});
