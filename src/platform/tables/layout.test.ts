import { describe, expect, it } from "vitest";
import { Bands } from "./bands.ts";
import { tableAt, tablesOf } from "./layout.ts";

const KNOWN = new Set(["年度", "地域", "人口", "出生数", "総数", "男", "女"]);
const knows = (name: string) => KNOWN.has(name);

/** Lines as CSV, ／ between them for short. */
function bandsOf(text: string) {
  const bands = new Bands();
  for (const [index, line] of text.split("\n").entries())
    bands.see({ line: index + 1, cells: line.split(",") });
  return bands.found;
}
const found = (text: string) =>
  tablesOf(bandsOf(text), knows).map(({ header: { names, bodyLine, titles }, last, columns }) => ({
    names: names.join("|"),
    bodyLine,
    last,
    columns,
    titles,
  }));

describe("the tables of a sheet", () => {
  it("is one where blank lines stand in its rows and notes below it", () => {
    expect(found("第1表\n\n年度,地域,人口\n2021,出雲市,3\n,,\n2021,浜田市,4\n\n注）速報値")).toEqual([
      { names: "年度|地域|人口", bodyLine: 4, last: null, columns: null, titles: ["第1表"] },
    ]);
  });

  it("are several where each has a header of its own, and a title belongs to what stands below it", () => {
    const text = "年度,地域,人口\n2021,出雲市,3\n注）暫定\n\n第2表\n\n年度,地域,出生数\n2021,出雲市,1\n";
    expect(found(text)).toEqual([
      { names: "年度|地域|人口", bodyLine: 2, last: 3, columns: null, titles: [] },
      { names: "年度|地域|出生数", bodyLine: 8, last: null, columns: null, titles: ["第2表"] },
    ]);
  });

  it("may stand beside one another, parted by a blank column", () => {
    expect(found("男,,,女,\n地域,人口,,地域,人口\n出雲市,1,,浜田市,2\n松江市,3,,江津市,4")).toEqual([
      { names: "地域|人口", bodyLine: 3, last: null, columns: [0, 2], titles: ["男"] },
      { names: "地域|人口", bodyLine: 3, last: null, columns: [3, 2], titles: ["女"] },
    ]);
  });

  it("is one where a blank column only makes room", () => {
    expect(found("年度,地域,,人口,出生数\n2021,出雲市,,3,1")).toMatchObject([{ columns: null, bodyLine: 2 }]);
  });

  it("begins where names are known, whatever particulars stand above it", () => {
    expect(found("統計名：,国勢調査\n***,数値がない\n-,皆無\n\n地域,人口\n出雲市,3")).toMatchObject([
      { names: "地域|人口", bodyLine: 6 },
    ]);
  });

  it("has the header that somebody chose", () => {
    const tables = tablesOf(bandsOf("甲,乙\nい,ろ\n出雲市,3"), knows);
    expect(tableAt(tables, { header: [2, 2] }, knows)).toMatchObject({
      header: { names: ["い", "ろ"], from: 2, to: 2, bodyLine: 3 },
    });
    expect(tableAt(tables, { table: 2 }, knows)).toBeUndefined();
  });
});
