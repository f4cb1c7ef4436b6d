import { Document, Packer, Paragraph } from "docx";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { plainTexts } from "#platform/kernel/text.ts";
import type { DocumentSection, PrintDocument } from "./document.ts";
import { chartRun } from "./document-chart.ts";
import { pictureSize } from "./picture-size.ts";
import * as parts from "./pptx-parts.ts";
import { chartFrame, coverShapes, picture, slide, tableFrame, textBox, titleBox } from "./pptx-parts.ts";

/** One slide before it is written: what stands on it, and the files that it leads to. */
type Slide = Readonly<{ shapes: string; charts: readonly number[]; pictures: readonly string[] }>;

const LINES_A_SLIDE = 9;
const LINES_OVER = 4;
const ROWS_A_SLIDE = 9;
const CHARACTERS_A_LINE = 44;

/** The document as slides for a meeting: a cover, then for each section its text, tables, charts and pictures. */
export async function documentPptx(given: PrintDocument): Promise<Buffer> {
  const { pictures: held = {}, ...texts } = given;
  const document = JSON.parse(JSON.stringify(texts, plainTexts)) as PrintDocument;
  const charts = document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "chart" && block.figures ? [block] : []));
  const shown = Object.entries(held).flatMap(([href, content]) => {
    const size = pictureSize(content);
    return size ? [{ href, content, size }] : [];
  });
  const slides = [
    { shapes: coverShapes(document), charts: [], pictures: [] },
    ...document.sections.flatMap((section) => slidesOf(section, shown)),
  ];
  const files: Record<string, Uint8Array> = {
    ...texted(parts.frame(document.title, slides.length, charts.length)),
    ...(await wordFiles(charts.map(({ figures, text }) => chartRun(figures!, text)))),
  };
  shown.forEach(({ content, size }, index) => {
    files[`ppt/media/image${index + 1}.${size.kind === "jpg" ? "jpeg" : "png"}`] = content;
  });
  slides.forEach((one, index) => {
    const drawn = slides.slice(0, index).reduce((sum, { charts }) => sum + charts.length, 0);
    const relations = [
      parts.relation(1, "slideLayout", "../slideLayouts/slideLayout1.xml"),
      ...one.charts.map((_, at) => parts.relation(at + 2, "chart", `../charts/chart${drawn + at + 1}.xml`)),
      ...one.pictures.map((href, at) => {
        const found = shown.findIndex((each) => each.href === href);
        const ending = shown[found]!.size.kind === "jpg" ? "jpeg" : "png";
        return parts.relation(at + 2, "image", `../media/image${found + 1}.${ending}`);
      }),
    ];
    const number = index + 1;
    files[`ppt/slides/slide${number}.xml`] = strToU8(
      slide(one.shapes, index === 0 ? undefined : { number, of: slides.length, foot: document.title }),
    );
    files[`ppt/slides/_rels/slide${number}.xml.rels`] = strToU8(parts.relations(relations));
  });
  const zipped: Zippable = files;
  return Buffer.from(zipSync(zipped, { mtime: "1980-01-01T00:00:00" }));
}

const texted = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));

type Shown = readonly Readonly<{ href: string; size: { width: number; height: number } }>[];

function slidesOf({ heading, blocks }: DocumentSection, shown: Shown): Slide[] {
  const slides: Slide[] = [];
  let lines: string[] = [];
  const put = (shapes: string, more: Partial<Slide> = {}) =>
    slides.push({ charts: [], pictures: [], ...more, shapes: titleBox(heading) + shapes });
  const flush = () => {
    for (const page of pagesOf(lines)) put(textBox(page));
    lines = [];
  };
  /** A few lines stand over what they announce; more have slides of their own. */
  const lead = () => {
    if (linesTaken(lines) > LINES_OVER) flush();
    const over = lines;
    lines = [];
    return over;
  };
  let under: string[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "paragraph" && under.length > 0) under.pop();
    else if (block.kind === "paragraph") lines.push(...block.text.split("\n"));
    if (block.kind === "list") lines.push(...block.items.map(({ text }) => `・${text}`));
    if (block.kind === "chart" && block.figures) {
      const after = blocks.slice(index + 1);
      const end = after.findIndex(({ kind }) => kind !== "paragraph");
      const notes = after
        .slice(0, end < 0 ? undefined : end)
        .flatMap((one) => (one.kind === "paragraph" ? [one.text] : []));
      under = linesTaken(notes) > LINES_OVER ? [] : notes;
      put(chartFrame(2, block.figures.title, block.text, lead(), [...under]), { charts: [1] });
    }
    const size = block.kind === "picture" && shown.find(({ href }) => href === block.href)?.size;
    if (block.kind === "picture" && size) {
      flush();
      put(picture(2, block.text, size), { pictures: [block.href] });
    }
    if (block.kind === "table") {
      const over = lead();
      // Shared out evenly: no slide with a single row.
      const pages = Math.max(1, Math.ceil(block.rows.length / ROWS_A_SLIDE));
      const rows = Math.max(1, Math.ceil(block.rows.length / pages));
      for (let at = 0; at < pages; at += 1)
        put(tableFrame(block, block.rows.slice(at * rows, (at + 1) * rows), at === 0 ? over : []));
    }
  }
  flush();
  return slides;
}

const taken = (line: string) => Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE));
const linesTaken = (lines: readonly string[]) => lines.reduce((sum, line) => sum + taken(line), 0);

/** As many lines as a slide holds, long ones counted as often as they break. */
function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = [];
  let room = 0;
  for (const line of lines) {
    if (room < taken(line)) {
      pages.push([]);
      room = LINES_A_SLIDE;
    }
    pages.at(-1)!.push(line);
    room -= taken(line);
  }
  return pages;
}

/** The theme, and the charts with their workbooks: as Word holds them, PowerPoint does too. */
async function wordFiles(runs: readonly ReturnType<typeof chartRun>[]): Promise<Record<string, Uint8Array>> {
  const children = runs.map((run) => new Paragraph({ children: [run] }));
  const made = unzipSync(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return Object.fromEntries(
    Object.entries(made)
      .filter(([name]) => /^word\/(charts|embeddings|theme)\//.test(name))
      .map(([name, content]) => [
        name.replace(/^word/, "ppt"),
        /charts\/[^/]+\.xml$/.test(name) ? larger(content) : content,
      ]),
  );
}

/** What is read on paper at 9 points is read on a wall at 14. */
const larger = (chart: Uint8Array) =>
  strToU8(
    strFromU8(chart)
      .replaceAll('sz="1400"', 'sz="1800"')
      .replaceAll(/sz="(900|1000)"/g, 'sz="1400"'),
  );
