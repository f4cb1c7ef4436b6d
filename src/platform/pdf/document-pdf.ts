import { renderPdf } from "#platform/pdf/render.ts";
import { knotDrawing } from "./cover-drawing.ts";
import type { PrintDocument } from "./document.ts";
import { pictureSize } from "./picture-size.ts";

const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#let covered = "cover" in data
#let quiet = rgb("#4d4d4d")
#let day(parts) = datetime(year: parts.at(0), month: parts.at(1), day: parts.at(2))
#let ofSection = context {
  let before = query(heading.where(level: 2)).filter(one => one.location().page() <= here().page())
  if before.len() > 0 { before.last().body }
}
#let head = block(width: 100%, stroke: (bottom: 0.5pt + rgb("#d9d9d9")), inset: (bottom: 5pt), text(size: 9pt, fill: quiet)[#data.title #h(1fr) #ofSection])
#let foot = text(size: 9pt, fill: quiet)[#if covered { data.cover.office } #h(1fr) #context counter(page).display("1 / 1", both: true)]
#set document(title: data.title, date: if "madeOn" in data { day(data.madeOn.split("-").map(int)) } else { auto })
#set page(paper: "a4", margin: (x: 20mm, top: if covered { 28mm } else { 20mm }, bottom: 22mm), header: if covered { head }, footer: foot)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 10pt)
#set par(leading: 0.75em, spacing: 1.1em)
#show link: it => text(fill: rgb("#0017c1"), it)
#show table: set text(font: ("BIZ UDGothic", "Noto Sans JP"))
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, width: 100%, stroke: (top: 0.6pt + rgb("#767676")), inset: (top: 6pt), text(size: 13pt, it.body))
#let cell(value) = if "href" in value { link(data.origin + value.href, value.text) } else { value.text }
#let columnAlign(column) = if "right" in column and column.right { right } else { left }

#if covered {
  let cover = data.cover
  page(margin: (x: 20mm, top: 22mm, bottom: 18mm), header: none, footer: none, {
    text(weight: "bold", size: 10pt, cover.office)
    v(42mm)
    text(size: 15pt, fill: quiet, cover.over)
    v(2mm)
    block(below: 8mm, heading(level: 1, outlined: false, text(size: 33pt, cover.title)))
    text(size: 13pt, cover.place)
    v(12mm)
    move(dx: -20mm, image(bytes(data.knot), format: "svg", width: 210mm, alt: "2本の糸を結んだ絵"))
    v(12mm)
    if cover.figures.len() > 0 {
      line(length: 100%, stroke: 0.6pt)
      v(2mm)
      grid(columns: cover.figures.map(_ => 1fr), column-gutter: 8mm, ..cover.figures.map(one => [
        #text(size: 10pt, fill: quiet, one.label) \\
        #text(size: 27pt, weight: "bold", one.value) #text(size: 10pt, one.unit)
      ]))
    }
    v(1fr)
    grid(columns: (1fr, auto), align: (left + bottom, right + bottom), text(size: 9pt, fill: quiet, cover.issuer.join(linebreak())), text(size: 9pt, fill: quiet, cover.issued))
  })
  block(below: 1.2em, text(size: 16pt, weight: "bold", "目次"))
  show outline.entry: set block(above: 1.1em)
  outline(title: none, target: heading.where(level: 2))
  v(1.5em)
  text(size: 9pt, fill: quiet, data.subtitle)
  pagebreak()
} else [
  = #data.title
  #data.subtitle
]

#for note in data.notes [
  #block(width: 100%, inset: 8pt, stroke: (left: 3pt + rgb("#0017c1")), fill: rgb("#f2f2f2"), note)
]
#for section in data.sections {
  heading(level: 2, section.heading)
  for item in section.blocks {
    if item.kind == "paragraph" { par(item.text) }
    // An item announces what follows it, and stays on its page.
    if item.kind == "list" { block(above: 1.5em, below: 0.8em, sticky: true, list(..item.items.map(cell))) }
    if item.kind == "chart" { block(width: 100%, breakable: false, image(bytes(item.svg), format: "svg", width: 72%, alt: item.text)) }
    if item.kind == "picture" and item.href in data.placed {
      block(breakable: false, {
        image(data.placed.at(item.href), height: 62mm, fit: "contain", alt: item.text)
        text(size: 9pt, fill: quiet, item.text)
      })
    }
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
export function documentPdf(
  { pictures = {}, ...document }: PrintDocument,
  origin: string,
  render: typeof renderPdf = renderPdf,
): Buffer {
  const files = Object.entries(pictures)
    .filter(([, content]) => pictureSize(content))
    .map(([href, content], index) => ({ href, path: `/pictures/${index}`, content }));
  const placed = Object.fromEntries(files.map(({ href, path }) => [href, path]));
  return render(SOURCE, { ...document, origin, placed, knot: document.cover && knotDrawing() }, files);
}
