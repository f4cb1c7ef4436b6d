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
    #text(size: 7pt)[#data.codeText]
  ],
)
#v(2mm)
#let box-of(label, height: 8mm) = (table.cell(align: left + horizon)[#label], table.cell(align: left)[#v(height)])
#let mark(words) = words.map(word => [□ #word]).join(h(1.2em))
#table(
  columns: (38mm, 1fr),
  stroke: 0.5pt + luma(120),
  inset: 5pt,
  ..box-of("事業所の名前"),
  ..box-of("住所・市町村"),
  [業種], mark(data.industries),
  ..box-of("従業員の人数 ／ 参加する人数", height: 6mm),
  [お手伝いしてほしいこと], mark(data.topics),
  [50人未満・無料のもの], mark(data.services),
  ..box-of("健診日・申出日（上の□のとき）", height: 6mm),
  [場所], mark(data.places),
  ..box-of("希望の日時（3つまで。空欄はおまかせ）", height: 16mm),
  ..box-of("伝えたいこと（働く人の名前や病名は書かないでください）", height: 18mm),
  ..box-of("担当の方・電話・ファックス・メール", height: 12mm),
)
#text(size: 8pt)[#data.foot]
`;
