import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { presentYears } from "../checkups/checkup.present.ts";
import type { Checkup } from "../model/entry.schema.ts";

/** So many checkups stand side by side on a sheet. */
const COLUMNS = { a4: 5, a5: 3 } as const;

/** The booklet: checkups side by side, the newest left, and pages to be written on. */
export const BOOKLET = `
#let data = json(bytes(sys.inputs.data))
#set document(title: "健康ファイル")
#set page(paper: data.paper, flipped: data.paper == "a4", margin: (left: 20mm, rest: 12mm),
  footer: [#text(size: 8pt)[#data.printed　この後の記録がある場合があります。 #h(1fr) #context counter(page).display()]])
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 9pt)
#heading(level: 1, outlined: false)[健康ファイル]
この冊子は、ご本人のものです。この欄は本人が記入します。 #v(2mm)
お名前　#box(width: 55mm, stroke: (bottom: 0.4pt))[] #h(4mm) 生年月日　#box(width: 40mm, stroke: (bottom: 0.4pt))[] #v(3mm)
#for part in data.parts {
  heading(level: 2, outlined: false)[健診結果]
  table(columns: (auto,) + (1fr,) * part.heads.len(), stroke: 0.4pt + luma(120), inset: 3.5pt,
    table.header([項目（単位）], ..part.heads.map(h => [#h.day #linebreak() #text(size: 7pt)[#h.kind #linebreak() #h.set]])),
    ..part.rows.map(r => ([#r.label #text(size: 7pt)[#r.unit]], ..r.cells.map(c => [#c.value #text(size: 7pt)[#c.judgement #if c.range != "" [（基準 #c.range）]]]))).flatten())
  [#text(size: 7.5pt)[判定の文字は、健診機関の区分ごとに意味が違います。基準値は結果票に書かれていたものです。]]
  pagebreak()
}
#for page in data.pages {
  heading(level: 2, outlined: false)[#page.title]
  [#page.lead]
  v(2mm)
  table(columns: (1fr,) * page.columns.len(), rows: (auto,) + (8mm,) * page.lines, stroke: 0.4pt + luma(120), inset: 3.5pt,
    table.header(..page.columns), ..range(page.columns.len() * page.lines).map(i => []))
}
`;

const PAGES = [
  {
    title: "私の目標",
    lead: "無理のない目標を、具体的に書きます。",
    columns: ["目標", "始めた日", "ふり返り"],
    lines: 4,
  },
  { title: "体重・血圧", lead: "", columns: ["日付", "体重 kg", "血圧（上／下）", "メモ"], lines: 14 },
  { title: "歯科健診・がん検診", lead: "", columns: ["受けた日", "種類", "場所", "結果"], lines: 8 },
  {
    title: "家族がかかった病気",
    lead: "書ける範囲で書きます。",
    columns: ["続柄", "病気", "年齢"],
    lines: 5,
  },
  { title: "相談先", lead: "", columns: ["名前", "電話", "メモ"], lines: 5 },
] as const;

/** What the booklet is printed from: what the file holds, or nothing for a blank one. */
export function presentBooklet(
  checkups: readonly Checkup[],
  { paper, printedOn }: Readonly<{ paper: "a4" | "a5"; printedOn: PlainDate }>,
): Readonly<Record<string, unknown>> {
  const parts = [];
  for (let from = 0; from < checkups.length; from += COLUMNS[paper]) {
    const { heads, rows } = presentYears(checkups.slice(from, from + COLUMNS[paper]));
    parts.push({ heads, rows });
  }
  return { paper, parts, pages: PAGES, printed: `${showDateJa(printedOn)}に印刷` };
}
