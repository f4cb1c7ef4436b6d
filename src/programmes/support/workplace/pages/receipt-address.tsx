import { Copied } from "#ui/copied.tsx";
import { Folded } from "#ui/fold.tsx";
import type { Language } from "../../model/offer.messages.ts";
import { RECEIPT } from "../receipt.messages.ts";

/** The way back to this page, also from paper or a telephone; it holds the key, so it is not printed with the rest. */
export function Address({
  code,
  language,
}: {
  code: Readonly<{ address: string; picture: string }>;
  language: Language;
}) {
  const text = RECEIPT[language];
  return (
    <div className="no-print">
      <Folded summary={text.address}>
        <p>{text.addressLead}</p>
        <Copied text={code.address} language={language} />
        <img src={code.picture} alt={text.code} className="size-40" />
      </Folded>
    </div>
  );
}
