/** The result on one A4 page to be hung up: what is done, what is next with boxes to tick, and a code that leads to the check. */
export const SHEET_SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: data.lang, size: 11pt)
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 18mm), footer: text(size: 8pt)[#data.foot])
#text(size: 22pt, weight: "bold")[#heading(level: 1, outlined: true, data.title)]
#text(size: 11pt, data.lead)
#v(3mm)
#text(size: 16pt, weight: "bold", data.score)
#linebreak()
#data.compared
#v(3mm)
#heading(level: 2, data.doneTitle)
#for one in data.done [
  ✓ #one
  #parbreak()
]
#v(2mm)
#heading(level: 2, data.todoTitle)
#for one in data.todo {
  block(breakable: false, width: 100%, inset: (y: 1.5mm), stroke: (bottom: 0.5pt + luma(150)))[
    #grid(columns: (6mm, 1fr, auto), column-gutter: 2mm, align: horizon,
      [□], one.text, text(size: 9pt, one.day))
  ]
}
#for one in data.pledges [
  #parbreak()
  *#one*
]
#v(1fr)
#grid(columns: (26mm, 1fr), column-gutter: 4mm, align: horizon,
  image(bytes(data.code), width: 22mm, alt: data.codeText),
  [#data.codeText #linebreak() #text(size: 9pt, data.address)],
)
`;
