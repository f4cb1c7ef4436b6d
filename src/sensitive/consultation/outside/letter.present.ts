import type { PrintDocument } from "#platform/pdf/document.ts";
import { LETTER } from "./outside.messages.ts";

export type Letter = Readonly<{
  reference: string;
  sender: string;
  senderPhone: string;
  receiver: string;
  writtenOn: string;
  reason: string;
  urgency: string;
  /** By what right it is handed over. */
  note: string;
  items: readonly Readonly<{ label: string; text: string }>[];
  /** Where the receiver answers. */
  link: string;
}>;

/** The referral as a document, with the part that comes back. */
export const letterDocument = (letter: Letter): PrintDocument => ({
  title: LETTER.title,
  subtitle: `${letter.receiver} 御中　${letter.sender}　${letter.writtenOn}　紹介番号 ${letter.reference}`,
  notes: [letter.note],
  sections: [
    {
      heading: "紹介の内容",
      blocks: [
        {
          kind: "table",
          caption: "項目",
          head: [{ text: "項目" }, { text: "内容" }],
          rows: [
            [{ text: "理由" }, { text: letter.reason }],
            [{ text: "緊急度" }, { text: letter.urgency }],
            ...letter.items.map(({ label, text }) => [{ text: label }, { text }]),
          ],
        },
      ],
    },
    {
      heading: LETTER.reply,
      blocks: [
        {
          kind: "paragraph",
          text: `${letter.sender}${letter.senderPhone ? `（電話 ${letter.senderPhone}）` : ""} 行`,
        },
        { kind: "paragraph", text: LETTER.replyLead },
        {
          kind: "table",
          caption: `紹介番号 ${letter.reference}`,
          head: [{ text: "項目" }, { text: "ご記入ください" }],
          rows: [
            [{ text: LETTER.arrivedOn }, { text: "　　月　　日" }],
            [{ text: LETTER.taken }, { text: LETTER.takenChoices }],
            [{ text: LETTER.contacted }, { text: LETTER.contactedChoices }],
            [{ text: LETTER.by }, { text: "" }],
          ],
        },
        { kind: "paragraph", text: LETTER.link },
        { kind: "paragraph", text: letter.link },
      ],
    },
  ],
});
