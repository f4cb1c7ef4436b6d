/** One A4 for each workplace, its address where the window of an envelope shows it, and the code that leads to the form. */
export const LETTERS = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: (x: 22mm, y: 18mm))
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 10.5pt)
#for (i, unit) in data.units.enumerate() {
  if i > 0 { pagebreak() }
  place(top + left, dx: -2mm, dy: 2mm, box(width: 90mm, height: 45mm)[
    〒#unit.postalCode #linebreak() #unit.address #v(2mm)
    #text(size: 12pt)[#unit.name #linebreak() #unit.contact 御中]
  ])
  v(58mm)
  align(center)[#heading(level: 1, outlined: false)[#data.title　ご協力のお願い]]
  v(4mm)
  data.lead
  v(6mm)
  grid(columns: (1fr, 42mm), column-gutter: 8mm,
    [スマートフォンなどで右のコードを読み取るか、次のアドレスを開くと、回答できます。 #v(2mm)
     #text(font: ("BIZ UDGothic", "Noto Sans JP"), size: 8pt)[#unit.link] #v(3mm)
     回答期限　#data.deadline #v(2mm) 整理番号　#unit.number],
    image(bytes(unit.code), width: 40mm, alt: "回答ページを開くコード"))
  v(1fr)
  data.sender
}
`;

/** Codes for the workers of one workplace: slips to be cut and handed out in no order, none of them listed. */
export const CODES = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 14mm)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 9.5pt)
#for (i, pack) in data.packs.enumerate() {
  if i > 0 { pagebreak() }
  heading(level: 1, outlined: false)[#pack.name 御中　従業員の皆さまへの配布票]
  [切り離して、順番を決めずにお配りください。どなたに配ったかは、記録しないでください。余った票は処分してください。]
  v(3mm)
  grid(columns: (1fr, 1fr), gutter: 3mm,
    ..pack.codes.map(one => box(width: 100%, inset: 3mm, stroke: (dash: "dashed", thickness: 0.5pt))[
      #grid(columns: (1fr, 22mm), [*#data.title* #v(1mm) #data.anonymous #v(1mm) #data.address #linebreak() 番号 #text(font: ("BIZ UDGothic",), size: 12pt)[#one.code]],
        image(bytes(one.qr), width: 21mm, alt: "回答ページを開くコード"))
    ]))
}
`;

/** The answer sheet: every question with its number, also those of a branch, and unit and page on both sides. */
export const SHEETS = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 10pt)
#for (i, sheet) in data.sheets.enumerate() {
  counter(page).update(1)
  page(paper: "a4", margin: (x: 16mm, top: 22mm, bottom: 18mm),
    header: context [#data.title #h(1fr) 整理番号 *#sheet.number*　ページ *#sheet.number\\-#counter(page).get().first()*],
    footer: [番号を○で囲んでください。取り消すときは、その番号を塗りつぶしてください。])[
    #if sheet.name != "" [#heading(level: 1, outlined: false)[#sheet.name 様]] else [#heading(level: 1, outlined: false)[調査票]]
    #data.lead
    #for q in data.questions {
      v(2.5mm)
      block(breakable: false)[
        *問#q.number* #h(1mm) #q.text #if q.must [（必ずお答えください）]
        #if q.only != "" [#linebreak() #text(size: 9pt)[【#q.only】]]
        #if q.note != "" [#linebreak() #text(size: 9pt)[#q.note]]
        #if q.credit != "" [#linebreak() #text(size: 7.5pt)[#q.credit]]
        #v(1mm)
        #if q.rows.len() > 0 {
          table(columns: (1fr,) + (auto,) * q.choices.len(), stroke: 0.4pt + luma(140), inset: 4pt, align: (left,) + (center,) * q.choices.len(),
            table.header([], ..q.choices.map(c => text(size: 8pt)[#c.label])),
            ..q.rows.map(r => ([#r.label], ..q.choices.enumerate().map(c => [#(c.at(0) + 1)]))).flatten())
        } else if q.choices.len() > 0 {
          q.choices.enumerate().map(c => box[#h(2mm) #(c.at(0) + 1) #c.at(1).label#if c.at(1).other [（　　　　　　　　）]]).join(h(3mm, weak: true) + sym.space)
        } else if q.kind == "text" { box(width: 100%, height: 18mm, stroke: 0.4pt + luma(140)) } else { [#box(width: 40mm, height: 8mm, stroke: 0.4pt + luma(140)) #q.unit] }
      ]
    }
  ]
}
`;
