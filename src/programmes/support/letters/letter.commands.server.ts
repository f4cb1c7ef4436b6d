import { findArea, getArea } from "#foundation/areas/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import type { SupportPermit } from "../access.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { showDay, showSlot } from "../model/visit.present.ts";
import { officesOf } from "../office/office.queries.server.ts";
import { officeName, PLACEHOLDERS, PURPOSES } from "./letter.messages.ts";
import { TO_SECRETARIATS, TO_SUPPORTERS } from "./supporter-letter.messages.ts";
import { TO_BOTH, TO_WORKPLACES } from "./workplace-letter.messages.ts";

export type ToWorkplace = keyof typeof TO_WORKPLACES | keyof typeof TO_BOTH;
export type ToSupporter = keyof typeof TO_SUPPORTERS | keyof typeof TO_BOTH;
type ToSecretariat = keyof typeof TO_SECRETARIATS;

export const SUPPORT_LETTERS = defineLetters<
  ToWorkplace | ToSupporter | ToSecretariat,
  keyof typeof PLACEHOLDERS
>({
  module: "support",
  title: "メールの文面",
  placeholders: PLACEHOLDERS,
  held: true,
  everywhere: ["number", "town", "size", "office", "to", "phone"],
  readers: [
    { title: "事業所へのメール", letters: TO_WORKPLACES },
    { title: "支援機関へのメール", letters: TO_SUPPORTERS },
    { title: "事業所と支援機関の両方へのメール", letters: TO_BOTH },
    { title: "事務局へのメール", letters: TO_SECRETARIATS },
  ],
});

export type Post = Readonly<{
  letter: ToWorkplace | ToSupporter | ToSecretariat;
  /** Whom it is for, by name; a workplace is not named, since mail goes astray. */
  name?: string;
  /** Empty: there is no mailbox, nothing goes out; the page that tells the history says so. */
  to: string;
  language?: Language;
  /** The enquiry, or else the request; to the secretariat, of whom it tells. */
  about: string;
  /** Two letters of a key are one; it begins with what it is about. */
  key?: string;
  link?: string;
  how?: string;
  /** What {day} and {deadline} show, in the language of the letter; no question is held back past its deadline. */
  slot?: Slot | undefined;
  deadline?: Date | null;
  attachments?: readonly MailAttachment[];
  /** Whose office signs it, where that is not the request's area. */
  office?: AreaId;
}>;

/** What one is told whom the request needs no more: thanks for an answer, and nobody for one that was never given. */
export const partingOf = ({ answers }: Pick<Enquiry, "answers">): ToSupporter =>
  answers === null ? "not_needed" : answers.every((one) => one === "no") ? "declined" : "released";

/** Puts a letter about a request into the outbox, in the transaction of the work under way. */
export async function post(
  permit: SupportPermit,
  request: SupportRequest,
  { letter, about, key = about, link, how, slot, deadline = null, office, ...mail }: Post,
): Promise<void> {
  if (mail.to === "") return;
  const sender = office ?? request.areaId;
  const { name } = await getArea(permit, sender);
  const [reached] = (await officesOf(permit, sender)).filter(({ phone }) => phone !== "");
  const town = await townOf(permit, request);
  await sendLetter(permit, SUPPORT_LETTERS, {
    ...mail,
    area: request.areaId,
    letter,
    onceKey: `support:${letter}:${key}`,
    about,
    answerBy: deadline,
    reference: request.number,
    values: (language) => ({
      number: request.number,
      to: addressee(mail.name, language),
      phone: reached?.phone ?? "",
      purpose: PURPOSES[request.place][language],
      days: request.slots.map((each) => showSlot(each, language)).join(language === "ja" ? "、" : ", "),
      town,
      size: String(request.size),
      office: officeName(name, language),
      ...(link ? { link } : {}),
      ...(how ? { how } : {}),
      day: slot ? showSlot(slot, language) : "",
      ...(deadline ? { deadline: showDay(plainDateIn(deadline, "Asia/Tokyo"), language) } : {}),
    }),
  });
}

const addressee = (name: string | undefined, language: Language): string =>
  language === "en" ? "Dear Sir or Madam," : name ? `${name} 御中` : "ご担当者様";

/** The town of the workplace, or its area where it is in none. */
export async function townOf(
  permit: SupportPermit,
  { municipality, areaId }: Pick<SupportRequest, "municipality" | "areaId">,
): Promise<string> {
  const town = municipality === "" ? undefined : await findArea(permit, municipality);
  return (town ?? (await getArea(permit, areaId))).name;
}
