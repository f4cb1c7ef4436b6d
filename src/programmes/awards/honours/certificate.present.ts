/** A certificate on A4, landscape: what, to whom, when, its number and the way to check it. */
export const CERTIFICATE_SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 14pt)
#set page(paper: "a4", flipped: true, margin: 24mm, background: pdf.artifact(
  place(top + left, dx: 10mm, dy: 10mm, rect(width: 277mm, height: 190mm, stroke: 2pt + rgb("#00317c")))))
#align(center)[
  #text(size: 30pt, weight: "bold")[#heading(level: 1, outlined: true, data.head)]
  #v(4mm)
  #text(size: 16pt, data.title)
  #v(8mm)
  #text(size: 24pt, weight: "bold")[#data.workplace 様]
]
#v(8mm)
#data.words
#v(1fr)
#grid(columns: (1fr, auto), align: (left + bottom, right + bottom),
  [#data.day #linebreak() #text(size: 18pt, data.by)],
  grid(columns: (auto, 26mm), column-gutter: 4mm, align: horizon,
    text(size: 9pt)[#data.number #linebreak() #data.term #linebreak() #data.codeText],
    image(bytes(data.code), width: 24mm, alt: data.codeText)),
)
`;

/** What the press is told of a round, on one sheet. */
export const PRESS_SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 11pt)
#set page(paper: "a4", margin: 20mm)
#align(right, data.day)
#text(size: 18pt, weight: "bold")[#heading(level: 1, outlined: true, data.title)]
#data.by
#parbreak()
#data.lead
#v(4mm)
#for one in data.rows {
  block(breakable: false, width: 100%, inset: (y: 2mm), stroke: (bottom: 0.5pt + luma(150)))[
    *#one.workplace* （#one.tier） #linebreak() #one.words
  ]
}
#v(4mm)
#data.ceremony
`;
