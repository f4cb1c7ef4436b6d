import { renderPdf } from "#platform/pdf/render.ts";
import type { PrintDocument } from "./document.ts";

const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#let day(parts) = datetime(year: parts.at(0), month: parts.at(1), day: parts.at(2))
#set document(title: data.title, date: if "madeOn" in data { day(data.madeOn.split("-").map(int)) } else { auto })
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 22mm), numbering: "1 / 1")
#set text(font: ("BIZ UDGothic", "Noto Sans JP"), lang: "ja", size: 10pt)
#set par(leading: 0.75em, spacing: 1.1em)
#show link: it => text(fill: rgb("#0017c1"), it)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, width: 100%, stroke: (top: 0.6pt + rgb("#767676")), inset: (top: 6pt), text(size: 13pt, it.body))
#let cell(value) = if "href" in value { link(data.origin + value.href, value.text) } else { value.text }
#let columnAlign(column) = if "right" in column and column.right { right } else { left }

= #data.title
#data.subtitle

#for note in data.notes [
  #block(width: 100%, inset: 8pt, stroke: (left: 3pt + rgb("#0017c1")), fill: rgb("#f2f2f2"), note)
]
#for section in data.sections {
  heading(level: 2, section.heading)
  for item in section.blocks {
    if item.kind == "paragraph" { par(item.text) }
    // An item announces what follows it, and stays on its page.
    if item.kind == "list" { block(above: 1.5em, below: 0.8em, sticky: true, list(..item.items.map(cell))) }
    if item.kind == "chart" { block(width: 100%, image(bytes(item.svg), format: "svg", width: 72%, alt: item.text)) }
    if item.kind == "table" {
      block(above: 1em, below: 0.5em, sticky: true, text(weight: "bold", item.caption))
      table(
        columns: item.head.map(column => if columnAlign(column) == right { auto } else { 1fr }),
        align: item.head.map(columnAlign),
        stroke: (x, y) => (top: if y <= 1 { 0.6pt } else { 0.3pt + rgb("#b3b3b3") }, bottom: 0.3pt + rgb("#b3b3b3")),
        inset: (x: 4pt, y: 4pt),
        table.header(..item.head.map(column => strong(column.text))),
        ..item.rows.flatten().map(cell),
      )
    }
  }
}
`;

/** The document as an accessible PDF. `origin` completes the links. */
export const documentPdf = (document: PrintDocument, origin: string): Buffer =>
  renderPdf(SOURCE, { ...document, origin });
