import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { newId } from "#platform/kernel/ids.ts";
import { parsePlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { DECIDED_BY, TEXTS } from "../model/enquiry.messages.ts";
import { isLetGo, type Needs } from "../model/enquiry.rules.ts";
import { type AskAround, AskInput } from "../model/enquiry.schema.ts";
import { type Slot, sameSlots } from "../model/offer.rules.ts";
import type { Offer } from "../model/offer.schema.ts";
import { ERRORS } from "../model/request.messages.ts";
import {
  DAYS_TO_ANSWER,
  type Enquiry,
  type EnquiryId,
  NeedsInput,
  type SupportRequest,
} from "../model/request.schema.ts";
import { selectOffers } from "../offers/offer.store.server.ts";
import { insertEnquiry, selectEnquiries } from "./enquiry.store.server.ts";
import { tellSupporters } from "./request-letter.commands.server.ts";
import { onRequest, step, stepEnquiry, withMatter } from "./step.commands.server.ts";

/** The coordinator asks who of these can come. Whoever was asked and not let go is not asked twice. */
export const askAround = command({
  ...onRequest,
  name: "request.ask",
  input: AskInput,
  run: withMatter((permit, matter, { asking }, app) =>
    askThese(permit, app, matter.request, matter.enquiries, asking),
  ),
});

/** As `askAround`, within a use-case that is under way. */
export async function askThese(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  before: readonly Enquiry[],
  input: AskAround,
): Promise<Result<SupportRequest>> {
  const needs = checked(NeedsInput, input.needs ?? request.needs);
  if (!needs.ok) return invalid({ needs: [TEXTS.needs] });
  const slots = slotsFrom(input.slots ?? request.slots, permit.clock.today());
  if (!slots) return invalid({ slots: [ERRORS.ja.day!] });
  if (slots.length === 0) return invalid({ slots: [TEXTS.noSlots] });
  // Other times are another step: those who answered are asked about them.
  const answered = request.status !== "waiting" && before.some((one) => one.answers && !isLetGo(one.state));
  if (answered && !sameSlots(slots, request.slots)) return conflict(TEXTS.slotsFixed);
  const offers = await selectOffers(permit, request.areaId, { ids: input.offers });
  const asked = newEnquiries(permit, request, before, offers, input);
  if (asked.length === 0) return invalid({ offers: [TEXTS.nobody] });
  for (const enquiry of asked) await insertEnquiry(permit, enquiry);
  const done = await step(permit, request, "ask", {
    detail: { asked: asked.map((one) => one.organisationName), mode: input.mode },
    change: {
      slots: JSON.stringify(slots),
      needs: JSON.stringify(needs.value satisfies Needs),
      decidedBy: input.decidedBy ?? request.decidedBy,
    },
  });
  if (!done.ok) return done;
  for (const enquiry of asked.filter((one) => one.state === "open"))
    await send(permit, app, done.value, enquiry, "enquiry");
  return done;
}

function newEnquiries(
  permit: SupportPermit,
  request: SupportRequest,
  before: readonly Enquiry[],
  offers: readonly Offer[],
  input: AskAround,
): Enquiry[] {
  const known = new Set(
    before.filter((one) => !isLetGo(one.state)).map((one) => `${one.offerId} ${one.organisationId}`),
  );
  const ordered = [...offers].sort((a, b) => input.offers.indexOf(a.id) - input.offers.indexOf(b.id));
  const first = Math.max(0, ...before.map((one) => one.turn + 1));
  const days = Math.min(60, Math.max(1, Math.trunc(input.days ?? DAYS_TO_ANSWER)));
  const now = permit.clock.now();
  return ordered.flatMap((offer, index) =>
    offer.parts.flatMap((part, position): Enquiry[] => {
      if (known.has(`${offer.id} ${part.organisationId}`)) return [];
      // The parts of a joint offer are asked together.
      const open = input.mode === "together" || index === 0;
      return [
        {
          areaId: request.areaId,
          id: newId<EnquiryId>(),
          requestId: request.id,
          offerId: offer.id,
          part: position,
          organisationId: part.organisationId,
          organisationName: part.organisationName,
          email: part.email,
          professions: part.professions,
          kind: offer.kind,
          turn: first + index,
          state: open ? "open" : "queued",
          askedAt: open ? now : null,
          daysToAnswer: days,
          deadline: open ? deadlineOf(now, days) : null,
          said: {},
          answers: null,
          proposal: "",
          comment: "",
          answeredAt: null,
          reminders: 0,
          remindedAt: null,
        },
      ];
    }),
  );
}

/** The end of the day in Japan so many days ahead. */
export function deadlineOf(now: Date, days: number): Date {
  const day = plainDateIn(new Date(now.getTime() + days * 86_400_000), "Asia/Tokyo");
  return new Date(`${day}T23:59:59+09:00`);
}

export function slotsFrom(slots: AskAround["slots"], today: string): Slot[] | undefined {
  const read = (slots ?? []).map(({ day, from, to }) => {
    const date = parsePlainDate(day);
    const times = /^\d{2}:\d{2}$/.test(from) && /^\d{2}:\d{2}$/.test(to) && from < to;
    return date && date >= today && times ? { day: date, from, to } : undefined;
  });
  return read.every((slot) => slot !== undefined) ? (read as Slot[]) : undefined;
}

/** Asks one of those who are asked, by a letter. */
export async function send(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  enquiry: Enquiry,
  letter: "enquiry" | "reminder" | "asked_anew",
): Promise<void> {
  await tellSupporters(permit, app, request, [enquiry], letter, {
    deadline: enquiry.deadline,
    how: DECIDED_BY[request.decidedBy],
    key: () => `${enquiry.id}:${enquiry.askedAt?.getTime()}:${enquiry.reminders}`,
  });
}

/** Asks an office once more; it keeps its deadline, or gets a day where that has gone by. */
export async function remindOne(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  enquiry: Enquiry,
): Promise<Result<SupportRequest>> {
  const now = permit.clock.now();
  const done = await step(permit, request, "remind", { detail: { asked: [enquiry.organisationName] } });
  if (!done.ok) return done;
  const late = !enquiry.deadline || enquiry.deadline <= now;
  const again = {
    ...enquiry,
    reminders: enquiry.reminders + 1,
    deadline: late ? deadlineOf(now, 1) : enquiry.deadline,
  };
  await stepEnquiry(permit, enquiry, "remind", {
    reminders: again.reminders,
    remindedAt: now,
    deadline: again.deadline,
  });
  await send(permit, app, request, again, "reminder");
  return done;
}

/** Where nobody open is left, the next in a row is asked. Returns whether somebody was. */
export async function askNext(permit: SupportPermit, app: App, request: SupportRequest): Promise<boolean> {
  const enquiries = await selectEnquiries(permit, request.areaId, request.id);
  if (enquiries.some((one) => one.state === "open")) return false;
  const turn = enquiries.find((one) => one.state === "queued")?.turn;
  const now = permit.clock.now();
  const next = enquiries.filter((one) => one.state === "queued" && one.turn === turn);
  for (const enquiry of next) {
    const deadline = deadlineOf(now, enquiry.daysToAnswer);
    await stepEnquiry(permit, enquiry, "open", { askedAt: now, deadline });
    await send(permit, app, request, { ...enquiry, askedAt: now, deadline }, "enquiry");
  }
  return next.length > 0;
}
