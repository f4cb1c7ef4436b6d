import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import { LONGEST_TABLE_BYTES, textOfTable } from "./table-file.usecases.server.ts";

const TEXT = "年度,種類,回数\n2009,研修会,1\n";

describe("the text of a file", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["CP932", iconv.encode(TEXT, "cp932")],
    ["UTF-16", iconv.encode(TEXT, "utf-16le", { addBOM: true })],
  ])("is read from %s", (_encoding, bytes) => {
    expect(expectOk(textOfTable(bytes))).toBe(TEXT);
  });

  it("that was cut within a letter is read up to there", () => {
    const cut = Buffer.from("年度,種類\n2009,研修").subarray(0, -1);
    expect(expectOk(textOfTable(cut))).toMatch(/^年度,種類\n2009,研\uFFFD+$/);
  });

  it.each([
    ["an empty one", Buffer.alloc(0), "空です"],
    ["an Excel book", Buffer.from("PK\x03\x04…", "latin1"), "Excelのブック"],
    ["a PDF", Buffer.from("%PDF-1.7"), "PDF"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2]), "CSVではありません"],
    ["one too long", Buffer.alloc(LONGEST_TABLE_BYTES + 1, 0x61), "10MB"],
  ])("is none in %s", (_what, bytes, sentence) => {
    expect(textOfTable(bytes)).toMatchObject({
      error: { kind: "invalid", fields: { file: [expect.stringContaining(sentence)] } },
    });
  });
});
