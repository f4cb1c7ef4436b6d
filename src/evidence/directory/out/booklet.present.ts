import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { hoursLines } from "../find/entry.present.ts";
import type { Hours } from "../model/hours.rules.ts";
import { FEE_NAMES, KIND_NAMES } from "../model/resource.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import { KINDS } from "../model/resource-lists.schema.ts";
import { EASY, PRINTED } from "./booklet.messages.ts";
import type { BookletForm, BookletLanguage } from "./booklet.schema.ts";

/** What fits onto both sides of a leaflet with its index: seen on paper with entries as long as they are cut here. */
const MOST_IN_LEAFLET = { ja: 18, easy: 12 } as const;
const MOST_TOLD = { booklet: 160, leaflet: 56 } as const;
const MOST_HOURS = { booklet: 4, leaflet: 2 } as const;

export type BookletWanted = Readonly<{
  form: BookletForm;
  language: BookletLanguage;
  area: string;
  today: PlainDate;
  /** The QR code as SVG. */
  code: string;
}>;

/** What is printed: by kind, and by name for the index. */
export function bookletInputs(
  all: readonly Resource[],
  { form, language, area, today, code }: BookletWanted,
) {
  const text = PRINTED[language];
  const printed = form === "leaflet" ? all.slice(0, MOST_IN_LEAFLET[language]) : all;
  const sections = KINDS.flatMap((kind) => {
    const entries = printed
      .filter((one) => one.kind === kind)
      .map((one) => printedEntry(one, today, form === "leaflet" ? "leaflet" : "booklet", language));
    return entries.length > 0
      ? [{ name: language === "easy" ? EASY.kinds[kind] : KIND_NAMES[kind].ja, entries }]
      : [];
  });
  const left = all.length - printed.length;
  return {
    ...{ title: text.title(area), lead: text.lead, asOf: text.asOf(showDateJa(today)), code, sections },
    labels: {
      ...{
        contents: text.contents,
        index: text.index,
        phone: text.phone,
        address: text.address,
        hours: text.hours,
      },
      sides: text.sides,
      ...{ fee: text.fee, whom: text.whom, checked: text.checked, code: text.code, before: text.before },
    },
    more: left > 0 ? text.more(left) : "",
    paper: form === "a5" ? "a5" : "a4",
    index: printed
      .map((one) => ({ key: one.kana || one.name, name: one.name, mark: one.id }))
      .toSorted((a, b) => a.key.localeCompare(b.key, "ja")),
  };
}

/** The hours in easy words: the days alone; what is otherwise on a day is told at the telephone. */
const easyHours = ({ rows, closedOnHolidays }: Hours): string[] => [
  ...rows.map(({ weeks, days, from, to }) =>
    [
      weeks.map((one) => EASY.weeks[one] ?? "").join("・"),
      days.map((one) => EASY.days[one]).join("・"),
      EASY.times(from, to),
    ]
      .filter(Boolean)
      .join(" "),
  ),
  ...(rows.length > 0 && closedOnHolidays ? [EASY.holidays] : []),
];

const printedEntry = (
  one: Resource,
  today: PlainDate,
  room: keyof typeof MOST_TOLD,
  language: BookletLanguage,
) => ({
  ...{ mark: one.id, name: one.name, provider: one.provider === one.name ? "" : one.provider },
  ...{ phone: one.phone, address: one.address, description: one.description.slice(0, MOST_TOLD[room]) },
  hours: (language === "easy" ? easyHours(one.hours) : hoursLines(one.hours, today, "ja"))
    .slice(0, MOST_HOURS[room])
    .join("／"),
  fee:
    one.fee === "unknown"
      ? ""
      : [language === "easy" ? EASY.fees[one.fee] : FEE_NAMES[one.fee].ja, one.feeNote]
          .filter(Boolean)
          .join(" "),
  whom: one.eligibility,
  checked: one.checkedOn && room === "booklet" ? showDateJa(one.checkedOn) : "",
});

const HEAD = `
#let data = json(bytes(sys.inputs.data))
#let l = data.labels
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: if data.paper == "a5" { 8.5pt } else { 10pt })
#set par(leading: 0.6em)
#show heading.where(level: 1): it => block(above: 1.2em, below: 0.6em, text(size: 1.4em, it.body))
#show heading.where(level: 2): it => block(above: 1em, below: 0.4em, text(size: 1.1em, it.body))
#let line-of(label, value) = if value != "" { [#text(fill: luma(80))[#label] #value #linebreak()] }
#let entry(one) = block(breakable: false, width: 100%, inset: (bottom: 0.7em), stroke: (bottom: 0.4pt + luma(170)))[
  == #one.name #label("e-" + one.mark)
  #if one.provider != "" [#one.provider #linebreak()]
  #if one.description != "" [#one.description #linebreak()]
  #line-of(l.phone, one.phone)
  #line-of(l.address, one.address)
  #line-of(l.hours, one.hours)
  #line-of(l.fee, one.fee)
  #line-of(l.whom, one.whom)
  #line-of(l.checked, one.checked)
]
#let code-box(width) = align(center)[
  #image(bytes(data.code), width: width, alt: l.code)
  #text(size: 0.8em)[#l.code]
]
`;

/** Cover with the code, contents, entries by kind, index by reading with pages. */
export const BOOKLET_PAGES = `${HEAD}
#set page(paper: data.paper, margin: if data.paper == "a5" { 12mm } else { 18mm }, numbering: "1", footer: context [
  #set text(size: 0.8em)
  #data.asOf #h(1fr) #counter(page).display("1")
])
#v(20mm)
#text(size: 2em, weight: "bold")[#data.title]
#v(4mm)
#data.lead
#v(2mm)
#data.asOf
#v(10mm)
#code-box(34mm)
#v(6mm)
#l.before
#pagebreak()
#outline(title: l.contents, depth: 1)
#pagebreak()
#for section in data.sections [
  = #section.name
  #for one in section.entries { entry(one) }
]
#pagebreak()
= #l.index
#columns(2)[
  #for one in data.index [
    #link(label("e-" + one.mark))[#one.name] #box(width: 1fr, repeat[.]) #context counter(page).at(label("e-" + one.mark)).first() #linebreak()
  ]
]
`;

/** Both sides of a sheet in three panels each; the cover is the right panel of the first side. */
export const LEAFLET_PAGES = `${HEAD}
#set page(paper: "a4", flipped: true, margin: 10mm, columns: 3)
#set columns(gutter: 14mm)
#set text(size: 8pt)
#set par(leading: 0.45em)
#place(top, scope: "parent", float: true, clearance: 4mm)[
  #set align(left)
  #grid(columns: (1fr, 26mm), column-gutter: 6mm,
    [#text(size: 1.9em, weight: "bold")[#data.title] #linebreak() #data.lead #linebreak() #data.asOf #linebreak() #l.before],
    code-box(22mm))
]
#for section in data.sections [
  = #section.name
  #for one in section.entries { entry(one) }
]
#data.more
#block(breakable: true)[
  = #l.index
  #set text(size: 6.5pt)
  #set par(leading: 0.4em)
  #for one in data.index [
    #link(label("e-" + one.mark))[#one.name] #box(width: 1fr, repeat[.]) #context l.sides.at(counter(page).at(label("e-" + one.mark)).first() - 1, default: "") #linebreak()
  ]
]
`;
