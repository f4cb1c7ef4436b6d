/** The form of a request on one page, for those who write by hand; the code leads to its twin on the screen. */
export const PAPER = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 14mm)
#set text(font: ("BIZ UDGothic", "Noto Sans JP"), lang: "ja", size: 10pt)
#grid(columns: (1fr, 30mm), column-gutter: 6mm,
  [
    = #data.title
    #data.lead
    #v(1mm)
    #data.send
  ],
  align(center)[
    #image(bytes(data.code), width: 26mm, alt: data.codeText)
    #v(-1mm)
    #text(size: 7pt)[#data.codeText]
  ],
)
#v(2mm)
#let box-of(label, height: 8mm) = (table.cell(align: left + horizon)[#label], table.cell(align: left)[#v(height)])
// A choice is never torn from its box.
#let mark(words) = words.map(word => box[□ #word]).join(h(1.2em, weak: true) + sym.space)
#let wish(n) = box(width: 100%, height: 8mm, align(horizon)[第#(n)希望 #h(8mm) 月 #h(8mm) 日 #h(10mm) 時 #h(8mm) 分から #h(8mm) 時 #h(8mm) 分まで])
#table(
  columns: (38mm, 1fr),
  stroke: 0.5pt + luma(120),
  inset: (x: 5pt, y: 6pt),
  align: left + horizon,
  ..box-of("事業所の名前"),
  ..box-of("住所・市町村"),
  [業種], mark(data.industries),
  [人数], [従業員 #h(18mm) 人 #h(14mm) 参加する人 #h(18mm) 人],
  [ご希望の内容], mark(data.topics),
  [50人未満・無料のもの], mark(data.services),
  [上の□をつけたとき], [健康診断の日 #h(8mm) 月 #h(8mm) 日 #h(10mm) ご本人から申し出があった日 #h(8mm) 月 #h(8mm) 日],
  [場所], mark(data.places),
  [希望の日時 #linebreak() #text(size: 8pt)[空欄は「おまかせ」です]], stack(..(1, 2, 3).map(wish)),
  [伝えたいこと #linebreak() #text(size: 8pt)[働く人のお名前や病名は入力しないでください]], v(30mm),
  ..box-of("担当の方"),
  ..box-of("電話・ファックス"),
  ..box-of("メールアドレス"),
)
#text(size: 8pt)[#data.foot]
`;
