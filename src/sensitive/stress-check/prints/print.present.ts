const HEAD = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: data.at("lang", default: "ja"), size: 10.5pt)
`;

/** A slip for each worker, to be cut and put into an envelope with the name outside. */
export const SLIPS = `${HEAD}
#set page(paper: "a4", margin: 14mm)
#heading(level: 1, outlined: false)[#data.title　回答用の番号]
#data.handing
#v(3mm)
#grid(columns: (1fr, 1fr), gutter: 3mm,
  ..data.slips.map(one => box(width: 100%, height: 52mm, inset: 3mm, stroke: (dash: "dashed", thickness: 0.5pt))[
    #grid(columns: (1fr, 22mm), column-gutter: 2mm,
      [*#one.name 様*　用紙の番号 #one.number #v(1mm) #text(size: 8.5pt)[#data.hidden] #v(1mm)
       #text(size: 8.5pt)[#data.address] #linebreak() 番号 #text(font: ("BIZ UDGothic",), size: 11pt)[#one.code]
       #if data.deadline != "" [#linebreak() #text(size: 8.5pt)[回答期限　#data.deadline]]],
      image(bytes(one.qr), width: 21mm, alt: "回答ページを開くコード"))
  ]))
`;

/** The result of each worker, a sheet of the same size for everyone: nobody sees from outside what it says. */
export const RESULTS = `${HEAD}
#set page(paper: "a4", margin: (x: 20mm, y: 18mm))
#for (i, one) in data.results.enumerate() {
  if i > 0 { pagebreak() }
  heading(level: 1, outlined: false)[#data.title　結果のお知らせ]
  [*#one.name 様*　用紙の番号 #one.number]
  v(4mm)
  if one.facts.len() == 0 [#one.said] else {
    table(columns: (1fr, 1fr), stroke: 0.4pt + luma(140), inset: 5pt,
      table.header([項目], [結果]),
      ..one.facts.map(f => (f.name, f.value)).flatten())
    v(3mm)
    if one.scales.len() > 0 {
      [19の尺度（1〜5点。点数が低いほど、ストレスが高い状態です）]
      table(columns: (1fr, auto, 1fr, auto), stroke: 0.4pt + luma(140), inset: 4pt,
        table.header([尺度], [点数], [尺度], [点数]),
        ..one.scales.map(s => (s.name, str(s.value))).flatten())
    }
    v(3mm)
    one.said
  }
  v(3mm)
  data.advice.map(line => [・#line]).join(linebreak())
  v(3mm)
  [*面接指導の申出* #linebreak() #one.asking]
  v(3mm)
  [*相談先* #linebreak() #data.lines.join(linebreak()) #linebreak() #data.contact]
}
`;

/** A notice or the house rules, large enough to be put up on a wall. */
export const NOTICE = `${HEAD}
#set page(paper: "a4", margin: 22mm)
#set text(size: 13pt)
#heading(level: 1, outlined: false)[#data.title]
#data.name
#v(6mm)
#for line in data.lines { [・#line #v(3mm)] }
#v(6mm)
#for one in data.facts { [#one.name　#one.value #linebreak()] }
`;
