import { scopeOf } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { type MailAttachment, queueMail } from "#platform/mail/outbox.ts";
import type { SupportPermit } from "../access.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Slot } from "../model/offer.rules.ts";
import { showDay, showSlot } from "../model/visit.present.ts";
import { type Letter, officeName, type Values } from "./letter.messages.ts";
import { filled, MAY_WAIT } from "./letter.rules.ts";
import { findText } from "./letter.store.server.ts";
import { SHIPPED } from "./letter-shipped.messages.ts";

export type Post = Readonly<{
  area: AreaId;
  letter: Letter;
  /** Empty: there is no mailbox, nothing goes out; the page that tells the history says so. */
  to: string;
  language?: Language;
  values: Values;
  /** Begins with the id of what it is about: an enquiry, or else the request; to the secretariat, of whom it tells. */
  onceKey: string;
  attachments?: readonly MailAttachment[];
  /** What {day} and {deadline} show, in the language of the letter; no question is held back past its deadline. */
  slot?: Slot;
  deadline?: Date | null;
}>;

/** Puts a letter into the outbox in the transaction of the work under way. */
export async function post(
  permit: SupportPermit,
  { area, letter, to, language = "ja", values, slot, deadline = null, onceKey, attachments }: Post,
): Promise<void> {
  if (to === "") return;
  const spoken = SHIPPED[letter][language] ? language : "ja";
  const text = (await findText(permit, area, letter, spoken)) ?? SHIPPED[letter][spoken]!;
  const shown: Values = {
    ...values,
    ...(slot ? { day: showSlot(slot, spoken) } : {}),
    ...(deadline ? { deadline: showDay(plainDateIn(deadline, "Asia/Tokyo"), spoken) } : {}),
    ...(spoken === "en" ? { office: officeName((await getArea(permit, area)).name, spoken) } : {}),
  };
  await queueMail(permit, scopeOf(permit.actor).actor, permit.clock.now(), {
    area,
    to,
    ...filled(text, shown),
    onceKey: `support:${letter}:${onceKey}`,
    kind: MAY_WAIT[letter] ?? "now",
    answerBy: deadline,
    link: values.link ?? "",
    reference: values.number ?? "",
    about: onceKey.split(":", 1)[0]!,
    ...(attachments ? { attachments } : {}),
  });
}
