import { expect, it } from "vitest";
import { courseOf } from "./measure-course.present.ts";

const series = (values: readonly number[], from = 2015) => ({
  name: "相談件数",
  unit: "件",
  values: values.map((value, index) => ({ fiscalYear: from + index, value })),
});
const TEN = [41, 44, 42, 46, 45, 58, 61, 66, 68, 74];
const textsOf = (...given: Parameters<typeof courseOf>) =>
  courseOf(...given).flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

it("sets the source's consultations beside joint activities, and judges nothing by four years", () => {
  const source = series([498, 527, 518, 561], 2006);
  const joint = [{ fiscalYear: 2007, sessions: 13 }];
  const table = courseOf(source, joint, 2008).find(({ kind }) => kind === "table");
  const rows = table?.kind === "table" ? table.rows.map((row) => row.map(({ text }) => text)) : [];
  expect(rows).toEqual([
    ["2006年度", "498件", "―"],
    ["2007年度", "527件", "13回"],
    ["2008年度", "518件", "―"],
    ["2009年度", "561件", "―"],
  ]);
  expect(textsOf(source, joint, 2008)).toEqual([
    expect.stringContaining("8年分以上の値が必要です（現在4年分）"),
  ]);
});

it("tells the change since a year from eight years on, and what it does not prove", () => {
  const [change, caution, narrow] = textsOf(series(TEN), [], 2020);
  expect(change).toContain(
    "水準は＋11件（95％区間 6.8〜15.2）、1年あたりの増え方は＋2.9件（95％区間 1.5〜4.3）",
  );
  expect(caution).toContain("取組が原因とはいえません");
  expect(narrow).toContain("独立でない");
});

it("asks for the year, and for years on both sides of it", () => {
  expect(textsOf(series(TEN), [], null)).toEqual([expect.stringContaining("始めた年度を選ぶ")]);
  expect(textsOf(series(TEN), [], 2016)).toEqual([expect.stringContaining("それぞれ3年分以上")]);
});
