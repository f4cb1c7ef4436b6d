import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, csvResponse, defuse, restore, writeCsv } from "./csv-writer.ts";

describe("defuse", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+81-855-00-0000", "'+81-855-00-0000"],
    ["-cmd", "'-cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝HYPERLINK()", "'＝HYPERLINK()"],
    ["\t=1", "'\t=1"],
    ["-5", "-5"],
    ["-0.5", "-0.5"],
    ["+8.92", "+8.92"],
    ["0855-00-0000", "0855-00-0000"],
    ["'=1", "''=1"],
    ["'浜田", "'浜田"],
    ["", ""],
  ])("%j becomes %j", (text, expected) => {
    expect(defuse(text)).toBe(expected);
  });

  it("is undone by restore, whatever the text", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "1", "a", "＝", "\t", "\r") }),
    );
    fc.assert(
      fc.property(text, (value) => restore(defuse(value)) === value),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe("writeCsv", () => {
  it("begins with the byte order mark and ends lines as RFC 4180 says", () => {
    const csv = writeCsv(
      [
        { head: "名称", cell: (row: { name: string; count: number | null }) => row.name },
        { head: "数", cell: (row) => row.count },
      ],
      [
        { name: 'a "b", c', count: 3 },
        { name: "=x", count: null },
      ],
    );
    expect(csv).toBe('\uFEFF名称,数\r\n"a ""b"", c",3\r\n\'=x,\r\n');
  });

  it("comes back as it was from a reader of CSV", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const read = parse(rows.map((row) => csvLine(row)).join(""), { record_delimiter: "\r\n" });
          expect(read.map((row: string[]) => row.map(restore))).toEqual(rows);
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });
});

it("names the file for the browser in Japanese", async () => {
  const response = csvResponse("関係機関.csv", "x");
  expect(response.headers.get("Content-Disposition")).toContain("filename*=UTF-8''%E9%96%A2");
  expect(await response.text()).toBe("x");
});
