import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";

const TEXT = "名称,分野\r\n浜田保健所①,保健所\r\n髙﨑～−,市\r\n";

describe("readText", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT), "UTF-8"],
    ["UTF-8 with mark", Buffer.from(`\uFEFF${TEXT}`), "UTF-8"],
    ["UTF-16LE with mark", iconv.encode(TEXT, "utf16le", { addBOM: true }), "UTF-16LE"],
    ["UTF-16LE without mark", iconv.encode(TEXT, "utf16le"), "UTF-16LE"],
    ["UTF-16BE with mark", iconv.encode(TEXT, "utf-16be", { addBOM: true }), "UTF-16BE"],
    ["plain ASCII", Buffer.from("a,b\n"), "UTF-8"],
  ] as const)("reads %s", (_name, bytes, encoding) => {
    const result = readText(bytes);
    expect(result).toMatchObject({ ok: true, value: { encoding } });
    if (bytes.length > 10) expect(result).toMatchObject({ value: { text: TEXT } });
  });

  it("reads CP932 with its own letters", () => {
    const text = "名称,分野\r\n髙﨑①㈱,保健所\r\n";
    expect(readText(iconv.encode(text, "CP932"))).toEqual({ ok: true, value: { text, encoding: "CP932" } });
  });

  it("reads UTF-8 that is longer than the sample and has a letter across its end", () => {
    const text = "あ".repeat(800_000);
    expect(readText(Buffer.from(text))).toMatchObject({ ok: true, value: { encoding: "UTF-8" } });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["a ZIP", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "archive"],
    ["a PDF", Buffer.from("%PDF-1.7"), "pdf"],
    ["an image", Buffer.from([0x89, 0x50, 0, 0, 1, 2]), "binary"],
    ["no text in any encoding", Buffer.from([0x80, 0xff, 0x80, 0xff, 0x41, 0x41]), "unknown-encoding"],
  ] as const)("refuses %s", (_name, bytes, error) => {
    expect(readText(bytes)).toEqual({ ok: false, error });
  });
});
