import { THREADS } from "./cover-drawing.ts";
import type { DocumentBlock, DocumentCell, PrintDocument } from "./document.ts";
import { columnShares } from "./document-chart.ts";

/** The parts that a presentation consists of (ECMA-376, PresentationML), as text. Lengths are in EMU, 12,700 to a point. */
const WIDE = 12_192_000;
const HIGH = 6_858_000;
const EDGE = 609_600;
const INNER = WIDE - 2 * EDGE;
const TOP = 1_300_000;
const ROOM = HIGH - TOP - 560_000;
const FONT = "BIZ UDPGothic";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPACES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const TYPE = "application/vnd.openxmlformats-officedocument";

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const relation = (number: number, kind: string, target: string) =>
  `<Relationship Id="rId${number}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
export const relations = (all: readonly string[]) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;

const counted = <T>(count: number, make: (number: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index + 1));

const EMPTY_TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const COLOURS =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** Everything around the slides; the theme is put beside it. */
export function frame(title: string, slides: number, charts: number): Record<string, string> {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const presentation = `${TYPE}.presentationml`;
  const types = [
    part("ppt/presentation.xml", `${presentation}.presentation.main+xml`),
    part("ppt/slideMasters/slideMaster1.xml", `${presentation}.slideMaster+xml`),
    part("ppt/slideLayouts/slideLayout1.xml", `${presentation}.slideLayout+xml`),
    part("ppt/theme/theme1.xml", `${TYPE}.theme+xml`),
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ...counted(slides, (one) => part(`ppt/slides/slide${one}.xml`, `${presentation}.slide+xml`)),
    ...counted(charts, (one) => part(`ppt/charts/chart${one}.xml`, `${TYPE}.drawingml.chart+xml`)),
  ];
  const kinds = Object.entries({
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
    png: "image/png",
    jpeg: "image/jpeg",
    xlsx: `${TYPE}.spreadsheetml.sheet`,
  }).map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  const core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  const listed = counted(slides, (one) => `<p:sldId id="${255 + one}" r:id="rId${one + 2}"/>`);
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${kinds.join("")}${types.join("")}</Types>`,
    "_rels/.rels": relations([
      relation(1, "officeDocument", "ppt/presentation.xml"),
      `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ]),
    "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>Yui</dc:creator></cp:coreProperties>`,
    "ppt/presentation.xml": `${HEAD}<p:presentation ${SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${listed.join("")}</p:sldIdLst><p:sldSz cx="${WIDE}" cy="${HIGH}"/><p:notesSz cx="${HIGH}" cy="${WIDE}"/></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations([
      relation(1, "slideMaster", "slideMasters/slideMaster1.xml"),
      relation(2, "theme", "theme/theme1.xml"),
      ...counted(slides, (one) => relation(one + 2, "slide", `slides/slide${one}.xml`)),
    ]),
    "ppt/slideMasters/slideMaster1.xml": `${HEAD}<p:sldMaster ${SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${EMPTY_TREE}</p:spTree></p:cSld>${COLOURS}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations([
      relation(1, "slideLayout", "../slideLayouts/slideLayout1.xml"),
      relation(2, "theme", "../theme/theme1.xml"),
    ]),
    "ppt/slideLayouts/slideLayout1.xml": `${HEAD}<p:sldLayout ${SPACES} type="titleOnly"><p:cSld name="題"><p:spTree>${EMPTY_TREE}${box(2, { x: EDGE, y: 380_000, cx: INNER, cy: 700_000 }, "題", 26, { title: true })}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations([
      relation(1, "slideMaster", "../slideMasters/slideMaster1.xml"),
    ]),
  };
}

type Place = Readonly<{ x: number; y: number; cx: number; cy: number }>;
type Look = Readonly<{ title?: boolean; bold?: boolean; colour?: string; right?: boolean }>;

const run = (text: string, points: number, { bold = false, colour = "1A1A1A" }: Look = {}) =>
  `<a:r><a:rPr lang="ja-JP" sz="${points * 100}"${bold ? ' b="1"' : ""}><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/></a:rPr><a:t>${escaped(text)}</a:t></a:r>`;

const line = (text: string, points: number, look: Look = {}) =>
  `<a:p><a:pPr${look.right ? ' algn="r"' : ""}/>${text === "" ? "" : run(text, points, look)}</a:p>`;

const at = ({ x, y, cx, cy }: Place) => `<a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/>`;

function box(id: number, place: Place, text: string, points: number, look: Look = {}): string {
  const kind = look.title ? '<p:nvPr><p:ph type="title"/></p:nvPr>' : "<p:nvPr/>";
  const paragraphs = text.split("\n").map((one) => line(one, points, look));
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${look.title ? "題" : `文${id}`}"/><p:cNvSpPr${look.title ? "" : ' txBox="1"'}/>${kind}</p:nvSpPr><p:spPr><a:xfrm>${at(place)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0" tIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.join("")}</p:txBody></p:sp>`;
}

const rule = (id: number, y: number, colour: string, points: number) =>
  `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="線${id}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>${at({ x: id === 90 ? EDGE : 0, y, cx: id === 90 ? INNER : WIDE, cy: 0 })}</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="${points * 12_700}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>`;

export const titleBox = (text: string) =>
  box(10, { x: EDGE, y: 380_000, cx: INNER, cy: 640_000 }, text, 26, { title: true, bold: true }) +
  rule(90, 1_080_000, "1A1A1A", 1);

export const textBox = (lines: readonly string[]) =>
  box(11, { x: EDGE, y: TOP, cx: INNER, cy: ROOM }, lines.join("\n"), 18);

/** The first slide: by whom, of what, when, with the two threads of the name across it. */
export function coverShapes({ title, subtitle, cover }: PrintDocument): string {
  const text = (id: number, y: number, cy: number, said: string, points: number, look: Look = {}) =>
    box(id, { x: EDGE, y, cx: INNER, cy }, said, points, look);
  const figures = (cover?.figures ?? [])
    .map(({ label, value, unit }) => `${label} ${value}${unit}`)
    .join("　　");
  return [
    text(2, 620_000, 400_000, cover?.office ?? "", 16, { bold: true }),
    text(3, 1_900_000, 500_000, cover?.over ?? subtitle, 20, { colour: "4D4D4D" }),
    text(4, 2_420_000, 900_000, cover?.title ?? title, 44, { title: true, bold: true }),
    text(5, 3_420_000, 450_000, cover?.place ?? "", 20),
    rule(6, 4_250_000, THREADS.workplace.slice(1), 4),
    rule(7, 4_420_000, THREADS.region.slice(1), 4),
    text(8, 4_800_000, 500_000, figures, 22, { bold: true }),
    text(9, 5_800_000, 600_000, [...(cover?.issuer ?? []), cover?.issued ?? ""].join("　"), 14, {
      colour: "4D4D4D",
    }),
  ].join("");
}

const graphic = (id: number, name: string, said: string, place: Place, uri: string, content: string) =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(said)}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>${at(place)}</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${content}</a:graphicData></a:graphic></p:graphicFrame>`;

const LINE = 330_000;
/** Lines over or under what a slide shows, and the room that they take. */
const around = (id: number, lines: readonly string[], y: number) =>
  lines.length === 0
    ? { shapes: "", high: 0 }
    : {
        shapes: box(id, { x: EDGE, y, cx: INNER, cy: heightOf(lines) }, lines.join("\n"), 14),
        high: heightOf(lines) + 60_000,
      };
const heightOf = (lines: readonly string[]) =>
  LINE * lines.reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / 60)), 0);

/** A chart with the lines that announce it over it, and its notes under it. */
export function chartFrame(
  relates: number,
  name: string,
  said: string,
  over: readonly string[],
  under: readonly string[],
): string {
  const above = around(13, over, TOP - 60_000);
  const below = around(14, under, HIGH - 500_000 - heightOf(under));
  const place = { x: EDGE, y: TOP + above.high, cx: INNER, cy: ROOM - above.high - below.high };
  const chart = `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${relates}"/>`;
  return above.shapes + graphic(20, name, said, place, "chart", chart) + below.shapes;
}

export function picture(
  relates: number,
  said: string,
  size: Readonly<{ width: number; height: number }>,
): string {
  const share = Math.min(INNER / size.width, (ROOM - 420_000) / size.height);
  const [cx, cy] = [Math.round(size.width * share), Math.round(size.height * share)];
  const place = { x: Math.round((WIDE - cx) / 2), y: TOP, cx, cy };
  return `<p:pic><p:nvPicPr><p:cNvPr id="21" name="写真" descr="${escaped(said)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId${relates}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>${at(place)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>${box(22, { x: EDGE, y: TOP + cy + 90_000, cx: INNER, cy: 330_000 }, said, 14, { colour: "4D4D4D" })}`;
}

type Table = Extract<DocumentBlock, { kind: "table" }>;

const lined = (colour: string) =>
  `<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR><a:lnT w="0"><a:noFill/></a:lnT><a:lnB w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:lnB><a:noFill/>`;

/** A table's rows as far as a slide holds them, under its caption and its head. */
export function tableFrame(
  { caption, head }: Table,
  rows: readonly (readonly DocumentCell[])[],
  over: readonly string[],
): string {
  const above = around(13, over, TOP - 60_000);
  const widths = columnShares(head).map((share) => Math.floor(INNER * share));
  const points = head.length > 6 ? 12 : 14;
  const cell = (text: string, index: number, look: Look, colour: string) =>
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${line(text, points, { ...look, right: head[index]?.right ?? false })}</a:txBody><a:tcPr marL="60000" marR="60000" marT="40000" marB="40000">${lined(colour)}</a:tcPr></a:tc>`;
  const row = (cells: string) => `<a:tr h="380000">${cells}</a:tr>`;
  const table = [
    `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${widths.map((one) => `<a:gridCol w="${one}"/>`).join("")}</a:tblGrid>`,
    row(head.map(({ text }, index) => cell(text, index, { bold: true }, "1A1A1A")).join("")),
    ...rows.map((cells) => row(cells.map(({ text }, index) => cell(text, index, {}, "D9D9D9")).join(""))),
    "</a:tbl>",
  ].join("");
  const place = { x: EDGE, y: TOP + 380_000 + above.high, cx: INNER, cy: 380_000 * (rows.length + 1) };
  return (
    above.shapes +
    box(12, { x: EDGE, y: TOP - 60_000 + above.high, cx: INNER, cy: 380_000 }, caption, 16, { bold: true }) +
    graphic(20, caption, caption, place, "table", table)
  );
}

/** A slide, with its foot where it is not the cover. */
export function slide(shapes: string, foot?: Readonly<{ number: number; of: number; foot: string }>): string {
  const below = foot
    ? box(30, { x: EDGE, y: HIGH - 420_000, cx: INNER - 1_200_000, cy: 260_000 }, foot.foot, 11, {
        colour: "626264",
      }) +
      box(
        31,
        { x: WIDE - EDGE - 1_200_000, y: HIGH - 420_000, cx: 1_200_000, cy: 260_000 },
        `${foot.number} / ${foot.of}`,
        11,
        {
          colour: "626264",
          right: true,
        },
      )
    : "";
  return `${HEAD}<p:sld ${SPACES}><p:cSld><p:spTree>${EMPTY_TREE}${shapes}${below}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}
