import { deflateSync } from "node:zlib";
import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contentFits } from "./signature.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const zip = (parts: Zippable) => Buffer.from(zipSync(parts));
const types = (more = "") => strToU8(`<Types><Override ContentType="main+xml"/>${more}</Types>`);
const office =
  (...names: readonly string[]) =>
  (more: Zippable = {}) =>
    zip({
      "[Content_Types].xml": types(),
      ...Object.fromEntries(names.map((name) => [name, strToU8("<xml/>".repeat(50))])),
      ...more,
    });
const letter = office("word/document.xml");
const table = office("xl/workbook.xml");
/** With the bit that tells that a part is encrypted, in its own head and in the directory. */
function encrypted(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  for (const [sign, at] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const)
    for (let from = copy.indexOf(bytes(sign)); from >= 0; from = copy.indexOf(bytes(sign), from + 4))
      copy[from + at]! |= 1;
  return copy;
}
/** A letter whose directory says of a part of a megabyte that it unpacks to so many bytes. */
function saying(size: number): Buffer {
  const copy = letter({ "word/big.xml": new Uint8Array(1024 * 1024) });
  const name = copy.lastIndexOf(bytes("word/big.xml"));
  copy.writeUInt32LE(size, name - 46 + 24);
  return copy;
}
const renamed = zip({
  "[Content_Types].xml": types(
    '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.v&#98;aProject"/>',
  ),
  "word/document.xml": strToU8("<xml/>"),
  "word/x.bin": strToU8("x"),
});

const PDF = Buffer.from("%PDF-1.7\n");
const pdf = (text: string) => Buffer.concat([PDF, bytes(text)]);
const objects = (text: string, packed = deflateSync(bytes(text))) =>
  Buffer.concat([
    pdf(`1 0 obj <</Type /Obj#53tm /Filter /FlateDecode /N 1>> stream\n`),
    packed,
    bytes("\nendstream endobj"),
  ]);
const PNG_HEAD = bytes("\x89PNG\r\n\x1a\n");
const PNG = Buffer.concat([PNG_HEAD, bytes("\0\0\0\0IEND\xae\x42\x60\x82")]);

describe("contentFits", () => {
  it.each([
    ["a PDF", "案内.pdf", PDF, "fits"],
    ["a PDF after a line of a printer", "案内.PDF", Buffer.concat([Buffer.from("@PJL\r\n"), PDF]), "fits"],
    ["a PDF with objects in a stream", "案内.pdf", objects("<</Type /Page>>"), "fits"],
    ["a PDF that speaks of JavaScript", "案内.pdf", pdf("(JavaScript) Tj"), "fits"],
    ["a picture", "写真.png", PNG, "fits"],
    ["a photograph", "写真.jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "fits"],
    ["a letter", "手紙.docx", letter(), "fits"],
    [
      "a letter with a table behind its chart",
      "手紙.docx",
      letter({ "word/embeddings/a.xlsx": table() }),
      "fits",
    ],
    ["a table that says it is a letter", "表.docx", table(), "another kind"],
    [
      "a letter of before 2007 that says it is new",
      "手紙.docx",
      bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
      "locked",
    ],
    ["a letter with a part under a password", "手紙.docx", encrypted(letter()), "locked"],
    ["a table with a macro", "表.xlsx", table({ "xl/vbaProject.bin": strToU8("x") }), "macro"],
    ["a letter with a macro of another name", "手紙.docx", renamed, "macro"],
    [
      "a letter with an object of a program",
      "手紙.docx",
      letter({ "word/embeddings/oleObject1.bin": strToU8("x") }),
      "macro",
    ],
    ["a letter with a program", "手紙.docx", letter({ "word/media/setup.exe": strToU8("MZ") }), "macro"],
    [
      "a letter with a table that holds a macro",
      "手紙.docx",
      letter({ "word/embeddings/a.xlsx": table({ "xl/vbaProject.bin": strToU8("x") }) }),
      "macro",
    ],
    ["a letter that unpacks to more than it says", "手紙.docx", saying(1), "too much"],
    ["a letter that unpacks to 600 MB", "手紙.docx", saying(600 * 1024 * 1024), "too much"],
    ["a letter behind a program", "手紙.docx", Buffer.concat([bytes("MZ"), letter()]), "another kind"],
    ["a letter before a program", "手紙.docx", Buffer.concat([letter(), bytes("MZ")]), "another kind"],
    [
      "the names of a letter and no package",
      "手紙.docx",
      bytes("PK\x03\x04[Content_Types].xml word/"),
      "another kind",
    ],
    ["a PDF that runs a script", "案内.pdf", pdf("<</S /JavaScript /JS (x)>>"), "active"],
    ["the same in other letters", "案内.pdf", pdf("<</S/J#61vaScr#69pt/JS(x)>>"), "active"],
    ["a PDF that runs a program", "案内.pdf", pdf("<</S /Launch /F (cmd.exe)>>"), "active"],
    ["a PDF that runs a script, packed", "案内.pdf", objects("<</S /JavaScript>>"), "active"],
    ["a PDF under a password", "案内.pdf", objects("", bytes("encrypted")), "locked"],
    ["a PDF that is a package too", "案内.pdf", Buffer.concat([PDF, letter()]), "another kind"],
    ["a program that is a PDF too", "案内.pdf", Buffer.concat([bytes("MZ\n"), PDF]), "another kind"],
    ["a program that says it is a PDF", "案内.pdf", Buffer.from("MZ\x90"), "another kind"],
    ["a page that says it is a picture", "写真.png", Buffer.from("<html>"), "another kind"],
    [
      "a picture with something behind it",
      "写真.png",
      Buffer.concat([PNG, bytes("<script>")]),
      "another kind",
    ],
    [
      "a photograph that is a package too",
      "写真.jpg",
      Buffer.concat([bytes("\xff\xd8\xff"), letter()]),
      "another kind",
    ],
    ["nothing", "写真.jpg", Buffer.alloc(0), "another kind"],
    ["a program", "setup.exe", Buffer.from("MZ"), "unknown kind"],
    ["a letter with macros", "手紙.docm", letter(), "unknown kind"],
    ["a drawing that may hold a script", "図.svg", Buffer.from("<svg/>"), "unknown kind"],
    ["a page", "index.html", Buffer.from("<html>"), "unknown kind"],
    ["two names in one", "案内.pdf.exe", PDF, "unknown kind"],
    ["a name turned round", "exe\u202efdp.exe", PDF, "unknown kind"],
  ] as const)("%s: %s", async (_, name, content, expected) =>
    expect(await contentFits(name, new Blob([new Uint8Array(content)]))).toBe(expected),
  );
});
