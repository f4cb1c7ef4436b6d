import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { inspectCsvFile, LONGEST_RECORD } from "./csv-file.ts";
import { CsvBroken, type CsvRecord, readRecords } from "./csv-reader.ts";

const folder = mkdtempSync(join(tmpdir(), "yui-csv-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function put(content: Buffer | string): string {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, content);
  return path;
}

async function read(content: Buffer | string): Promise<CsvRecord[]> {
  const file = await inspectCsvFile(put(content));
  if (!file.ok) throw new Error(file.error.problem);
  const records: CsvRecord[] = [];
  for await (const portion of readRecords(file.value)) records.push(...portion.records);
  return records;
}

const TABLE = "地域,値\r\n浜田市,51.65\r\n江津市,①㈱\r\n";
const ROWS = [
  ["地域", "値"],
  ["浜田市", "51.65"],
  ["江津市", "①㈱"],
];

describe("encodings", () => {
  it.each([
    ["UTF-8", Buffer.from(TABLE)],
    ["UTF-8", Buffer.from(`\uFEFF${TABLE}`)],
    ["CP932", iconv.encode(TABLE, "CP932")],
    ["UTF-16LE", iconv.encode(TABLE, "UTF-16LE", { addBOM: true })],
    ["UTF-16BE", iconv.encode(TABLE, "UTF-16BE", { addBOM: true })],
  ])("reads %s", async (encoding, content) => {
    const file = await inspectCsvFile(put(content));
    expect(file).toMatchObject({ ok: true, value: { encoding, delimiter: "," } });
    expect((await read(content)).map(({ cells }) => cells)).toEqual(ROWS);
  });

  it("tells CP932 by letters that first come after megabytes of ASCII", async () => {
    const ascii = "14150,51.65\n".repeat(200_000);
    const content = Buffer.concat([Buffer.from(`area,value\n${ascii}`), iconv.encode("浜田市,1\n", "CP932")]);
    const records = await read(content);
    expect(records.at(-1)).toEqual({ line: 200_002, cells: ["浜田市", "1"] });
  });

  it("puts letters together that a piece of the file cut in two", async () => {
    const records = await read(`a,b\n${"浜田市,値\n".repeat(60_000)}`);
    expect(records).toHaveLength(60_001);
    expect(new Set(records.slice(1).map(({ cells }) => cells.join()))).toEqual(new Set(["浜田市,値"]));
  });

  it("reads a file that was cut off within a letter", async () => {
    const whole = Buffer.from("地域,値\n浜田市,1\n江津市");
    const records = await read(whole.subarray(0, whole.length - 1));
    expect(records.at(-1)!.cells[0]).toContain("\uFFFD");
  });

  it("takes a NUL behind the megabytes that were looked at for a letter that can't be read", async () => {
    const records = await read(`area,value\n${"14150,51.65\n".repeat(200_000)}1\0,2\n`);
    expect(records.at(-1)).toEqual({ line: 200_002, cells: ["1\uFFFD", "2"] });
  });
});

describe("files that can't be read", () => {
  it.each([
    ["empty", Buffer.alloc(0)],
    ["empty", Buffer.from("\uFEFF \r\n\r\n")],
    ["archive", Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
    ["pdf", Buffer.from("%PDF-1.7")],
    ["binary", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 1, 0, 0])],
    ["web-page", Buffer.from("<!DOCTYPE html><html>,</html>")],
    ["delimiter", Buffer.from("地域;年度;値\n浜田;2007;1\n")],
    ["unknown-encoding", Buffer.from([0x61, 0x2c, 0xff, 0xfd, 0xfe, 0x80, 0x0a])],
    ["long-line", Buffer.alloc(3 * LONGEST_RECORD, "a,")],
  ])("%s", async (problem, content) => {
    expect(await inspectCsvFile(put(content))).toMatchObject({ ok: false, error: { problem } });
  });

  it.each(["CP932", "UTF-8"])(
    "names the line of a letter that is broken in a file of %s",
    async (encoding) => {
      const rows = (count: number) => iconv.encode("浜田市,肥満,2020,12.3\r\n".repeat(count), encoding);
      const broken = Buffer.concat([rows(24_000), Buffer.from([0xff, 0x80]), rows(6000)]);
      const error = { problem: "unknown-encoding", line: 24_001 };
      expect(await inspectCsvFile(put(broken))).toMatchObject({ ok: false, error });
    },
  );

  it("stops at a quote that is never closed", async () => {
    const content = `a,b\n"open,1\n${"x,1\n".repeat(LONGEST_RECORD / 2)}`;
    await expect(read(content)).rejects.toThrow(CsvBroken);
  });
});

describe("records", () => {
  it.each([
    [
      "quotes and line ends",
      'a,b\n"x\r\ny","say ""hi"""\nz,1\n',
      [
        [1, "a", "b"],
        [2, "x\r\ny", 'say "hi"'],
        [4, "z", "1"],
      ],
    ],
    [
      "no last line end",
      "a,b\n1,2",
      [
        [1, "a", "b"],
        [2, "1", "2"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1\t2,3\n",
      [
        [1, "a", "b"],
        [2, "1", "2,3"],
      ],
    ],
    [
      "CR alone",
      "a,b\r1,2\r",
      [
        [1, "a", "b"],
        [2, "1", "2"],
      ],
    ],
    [
      "empty lines are passed over and counted",
      "a,b\n\n\r\n1,2\n",
      [
        [1, "a", "b"],
        [4, "1", "2"],
      ],
    ],
    [
      "a quote inside a cell",
      'a,b\n5" pipe,2\n',
      [
        [1, "a", "b"],
        [2, '5" pipe', "2"],
      ],
    ],
    [
      "a quote open at the end",
      'a,b\n1,"2\n',
      [
        [1, "a", "b"],
        [2, "1", "2\n"],
      ],
    ],
  ])("%s", async (_, content, expected) => {
    expect((await read(content)).map(({ line, cells }) => [line, ...cells])).toEqual(expected);
  });

  it("gives back what was written, wherever the pieces are cut", async () => {
    const cell = fc.constantFrom("", "浜田", "1,234", 'a"b', "x\ny", " ", "51.65");
    const filler = "f".repeat(70_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, fc.nat(70_000)), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const cells = rows.map(([a, b, length]) => [`${a}|`, b, filler.slice(0, length)]);
          const text = cells
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
            .join("\n");
          const records = await read(`x,y,z\n${text}\n`);
          expect(records.slice(1).map((record) => record.cells)).toEqual(cells);
        },
      ),
      { seed: 20, numRuns: 30 },
    );
  });
});
