import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { presentYears } from "../checkups/checkup.present.ts";
import { SHEET_ITEMS } from "../checkups/checkup.rules.ts";
import { REFERENCE_SET, referenceOf } from "../checkups/reference-value.rules.ts";
import type { Checkup } from "../model/entry.schema.ts";
import { BOOKLET_WORDS, type BookletLanguage } from "./booklet.messages.ts";

/** So many checkups stand side by side on a sheet. */
const COLUMNS = { a4: 5, a5: 3 } as const;
export type Paper = keyof typeof COLUMNS;
export const isPaper = (text: string): text is Paper => Object.hasOwn(COLUMNS, text);

/** The booklet: checkups side by side, the newest left, and pages to be written on. */
export const BOOKLET = `
#let data = json(bytes(sys.inputs.data))
#let words = data.words
#set document(title: words.title)
#set page(paper: data.paper, flipped: data.paper == "a4", margin: (left: 20mm, rest: 12mm),
  footer: [#text(size: 8pt)[#data.printed　#words.newer #h(1fr) #context counter(page).display()]])
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: data.lang, size: 9pt)
#let field(label) = block(width: 100%, above: 3.5mm, below: 3.5mm)[#label　#box(width: 1fr, stroke: (bottom: 0.4pt))[]]
#heading(level: 1, outlined: false)[#words.title]
#words.own #v(2mm)
#for one in (words.name, words.birth) + words.cover [#field(one)]
#for part in data.parts {
  heading(level: 2, outlined: false)[#words.results]
  table(columns: (auto, auto) + (1fr,) * part.heads.len(), stroke: 0.4pt + luma(120), inset: 3.2pt,
    table.header([#words.item], [#text(size: 7pt)[#words.reference]],
      ..part.heads.map(h => [#h.day #linebreak() #text(size: 7pt)[#h.kind #linebreak() #h.set]])),
    ..part.rows.map(r => ([#r.label #text(size: 7pt)[#r.unit]], [#text(size: 7pt)[#r.reference]],
      ..r.cells.map(c => [#c.value #text(size: 7pt)[#c.judgement #if c.range != "" [（#c.range）]]]))).flatten())
  [#text(size: 7.5pt)[#words.reference：#data.set。#words.letters]]
  pagebreak()
}
#for page in data.pages {
  block(breakable: false)[
    #heading(level: 2, outlined: false)[#page.title]
    #page.lead
    #v(1mm)
    #table(columns: (1fr,) * page.columns.len(), rows: (auto,) + (8mm,) * page.lines, stroke: 0.4pt + luma(120), inset: 3.5pt,
      table.header(..page.columns), ..range(page.columns.len() * page.lines).map(i => []))
  ]
}
#heading(level: 2, outlined: false)[#words.changesTitle]
#for (head, text) in words.changes [ #strong(head) #linebreak() #text #v(2mm) ]
`;

/** What stands on a blank sheet: the items that most result sheets have. */
const BLANK = new Set(
  `height weight bmi waist sbp dbp tg_fasting hdl ldl ast alt ggt fpg hba1c creatinine egfr uric_acid hemoglobin
  urine_glucose urine_protein ecg chest_xray`.split(/\s+/),
);
const EMPTY = { value: "", judgement: "", range: "" };

/** What the booklet is printed from: what the file holds, or nothing for a blank one. */
export function presentBooklet(
  checkups: readonly Checkup[],
  {
    paper,
    printedOn,
    language = "ja",
  }: Readonly<{ paper: Paper; printedOn: PlainDate; language?: BookletLanguage }>,
): Readonly<Record<string, unknown>> {
  const words = BOOKLET_WORDS[language];
  const many = COLUMNS[paper];
  const parts = [];
  for (let from = 0; from < checkups.length; from += many) {
    const { heads, rows } = presentYears(checkups.slice(from, from + many));
    parts.push({
      heads,
      rows: rows.map(({ key, label, unit, cells }) => ({ label, unit, cells, reference: referenceOf(key) })),
    });
  }
  if (checkups.length === 0) {
    const items = SHEET_ITEMS.filter(({ key }) => BLANK.has(key));
    parts.push({
      heads: words.times.slice(0, many).map((day) => ({ day, kind: "    /    /", set: "" })),
      rows: [
        ...items.map(({ key, label, unit }) => ({ label, unit, reference: referenceOf(key) })),
        { label: words.overall, unit: "", reference: "" },
      ].map(({ label, unit, reference }) => ({
        label,
        unit,
        reference,
        cells: Array.from({ length: many }, () => EMPTY),
      })),
    });
  }
  return {
    ...{ paper, parts, words, pages: words.pages, set: REFERENCE_SET, lang: language === "en" ? "en" : "ja" },
    printed: language === "en" ? `Printed on ${printedOn}.` : `${showDateJa(printedOn)}に印刷。`,
  };
}
