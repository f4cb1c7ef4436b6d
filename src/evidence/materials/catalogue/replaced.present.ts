import qrcode from "qrcode";
import type { EditionState } from "../model/edition.rules.ts";

/** In place of the file of an edition that must not be handed on. */
export const REPLACED = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 25mm)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 12pt)
= #data.title
#v(4mm)
#box(stroke: 1.5pt, inset: 12pt, width: 100%)[#text(size: 20pt, weight: "bold")[#data.state] #linebreak() #data.lead]
#v(6mm)
#data.edition
#if data.changed.len() > 0 [
  == 変更のあった内容
  #list(..data.changed)
]
== 新しい版
#data.address
#v(2mm)
#image(bytes(data.code), width: 30mm, alt: "新しい版のアドレス")
#v(1fr)
#text(size: 9pt)[#data.day 現在]
`;

const SAID: Readonly<Partial<Record<EditionState, Readonly<Record<"state" | "lead", string>>>>> = {
  replaced: {
    state: "差し替え済み",
    lead: "この版は新しい版に差し替えられました。お手元のものは使わず、新しい版をご利用ください。",
  },
  stale: {
    state: "差し替え",
    lead: "この版に掲載している内容に変更がありました。配布を止め、新しい版をご利用ください。",
  },
  expired: { state: "期限切れ", lead: "この版の有効期限が過ぎました。新しい版をご利用ください。" },
};

export async function replacedContent(told: {
  title: string;
  label: string;
  state: EditionState;
  changed: readonly string[];
  address: string;
  day: string;
}) {
  const { title, label, changed, address, day } = told;
  const { state, lead } = SAID[told.state] ?? SAID.replaced!;
  const code = await qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });
  return { title, state, lead, changed, address, day, edition: `対象: ${label}`, code };
}
