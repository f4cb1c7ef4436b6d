import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { plainTexts } from "#platform/kernel/text.ts";
import { THREADS } from "./cover-drawing.ts";
import type { DocumentBlock, DocumentCell, DocumentCover, PrintDocument } from "./document.ts";
import { chartRun, columnShares } from "./document-chart.ts";
import { pictureSize } from "./picture-size.ts";

const FONT = "BIZ UDPGothic";
const [WORKPLACE, REGION] = [THREADS.workplace.slice(1), THREADS.region.slice(1)];
/** Half-points, and twentieths of a point from edge to edge of the text. */
const QUIET = { color: "4D4D4D", size: 18 };
const TEXT_WIDTH = 9070;

type Placing = Readonly<{ origin: string; pictures: Readonly<Record<string, Uint8Array>> }>;

/** The document as an editable text. Its charts are of Word's own kind, with their figures behind them. */
export async function documentDocx(given: PrintDocument, origin: string): Promise<Buffer> {
  const { pictures = {}, ...texts } = given;
  const document = JSON.parse(JSON.stringify(texts, plainTexts)) as PrintDocument;
  const { cover } = document;
  const file = new Document({
    title: document.title,
    creator: "Yui",
    // The pages of the contents are reckoned here; Word reckons them anew when asked.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, language: { value: "ja-JP", eastAsia: "ja-JP" } } },
        heading1: {
          run: { size: 28, bold: true },
          paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
        },
      },
    },
    sections: [
      {
        properties: { titlePage: cover !== undefined },
        ...(cover && {
          headers: { default: new Header({ children: [running(document.title, cover.place)] }) },
        }),
        footers: { default: new Footer({ children: [footOf(cover?.office ?? "")] }) },
        children: [
          ...(cover
            ? coverOf(cover, document.subtitle)
            : [
                new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
                new Paragraph(document.subtitle),
              ]),
          ...document.notes.map(
            (note) => new Paragraph({ children: [new TextRun({ text: note, italics: true })] }),
          ),
          ...document.sections.flatMap((section) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: section.heading }),
            ...section.blocks.flatMap((block) => blockOf(block, { origin, pictures })),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

const across = { type: TabStopType.RIGHT, position: TEXT_WIDTH };

const running = (left: string, right: string) =>
  new Paragraph({
    tabStops: [across],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: "D9D9D9", space: 4 } },
    children: [new TextRun({ text: `${left}\t${right}`, ...QUIET })],
  });

const footOf = (office: string) =>
  new Paragraph({
    tabStops: [across],
    children: [
      new TextRun({ children: [`${office}\t`, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], ...QUIET }),
    ],
  });

function coverOf(cover: DocumentCover, subtitle: string): (Paragraph | Table | TableOfContents)[] {
  const line = (text: string, size: number, before: number, more: { bold?: boolean; color?: string } = {}) =>
    new Paragraph({ spacing: { before }, children: [new TextRun({ text, size, ...more })] });
  const thread = (color: string) =>
    new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 24, color, space: 8 } } });
  return [
    line(cover.office, 21, 0, { bold: true }),
    line(cover.over, 30, 2400, { color: QUIET.color }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: 120, after: 240 },
      children: [new TextRun({ text: cover.title, size: 64, bold: true })],
    }),
    line(cover.place, 26, 0),
    thread(WORKPLACE!),
    thread(REGION!),
    ...cover.figures.map(({ label, value, unit }, index) => {
      const big = new TextRun({ text: value, size: 48, bold: true });
      const children = [new TextRun({ text: `${label}　`, ...QUIET }), big, new TextRun(` ${unit}`)];
      return new Paragraph({ spacing: { before: index === 0 ? 600 : 60 }, children });
    }),
    ...cover.issuer.map((text, index) => line(text, 18, index === 0 ? 1800 : 0)),
    line(cover.issued, 18, 0),
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 240 },
      children: [new TextRun({ text: "目次", size: 32, bold: true })],
    }),
    new TableOfContents("目次", { hyperlink: true, headingStyleRange: "1-1" }),
    line(subtitle, 18, 480, { color: QUIET.color }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function blockOf(block: DocumentBlock, { origin, pictures }: Placing): (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ spacing: { after: 120 }, text: block.text })];
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
      return block.figures ? [new Paragraph({ children: [chartRun(block.figures, block.text)] })] : [];
    case "picture":
      return pictureOf(block.text, pictures[block.href]);
    case "table":
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 160, after: 60 },
          children: [new TextRun({ text: block.caption, bold: true })],
        }),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          layout: TableLayoutType.FIXED,
          columnWidths: columnShares(block.head).map((share) => Math.floor(share * TEXT_WIDTH)),
          borders: LINES,
          rows: [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: block.head.map(({ text, right }) =>
                cellOf([new TextRun({ text, bold: true, size: 19 })], right),
              ),
            }),
            ...block.rows.map(
              (row) =>
                new TableRow({
                  cantSplit: true,
                  children: row.map((cell, index) => cellOf([runOf(cell, origin)], block.head[index]?.right)),
                }),
            ),
          ],
        }),
        new Paragraph(""),
      ];
  }
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "B3B3B3" };
const LINES = {
  left: NO_LINE,
  right: NO_LINE,
  insideVertical: NO_LINE,
  top: { ...LINE, color: "1A1A1A" },
  bottom: LINE,
  insideHorizontal: LINE,
};

const WIDEST = 420;

function pictureOf(caption: string, content: Uint8Array | undefined): Paragraph[] {
  const size = content && pictureSize(content);
  if (!content || !size) return [];
  const share = Math.min(1, WIDEST / size.width, 280 / size.height);
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: size.kind,
          data: content,
          transformation: { width: Math.round(size.width * share), height: Math.round(size.height * share) },
          altText: { name: caption, title: caption, description: caption },
        }),
      ],
    }),
    new Paragraph({ spacing: { after: 200 }, children: [new TextRun({ text: caption, ...QUIET })] }),
  ];
}

const cellOf = (children: (TextRun | ExternalHyperlink)[], right = false) =>
  new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children })],
  });

const runOf = ({ text, href }: DocumentCell, origin: string): TextRun | ExternalHyperlink =>
  href
    ? new ExternalHyperlink({ link: origin + href, children: [new TextRun({ text, style: "Hyperlink" })] })
    : new TextRun(text);
