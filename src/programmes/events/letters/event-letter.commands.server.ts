import { getArea } from "#foundation/areas/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import type { App } from "#platform/app.ts";
import { calendarFile } from "#platform/files/calendar-file.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import type { EventPermit } from "../access.ts";
import { outwardTitle, whenText } from "../catalogue/event.present.ts";
import { organiserPhone } from "../catalogue/place.queries.server.ts";
import { isDiscreet, standing } from "../model/event.rules.ts";
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

/** The first session as a file for calendars: it moves there when the event moves, and is off when it is off. */
function calendarOf(permit: EventPermit, { event, sessions, app }: Told, office: string): MailAttachment[] {
  const [first] = standing(sessions).length > 0 ? standing(sessions) : sessions;
  if (!first) return [];
  const cancelled = event.state === "cancelled";
  const entry = {
    uid: `${first.id}@${new URL(app.config.origin).hostname}`,
    ...{ sequence: event.sequence, changedAt: permit.clock.now(), cancelled },
    ...{ day: first.day, from: first.starts, to: first.ends, summary: outwardTitle(event, "ja") },
    ...(first.place || event.place ? { location: first.place || event.place } : {}),
  };
  return [
    {
      name: "event.ics",
      mediaType: `text/calendar; charset=utf-8; method=${cancelled ? "CANCEL" : "PUBLISH"}`,
      text: calendarFile(entry, { name: office, email: app.config.mailFrom }),
    },
  ];
}

type Told = Readonly<{
  app: App;
  letter: keyof typeof TO_SIGNED_UP;
  event: Event;
  sessions: readonly Session[];
  signUp: SignUp;
  link: string;
  until?: Date;
}>;

/** Tells whoever signed up, where there is a mailbox. Of a discreet event nothing says what it is about. */
export async function postSignUp(permit: EventPermit, told: Told): Promise<void> {
  const { letter, event, sessions, signUp, link, until } = told;
  if (signUp.email === "") return;
  const { area } = permit.subject;
  const phone = await organiserPhone(permit, event);
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
    ...(letter === "booked" || letter === "cancelled"
      ? { attachments: calendarOf(permit, told, officeName(name, "ja")) }
      : {}),
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
