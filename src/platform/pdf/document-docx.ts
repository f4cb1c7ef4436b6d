import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { plainTexts } from "#platform/kernel/text.ts";
import type { DocumentBlock, DocumentCell, PrintDocument } from "./document.ts";

/**
 * The document as an editable text. Charts are left to the page and the PDF: each stands beside a table that holds
 * the same figures, and a text is there to be rewritten.
 */
export async function documentDocx(given: PrintDocument, origin: string): Promise<Buffer> {
  const document = JSON.parse(JSON.stringify(given, plainTexts)) as PrintDocument;
  const file = new Document({
    title: document.title,
    creator: "Yui",
    styles: {
      default: {
        document: {
          run: { font: "BIZ UDGothic", size: 21, language: { value: "ja-JP", eastAsia: "ja-JP" } },
        },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
          new Paragraph(document.subtitle),
          ...document.notes.map(
            (note) => new Paragraph({ children: [new TextRun({ text: note, italics: true })] }),
          ),
          ...document.sections.flatMap((section) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: section.heading }),
            ...section.blocks.flatMap((block) => blockOf(block, origin)),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function blockOf(block: DocumentBlock, origin: string): (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph(block.text)];
    case "list":
      return block.items.map(
        (item, index) =>
          new Paragraph({
            bullet: { level: 0 },
            // The last announces what follows it.
            keepNext: index === block.items.length - 1,
            spacing: { before: index === 0 ? 160 : 0 },
            children: [runOf(item, origin)],
          }),
      );
    case "chart":
      return [];
    case "table":
      return [
        new Paragraph({ keepNext: true, children: [new TextRun({ text: block.caption, bold: true })] }),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.head.map(({ text, right }) =>
                cellOf([new TextRun({ text, bold: true })], right),
              ),
            }),
            ...block.rows.map(
              (row) =>
                new TableRow({
                  children: row.map((cell, index) => cellOf([runOf(cell, origin)], block.head[index]?.right)),
                }),
            ),
          ],
        }),
        new Paragraph(""),
      ];
  }
}

const cellOf = (children: (TextRun | ExternalHyperlink)[], right = false) =>
  new TableCell({
    children: [new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children })],
  });

const runOf = ({ text, href }: DocumentCell, origin: string): TextRun | ExternalHyperlink =>
  href
    ? new ExternalHyperlink({ link: origin + href, children: [new TextRun({ text, style: "Hyperlink" })] })
    : new TextRun(text);
