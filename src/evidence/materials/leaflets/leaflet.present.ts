/**
 * A leaflet on A4. With bleed the sheet is 3 mm larger on each side, its ground goes to the edge, and marks tell where to
 * cut.
 */
export const LEAFLET_SOURCE = `
#let data = json(bytes(sys.inputs.data))
#let bleed = if data.bleed { 3mm } else { 0mm }
#let mark = line.with(stroke: 0.25pt)
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 11pt)
#set page(
  width: 210mm + 2 * bleed, height: 297mm + 2 * bleed,
  margin: (x: 15mm + bleed, top: 62mm + bleed, bottom: 16mm + bleed),
  background: pdf.artifact({
    place(top + left, rect(width: 100%, height: 54mm + bleed, fill: rgb("#00317c")))
    if data.bleed {
      for (x, dx) in ((left, bleed), (right, -bleed)) {
        place(top + x, dx: dx, mark(angle: 90deg, length: 2.5mm))
        place(bottom + x, dx: dx, dy: -2.5mm, mark(angle: 90deg, length: 2.5mm))
      }
      for (y, dy) in ((top, bleed), (bottom, -bleed)) {
        place(y + left, dy: dy, mark(length: 2.5mm))
        place(y + right, dy: dy, mark(length: 2.5mm))
      }
    }
  }),
  footer: text(size: 8pt)[#data.foot #h(1fr) #data.asOf],
)
#place(top, dy: -50mm, block(width: 100%, height: 42mm, {
  set text(fill: white)
  text(size: 24pt, weight: "bold")[#heading(level: 1, outlined: true, data.title)]
  v(3mm)
  text(size: 12pt, data.lead)
}))
#for line in data.body [
  #line
  #parbreak()
]
#v(4mm)
#heading(level: 2, data.contactsTitle)
#v(2mm)
#for one in data.contacts {
  block(breakable: false, width: 100%, inset: (y: 2.5mm), stroke: (bottom: 0.5pt + luma(150)))[
    #grid(columns: (1fr, auto), column-gutter: 6mm,
      [#text(weight: "bold", one.name) #for line in one.lines [#linebreak() #text(size: 9pt, line)]],
      align(right + horizon, text(size: 15pt, weight: "bold", font: ("BIZ UDGothic", "Noto Sans JP"), one.phone)),
    )
  ]
}
#v(1fr)
#if data.code != "" {
  grid(columns: (26mm, 1fr), column-gutter: 4mm, align: horizon,
    image(bytes(data.code), width: 24mm, alt: data.codeText),
    [#data.codeText #linebreak() #text(size: 9pt, data.address)],
  )
}
`;
