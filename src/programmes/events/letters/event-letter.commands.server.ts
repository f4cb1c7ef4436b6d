import { getArea } from "#foundation/areas/public.ts";
import { secretariatOf } from "#foundation/identity/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import type { EventPermit } from "../access.ts";
import { outwardTitle, whenText } from "../catalogue/event.present.ts";
import { isDiscreet } from "../model/event.rules.ts";
import type { Event, Session } from "../model/event.schema.ts";
import { places } from "../signups/places.commands.server.ts";
import type { SignUp } from "../signups/sign-up.schema.ts";
import { officeName, PLACEHOLDERS, TO_SIGNED_UP } from "./event-letter.messages.ts";

export const EVENT_LETTERS = defineLetters<keyof typeof TO_SIGNED_UP, keyof typeof PLACEHOLDERS>({
  module: "events",
  title: "催しのメールの文面",
  placeholders: PLACEHOLDERS,
  everywhere: ["to", "office", "phone"],
  readers: [{ title: "申し込んだ方へのメール", letters: TO_SIGNED_UP }],
});

type Told = Readonly<{
  letter: keyof typeof TO_SIGNED_UP;
  event: Event;
  sessions: readonly Session[];
  signUp: SignUp;
  link: string;
  until?: Date;
}>;

/** Tells whoever signed up, where there is a mailbox. Of a discreet event nothing says what it is about. */
export async function postSignUp(
  permit: EventPermit,
  { letter, event, sessions, signUp, link, until }: Told,
): Promise<void> {
  if (signUp.email === "") return;
  const { area } = permit.subject;
  const ids = await secretariatOf(permit, area);
  const offices = await getOrganisations(permit, ids);
  const phone = event.phone || (ids.map((id) => offices.get(id)?.phone).find(Boolean) ?? "");
  const { name } = await getArea(permit, area);
  const [booking] = await places.of(permit, area, [signUp.id]);
  await sendLetter(permit, EVENT_LETTERS, {
    area,
    letter,
    to: signUp.email,
    ...(isDiscreet(event) || signUp.contact === "" ? {} : { name: signUp.contact }),
    language: signUp.language,
    onceKey: `events:${letter}:${signUp.id}:${until?.getTime() ?? event.sequence}`,
    about: signUp.id,
    reference: signUp.number,
    values: (language) => ({
      to: language === "ja" ? "お申し込みの方" : "Dear Sir or Madam,",
      office: officeName(name, language),
      phone,
      number: signUp.number,
      title: outwardTitle(event, language),
      when: whenText(sessions, language),
      place: event.place,
      seats: language === "ja" ? `${booking?.seats ?? 1}人` : `${booking?.seats ?? 1}`,
      ...(until ? { until: showInstantJa(until) } : {}),
      ...(event.cancelledWhy ? { reason: event.cancelledWhy } : {}),
      link,
    }),
  });
}
