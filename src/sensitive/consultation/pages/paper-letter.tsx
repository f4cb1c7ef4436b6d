import { Facts, PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import type { Letter } from "../outside/letter.present.ts";
import { LETTER } from "../outside/outside.messages.ts";

/** The referral on paper, and on a page of its own the part that comes back. */
export function PaperLetter({ letter }: { letter: Letter }) {
  return (
    <>
      <PageHead
        title={LETTER.title}
        lead={`${letter.receiver} 御中　${letter.sender}　${letter.writtenOn}　紹介番号 ${letter.reference}`}
        actions={<PrintButton label="印刷する" />}
      />
      <p className="no-print my-4">この画面は、一度だけ表示します。印刷してから閉じてください。</p>
      <Facts
        items={[
          { name: "理由", value: letter.reason },
          { name: "緊急度", value: letter.urgency },
          ...letter.items.map(({ label, text }) => ({
            name: label,
            value: <span className="whitespace-pre-line">{text}</span>,
          })),
        ]}
      />
      <p className="my-6">{letter.note}</p>
      <div className="break-before-page">
        <Section title={`${LETTER.reply}　紹介番号 ${letter.reference}`} lead={LETTER.replyLead}>
          <p>
            {letter.sender}
            {letter.senderPhone ? `（電話 ${letter.senderPhone}）` : ""} 行
          </p>
          <Facts
            items={[
              { name: LETTER.arrivedOn, value: "　　月　　日" },
              { name: LETTER.taken, value: LETTER.takenChoices },
              { name: LETTER.contacted, value: LETTER.contactedChoices },
              { name: LETTER.by, value: "　" },
            ]}
          />
          <p className="mt-6">{LETTER.link}</p>
          <p className="break-all">{letter.link}</p>
        </Section>
      </div>
    </>
  );
}
