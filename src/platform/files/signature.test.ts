import { describe, expect, it } from "vitest";
import { contentFits } from "./signature.ts";

const zip = (...names: readonly string[]) =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(names.join("\0"))]);
const PDF = Buffer.from("%PDF-1.7\n");
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe("contentFits", () => {
  it.each([
    ["a PDF", "案内.pdf", PDF, "fits"],
    ["a PDF after a line of a printer", "案内.PDF", Buffer.concat([Buffer.from("@PJL\r\n"), PDF]), "fits"],
    ["a picture", "写真.png", PNG, "fits"],
    ["a photograph", "写真.jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "fits"],
    ["a letter", "手紙.docx", zip("[Content_Types].xml", "word/document.xml"), "fits"],
    [
      "a table that says it is a letter",
      "表.docx",
      zip("[Content_Types].xml", "xl/workbook.xml"),
      "another kind",
    ],
    [
      "a table with a macro",
      "表.xlsx",
      zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
      "another kind",
    ],
    ["a program that says it is a PDF", "案内.pdf", Buffer.from("MZ\x90"), "another kind"],
    ["a page that says it is a picture", "写真.png", Buffer.from("<html>"), "another kind"],
    ["nothing", "写真.jpg", Buffer.alloc(0), "another kind"],
    ["a program", "setup.exe", Buffer.from("MZ"), "unknown kind"],
    ["a page", "index.html", Buffer.from("<html>"), "unknown kind"],
    ["two names in one", "案内.pdf.exe", PDF, "unknown kind"],
    ["a name turned round", "exe\u202efdp.exe", PDF, "unknown kind"],
  ] as const)("%s: %s", (_, name, content, expected) => expect(contentFits(name, content)).toBe(expected));
});
