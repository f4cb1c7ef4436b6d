import { expect, it } from "vitest";
import { recordsOf } from "#platform/files/csv-reader.ts";
import { figureCsv, townCounts, UNREAD } from "./figure.testing.ts";
import { readFigureSheet } from "./figure-sheet.rules.ts";

const linesOf = (text: string) => {
  const lines: (readonly string[])[] = [];
  for (const { line, cells } of recordsOf(text)) lines[line - 1] = cells;
  return Array.from(lines, (cells) => cells ?? []);
};
const read = (text: string) => readFigureSheet(linesOf(text));
const town = { code: "32202", counts: townCounts(12, ["50s", "employed"]) };

it("reads a sheet of 74 columns, keeps blank as hidden and none as none", () => {
  const rows = read(figureCsv([town]));
  expect(rows).toMatchObject({
    ok: true,
    value: [{ town: "32202", counts: { total: 12, "50s": null, "40s": 12 } }],
  });
  expect(rows.ok && rows.value[0]!.counts["20s"]).toBe(0);
});

it("looks at no column of places, ways, days and hours, whatever stands there", () => {
  const text = figureCsv([town]);
  expect(text).toContain(UNREAD);
  expect(JSON.stringify(read(text))).not.toContain(UNREAD);
});

it("gives a number back the zero that it lost, and knows codes with their check digit", () => {
  const short = figureCsv([{ ...town, code: "01202" }]);
  expect(short).toContain(",1202,");
  expect(read(short)).toMatchObject({ value: [{ town: "01202" }] });
  const long = figureCsv([
    { ...town, code: "322024" },
    { ...town, code: "012025" },
    { ...town, code: "999999" },
  ]);
  expect(read(long)).toMatchObject({ value: [{ town: "32202" }, { town: "01202" }] });
});

it("refuses another width, other heads, what is no number, and parts of more than the whole", () => {
  expect(read(figureCsv([town], { width: 73 }))).toMatchObject({
    ok: false,
    error: expect.stringContaining("73列"),
  });
  expect(read(figureCsv([town]).replace("有職", "自営業"))).toMatchObject({
    ok: false,
    error: expect.stringContaining("有職"),
  });
  expect(read(figureCsv([{ ...town, counts: { ...town.counts, total: 3 } }]))).toMatchObject({ ok: false });
  const dash = figureCsv([town]).replace(",12,", ",‐,");
  expect(read(dash)).toMatchObject({ ok: false, error: expect.stringContaining("数ではありません") });
});
