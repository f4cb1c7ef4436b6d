import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { renderPdf } from "./render.ts";

const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("BIZ UDGothic", "Noto Sans JP"), lang: "ja")
= #data.title
#data.text
`;

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join("");
    }),
  );
  // Typst sets a thin space between Japanese and Latin; it is layout, not text.
  return pages.join("\n").replaceAll(/ +(?=[\p{Script=Han}\p{Script=Hiragana}])/gu, "");
}

describe("renderPdf", () => {
  it("writes Japanese text that can be read back, rare kanji too", async () => {
    const pdf = renderPdf(SOURCE, { title: "年報", text: "𠮷田・髙橋・浜田圏域、1,875人" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await textOf(pdf)).toContain("𠮷田・髙橋・浜田圏域、1,875人");
  });

  it("is tagged and claims PDF/UA", () => {
    const raw = renderPdf(SOURCE, { title: "年報", text: "本文" }).toString("latin1");
    expect(raw).toContain("/MarkInfo");
    expect(raw).toContain("pdfuaid");
  });

  it("treats what people typed as text, never as markup", async () => {
    const typed = '#panic("x") *太字* $1$ \\ @ref';
    expect(await textOf(renderPdf(SOURCE, { title: "a", text: typed }))).toContain('#panic("x") *太字*');
  });

  it.each([
    ["control characters", "前\u0001\u001f後", "前後"],
    ["a mark of byte order", "前\ufeff後", "前後"],
    ["half a pair", "前\ud800後", "前\ufffd後"],
    ["signs of a font that is not there", "前ไทย後", "前〓〓〓後"],
    ["a sign that is joined of several", "前👨‍👩‍👧後", "前〓〓〓後"],
  ])("is made whatever somebody's text holds: %s", async (_what, text, read) => {
    expect(await textOf(renderPdf(SOURCE, { title: text, text }))).toContain(read);
  });

  it("refuses a picture without a text for those who can't see it", () => {
    const svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
    const source = `#set document(title: "x")\n#image(bytes("${svg}"))`;
    expect(() => renderPdf(source, {})).toThrow();
  });
});
