import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { TOPIC_NAMES } from "../model/resource.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import type { Topic } from "../model/resource-lists.schema.ts";
import { SIGN } from "./sign.messages.ts";

const MOST_TOLD = 80;

export type SignWanted = Readonly<{ area: string; today: PlainDate; code: string }>;

/** What a shop that supports health hangs out, with the code of its own entry. */
export const signInputs = (one: Resource, { area, today, code }: SignWanted) => ({
  ...{ title: SIGN.title, area, name: one.name, code, codeText: SIGN.code },
  topics: one.topics.map((topic) => TOPIC_NAMES[topic as Topic].ja).join("・"),
  description: one.description.slice(0, MOST_TOLD),
  foot: SIGN.foot(area, showDateJa(today)),
});

export const SIGN_PAGE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title + " " + data.name)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 16pt)
#set page(paper: "a4", margin: 18mm, background: rect(width: 190mm, height: 277mm, stroke: 3pt + rgb("#00118f"), radius: 6mm))
#set align(center)
#v(12mm)
#text(size: 18pt)[#data.area]
#v(2mm)
#heading(level: 1, text(size: 44pt, fill: rgb("#00118f"), data.title))
#v(10mm)
#text(size: 28pt, weight: "bold")[#data.name]
#v(6mm)
#if data.topics != "" [#text(size: 18pt)[#data.topics] #v(2mm)]
#data.description
#v(1fr)
#image(bytes(data.code), width: 42mm, alt: data.codeText)
#text(size: 13pt)[#data.codeText]
#v(6mm)
#text(size: 11pt)[#data.foot]
#v(6mm)
`;
