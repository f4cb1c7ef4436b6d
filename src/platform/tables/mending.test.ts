import { describe, expect, it } from "vitest";
import { recordsOf } from "#platform/files/csv-reader.ts";
import { mendedCells, mendedRow, mendingField, rowText, typedRows } from "./mending.ts";

const HEADER = ["年度", "地域", "人口"];
const rejected = (cells: readonly string[]) => ({ line: 12, cells, problems: [] });
const split = (text: string) => recordsOf(text)[0]?.cells;
const typed = (form: Record<string, unknown>) => typedRows(form).get(12)!;

describe("mending a bad row on its page", () => {
  it("offers the cell of a problem, and the whole row where the problem names no column", () => {
    const row = rejected(["2021", "出雲市", "17O000"]);
    expect(mendingField(row, "人口", HEADER)).toEqual({ field: "cell-12-2", value: "17O000" });
    expect(mendingField(rejected(["2021", "出雲市", "1", "234"]), "", HEADER)).toEqual({
      field: "row-12",
      value: "2021,出雲市,1,234",
    });
  });

  it("offers nothing for a row that has swallowed others, since those would be lost", () => {
    const row = rejected(["2021", "出雲市", "1\n2021,浜田市,2"]);
    expect(mendingField(row, "人口", HEADER)).toBeUndefined();
    expect(mendingField(row, "", HEADER)).toBeUndefined();
  });

  it("takes what was typed, and nothing where nothing was changed", () => {
    const cells = ["2021", "出雲市", "17O000"];
    expect(mendedRow(cells, typed({ "cell-12-2": "170000" }), 3, split)).toEqual([
      "2021",
      "出雲市",
      "170000",
    ]);
    expect(
      mendedRow(cells, typed({ "cell-12-2": "17O000", "row-12": rowText(cells) }), 3, split),
    ).toBeUndefined();
    expect(mendedRow(cells, typed({ "cell-12-9": "1" }), 3, split)).toBeUndefined();
    expect(mendedRow(["2021"], typed({ "cell-12-2": "5" }), 3, split)).toEqual(["2021", "", "5"]);
  });

  it("reads a whole row as a line of the file", () => {
    const cells = ["2021", "出雲市", "1", "234"];
    expect(mendedRow(cells, typed({ "row-12": '2021,出雲市,"1,234"' }), 3, split)).toEqual([
      "2021",
      "出雲市",
      "1,234",
    ]);
  });

  it("tells what was mended, cell by cell", () => {
    const mended = [{ line: 12, was: ["2021", "出雲市", "1", "234"], cells: ["2021", "出雲市", "1234"] }];
    expect(mendedCells(HEADER, mended).map(({ column, was, now }) => [column, was, now])).toEqual([
      ["人口", "1", "1234"],
      ["", "234", ""],
    ]);
  });
});
