import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import writeXlsx from "write-excel-file/node";
import { expectOk } from "#platform/kernel/result.ts";
import { fileWith } from "#test/file.ts";
import { inspectTable } from "./reader.ts";

const TEXT = "年度,種類,回数\n2009,研修会,1\n";
const cellsOf = async (path: string) => {
  const { bands, ...rest } = expectOk(await inspectTable(path, join(path, "..", "sheet.csv")));
  const lines = bands.flatMap((band) => band.lines);
  return { ...rest, cells: lines.map(({ cells }) => cells), lines: lines.map(({ line }) => line) };
};

describe("a table", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["CP932", iconv.encode(TEXT, "cp932")],
    ["UTF-16", iconv.encode(TEXT, "utf-16le", { addBOM: true })],
    ["tabs under a title", Buffer.from(`表\n${TEXT.replaceAll(",", "\t")}`)],
  ])("is read from %s", async (_what, bytes) => {
    const { cells, sheet } = await cellsOf(await fileWith(bytes));
    expect(sheet).toBe(null);
    expect(cells.slice(-2)).toEqual([
      ["年度", "種類", "回数"],
      ["2009", "研修会", "1"],
    ]);
  });

  it("is read from a book of Excel, row by row, and the book stays as it was", async () => {
    const book = await writeXlsx([
      [{ value: "第1表" }],
      [{ value: "年度" }, { value: "人口\n（人）" }, { value: "日付" }, { value: "率" }],
      [],
      [
        { value: 2009, type: Number },
        { value: 1234567, type: Number },
        { value: new Date("2009-06-12T00:00:00Z"), type: Date, format: "yyyy/mm/dd" },
        { value: 0.1 + 0.2, type: Number },
      ],
    ]).toBuffer();
    const path = await fileWith(book, "book.xlsx");
    const read = await cellsOf(path);
    expect(read.cells).toEqual([
      ["第1表", "", "", ""],
      ["年度", "人口 （人）", "日付", "率"],
      ["2009", "1234567", "2009-06-12", "0.3"],
    ]);
    expect(read.lines).toEqual([1, 2, 4]);
    expect(read.file.path).not.toBe(path);
    expect(await readFile(path)).toEqual(book);
    const again = await fileWith(book, "again.xlsx");
    expect((await cellsOf(again)).file.sha256).toBe(read.file.sha256);
  });

  const HEAD = ["地域", "総数", "総数", "率", "番号", "日付"];
  it.each(["xlsx", "biff8"] as const)(
    "is read from any sheet of a book (%s), merged cells in each",
    async (bookType) => {
      const sheet = utils.aoa_to_sheet([
        HEAD,
        ["地域", "男", "女", "率", "番号", "日付"],
        [
          "出雲市",
          1,
          2,
          { t: "n", v: 0.425, z: "0.0%" },
          { t: "n", v: 1202, z: "00000" },
          { t: "n", v: 45200, z: "yyyy/mm/dd" },
        ],
        ["", 3, 4],
      ]);
      sheet["!merges"] = ["A1:A2", "B1:C1", "A3:A4", "D3:D4"].map((range) => utils.decode_range(range));
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet([["目次"]]), "目次");
      utils.book_append_sheet(book, sheet, "人口");
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet([
          ["い", "ろ"],
          ["は", "に"],
        ]),
        "別表",
      );
      const path = await fileWith(write(book, { type: "buffer", bookType }), `book.${bookType}`);
      const read = await cellsOf(path);
      expect(read).toMatchObject({ sheet: "人口", sheets: ["目次", "人口", "別表"] });
      expect(read.cells.slice(2)).toEqual([
        ["出雲市", "1", "2", "42.5%", "01202", "2023-10-01"],
        ["出雲市", "3", "4", "", "", ""],
      ]);
      const other = expectOk(await inspectTable(path, `${path}.csv`, "別表"));
      expect(other.bands[0]!.lines.map(({ cells }) => cells)).toEqual([
        ["い", "ろ"],
        ["は", "に"],
      ]);
      expect(await inspectTable(path, `${path}.none`, "ない")).toMatchObject({ ok: false });
    },
  );

  it.each([
    ["an empty one", Buffer.alloc(0), "empty"],
    ["a ZIP that is no book", Buffer.from("PK\x03\x04…", "latin1"), "archive"],
    ["an old book that is none", Buffer.from("d0cf11e0a1b11ae1", "hex"), "archive"],
    ["a PDF", Buffer.from("%PDF-1.7"), "pdf"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2]), "binary"],
  ])("is none in %s", async (_what, bytes, problem) => {
    const path = await fileWith(bytes);
    expect(await inspectTable(path, `${path}.sheet`)).toEqual({ ok: false, error: { problem } });
  });
});

it("leaves no part of a book behind where writing its sheet fails", async () => {
  const path = await fileWith("PK\x03\x04 cut off");
  await writeFile(`${path}.sheet`, "as before");
  await inspectTable(path, `${path}.sheet`);
  expect(await readFile(`${path}.sheet`, "utf8")).toBe("as before");
});
