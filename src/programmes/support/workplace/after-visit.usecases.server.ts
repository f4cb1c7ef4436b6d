import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addDays, addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, expectOk, invalid, ok } from "#platform/kernel/result.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import type { SupportPermit } from "../access.ts";
import { post } from "../letters/letter.commands.server.ts";
import { ERRORS } from "../model/request.messages.ts";
import { may, STATUSES } from "../model/request.rules.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { makeLink } from "../requests/link.commands.server.ts";
import { whoWith, withOwn } from "../requests/own-request.usecases.server.ts";
import { findRequest } from "../requests/request.store.server.ts";
import { onOwnRequest, onRequest, step } from "../requests/step.commands.server.ts";
import { aboutAll } from "../support-target.usecases.server.ts";
import { AFTER_TEXTS } from "./after-visit.messages.ts";
import { findReminder, markReminded, saveReminder, selectDueReminders } from "./after-visit.store.server.ts";
import { consultationsIn } from "./consultation.queries.server.ts";

const YEARS_AHEAD = 2;
/** A talk is planned some weeks ahead: the letter comes before the year is over. */
const MONTHS_TO_NEXT = 11;

/** What the workplace may do after a visit. */
export type AfterView = Readonly<{
  /** Where one person can go, once the workplace has asked to see it. */
  consultations: readonly Readonly<{ title: string; by: string }>[] | undefined;
  reminder: PlainDate | undefined;
  /** The day that is proposed for it; undefined where no letter can be sent. */
  proposed: PlainDate | undefined;
}>;

/** Undefined while nothing has been reported yet. */
export async function afterVisit(
  permit: SupportPermit,
  request: SupportRequest,
): Promise<AfterView | undefined> {
  if (!may(request.status, "follow")) return undefined;
  const { areaId: area, fixed } = request;
  const today = permit.clock.today();
  const offers = request.consultationShownAt ? await consultationsIn(permit, area) : undefined;
  const english = request.language === "en";
  const wanted = addMonths(fixed?.day ?? today, MONTHS_TO_NEXT);
  return {
    consultations: offers?.map((offer) => ({
      title: english && offer.titleEn ? offer.titleEn : offer.title,
      by: offer.parts.map((part) => part.organisationName).join("・"),
    })),
    reminder: await findReminder(permit, area, request.id),
    proposed: request.email === "" ? undefined : wanted > today ? wanted : addDays(today, 1),
  };
}

/**
 * The workplace asks where one person can go. That it was shown is kept, nothing of whom it is about: the person goes
 * there alone, and what follows belongs to the module for consultations.
 */
export const showConsultations = command({
  ...onOwnRequest,
  name: "receipt.consult",
  run: withOwn(async (permit, request) => {
    const done = await step(permit, request, "follow", {
      by: whoWith(permit),
      detail: { consultation: true },
      change: { consultationShownAt: permit.clock.now() },
    });
    return done.ok ? done : conflict(ERRORS[request.language].moment!);
  }),
});

/** The workplace wants to hear again on that day. */
export const remindNextYear = command({
  ...onOwnRequest,
  name: "receipt.remind",
  input: z.object({ remindOn: z.string().default("") }),
  run: withOwn(async (permit, request, { remindOn }) => {
    const today = permit.clock.today();
    const on = typedDayOf(remindOn);
    if (!on || on <= today || on > addMonths(today, 12 * YEARS_AHEAD))
      return invalid({ remindOn: [AFTER_TEXTS[request.language].nextWrong] });
    if (request.email === "") return conflict(ERRORS[request.language].moment!);
    const done = await step(permit, request, "follow", { by: whoWith(permit), detail: { remindOn: on } });
    if (!done.ok) return conflict(ERRORS[request.language].moment!);
    await saveReminder(permit, request.areaId, request.id, on, permit.clock.now());
    return done;
  }),
});

const AT_ONCE = 200;
/** Nobody is asked to have it again who was not visited, whose visit was reported by mistake, or who took it back. */
const VISITED = STATUSES.filter((status) => may(status, "follow"));

/** The requests of all areas to be reminded of today. */
export const listDueReminders = query({
  name: "reminder.due",
  ...aboutAll("request"),
  run: async (permit) => ok(await selectDueReminders(permit, permit.clock.today(), VISITED, AT_ONCE)),
});

/** Sends the letter of next year of a request, once; where the visit is to come again it waits for the report. */
export const sendReminder = command({
  ...onRequest,
  name: "reminder.send",
  async run(permit, { area, id }, app) {
    const request = await findRequest(permit, area, id, true);
    if (!request || !VISITED.includes(request.status)) return ok(undefined);
    if (!(await markReminded(permit, area, id, permit.clock.now()))) return ok(undefined);
    const { slug } = await getArea(permit, area);
    const token = await makeLink(permit, request, "again");
    const english = request.language === "en" ? "&lang=en" : "";
    const link = `${app.config.origin}/areas/${slug}/ask?again=${token}${english}`;
    await post(permit, request, {
      letter: "next_year",
      to: request.email,
      language: request.language,
      about: id,
      key: `${id}:${permit.clock.today()}`,
      link,
    });
    return ok(undefined);
  },
});

/** Sends the letters of next year that are due. */
export async function sendReminders(app: App): Promise<void> {
  const actor = service("support");
  for (const { area, requestId } of expectOk(await listDueReminders(app, actor, {})))
    expectOk(await sendReminder(app, actor, { area, id: requestId }));
}
