import { showDateJa, showDayJa } from "#platform/kernel/plain-date.ts";
import { CERTIFICATE, CERTIFICATE_PAPER } from "./certificate.messages.ts";
import type { Certificate, Checked } from "./certificate.store.server.ts";

export const certificateRow = (one: Certificate) => ({
  id: one.id,
  number: one.number,
  name: one.name,
  attended: CERTIFICATE.attendedText(one.sessions, one.minutes),
  issuedOn: showDateJa(one.issuedOn),
  stands: one.replacedOn === null,
  replacedOn: one.replacedOn ? showDateJa(one.replacedOn) : "",
});

/** What anybody sees of a number: nothing of who has it. */
export const checkedView = (one: Checked) => ({
  title: one.title,
  issuer: one.issuer,
  attended: CERTIFICATE.attendedText(one.sessions, one.minutes),
  issuedOn: showDateJa(one.issuedOn),
  replacedOn: one.replacedOn ? showDateJa(one.replacedOn) : null,
});

export const paperOf = (one: Certificate, code: string) => ({
  number: CERTIFICATE_PAPER.number(one.number),
  to: CERTIFICATE_PAPER.to(one.name),
  text: CERTIFICATE_PAPER.text(
    one.title,
    one.fromDay === one.untilDay
      ? showDayJa(one.fromDay)
      : `${showDayJa(one.fromDay)}から${showDayJa(one.untilDay)}まで`,
    `${one.sessions}回・${one.minutes}分`,
  ),
  day: showDayJa(one.issuedOn),
  issuer: one.issuer,
  code,
  ...{ title: CERTIFICATE_PAPER.title, check: CERTIFICATE_PAPER.check, alt: CERTIFICATE_PAPER.alt },
});

/** A certificate a sheet of A4. */
export const CERTIFICATE_SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.papers.at(0).title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 14pt)
#set page(
  paper: "a4", margin: (x: 28mm, y: 32mm),
  background: pdf.artifact(rect(width: 182mm, height: 269mm, stroke: 1.5pt + rgb("#00317c"))),
)
#set par(leading: 1em, justify: true)
#for (at, one) in data.papers.enumerate() {
  if at > 0 { pagebreak() }
  align(right, text(size: 11pt, one.number))
  v(18mm)
  align(center, text(size: 34pt, weight: "bold", heading(level: 1, one.title)))
  v(22mm)
  text(size: 22pt, one.to)
  v(16mm)
  text(size: 15pt, one.text)
  v(20mm)
  one.day
  v(8mm)
  align(right, text(size: 18pt, one.issuer))
  v(1fr)
  grid(columns: (1fr, 24mm), column-gutter: 5mm, align: (right + horizon, right),
    text(size: 9pt, one.check), image(bytes(one.code), width: 22mm, alt: one.alt))
}
`;
