import { inflateRawSync } from "node:zlib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { PrintDocument } from "./document.ts";
import { documentDocx } from "./document-docx.ts";
import { documentPdf } from "./document-pdf.ts";

const document: PrintDocument = {
  title: "2009年度の年報",
  subtitle: "相模原市",
  notes: ["訂正: 24 → 33"],
  sections: [
    {
      heading: "活動",
      blocks: [
        { kind: "paragraph", text: "記号\u0001 # * _ $ < > & も文字のまま" },
        {
          kind: "table",
          caption: "年度の表",
          head: [{ text: "種類" }, { text: "参加者", right: true }],
          rows: [[{ text: "普及啓発" }, { text: "1,875人", href: "/areas/sagamihara" }]],
        },
        { kind: "list", items: [{ text: "項目" }] },
        {
          kind: "chart",
          svg: "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='5' height='5'/></svg>",
          text: "棒の図",
        },
      ],
    },
  ],
};

/** The text of one part of a zip file. */
function partOf(zip: Buffer, name: string): string {
  for (
    let at = zip.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = zip.indexOf("PK\u0001\u0002", at + 4, "latin1")
  ) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString("utf8");
  }
  throw new Error(`no ${name}`);
}

/** The text of each page of a PDF, without blanks. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const loaded = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: loaded.numPages }, async (_, index) => {
      const { items } = await (await loaded.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ("str" in item ? item.str : ""))
        .join("")
        .replaceAll(" ", "");
    }),
  );
}

describe("one document, two files", () => {
  it("is a PDF with its text, its table and a link to the rows", async () => {
    const pdf = documentPdf(document, "https://yui.example");
    const loaded = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const page = await loaded.getPage(1);
    const [text] = await pagesOf(pdf);
    for (const part of ["2009年度の年報", "訂正:24→33", "普及啓発", "1,875人", "#*_$<>&"])
      expect(text).toContain(part);
    const links = (await page.getAnnotations()).map((annotation: { url?: string }) => annotation.url);
    expect(links).toContain("https://yui.example/areas/sagamihara");
  });

  it("breaks no page between a heading, an item and what they announce", async () => {
    const sections = Array.from({ length: 300 }, (_, index) => ({
      heading: `課題${index}。`,
      blocks: [
        { kind: "paragraph", text: `根拠${index}。${"事実".repeat(10 + ((index * 37) % 101) * 2)}` } as const,
        { kind: "list", items: [{ text: `項目${index}。` }] } as const,
        { kind: "paragraph", text: `説明${index}。` } as const,
      ],
    }));
    const pages = await pagesOf(documentPdf({ ...document, sections }, "https://yui.example"));
    expect(pages.length).toBeGreaterThan(20);
    const pageOf = (text: string) => pages.findIndex((page) => page.includes(text));
    for (let index = 0; index < sections.length; index += 1) {
      expect(pageOf(`課題${index}。`)).toBe(pageOf(`根拠${index}。`));
      expect(pageOf(`項目${index}。`)).toBe(pageOf(`説明${index}。`));
    }
  });

  it("is an editable text with headings, a table and the same link", async () => {
    const docx = await documentDocx(document, "https://yui.example");
    const body = partOf(docx, "word/document.xml");
    expect(body).toContain("1,875人");
    expect(body).toContain("記号 # * _ $ &lt; &gt; &amp; も文字のまま");
    expect(body).toContain("<w:tblHeader");
    expect(partOf(docx, "word/_rels/document.xml.rels")).toContain("https://yui.example/areas/sagamihara");
  });
});
