import { scopeOf, service } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { addDays, addMonths, type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, expectOk, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { post } from "../../letters/usecases.server.ts";
import { makeLink } from "../../links/usecases.server.ts";
import { intakeOn } from "../../offers/rules.ts";
import { selectOffers } from "../../offers/store.server.ts";
import { ERRORS } from "../../requests/messages.ts";
import { type Key, ofWorkplace, whoWith } from "../../requests/own/usecases.server.ts";
import { may, STATUSES } from "../../requests/rules.ts";
import type { SupportRequest } from "../../requests/schema.ts";
import { step, valuesFor } from "../../requests/steps/usecases.server.ts";
import { findRequest } from "../../requests/store.server.ts";
import { AFTER_TEXTS } from "./messages.ts";
import { findReminder, markReminded, saveReminder, selectDueReminders } from "./store.server.ts";

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
export const readAfter = (app: App, key: Key): Promise<Result<AfterView | undefined>> =>
  ofWorkplace<AfterView | undefined>(
    app,
    key,
    async (unit, request) => {
      if (!may(request.status, "follow")) return ok(undefined);
      const { areaId: area, fixed } = request;
      const today = unit.clock.today();
      const offers = request.consultationShownAt
        ? await selectOffers(unit, area, { published: true, on: today })
        : undefined;
      const english = request.language === "en";
      const wanted = addMonths(fixed?.day ?? today, MONTHS_TO_NEXT);
      return ok({
        consultations: offers
          ?.filter(({ kind, service }) => kind === "consultation" || service?.startsWith("consult_"))
          .filter((offer) => intakeOn(offer, today) !== "suspended")
          .map((offer) => ({
            title: english && offer.titleEn ? offer.titleEn : offer.title,
            by: offer.parts.map((part) => part.organisationName).join("・"),
          })),
        reminder: await findReminder(unit, area, request.id),
        proposed: request.email === "" ? undefined : wanted > today ? wanted : addDays(today, 1),
      });
    },
    { hold: false },
  );

/**
 * The workplace asks where one person can go. That it was shown is kept, nothing of whom it is about: the person goes
 * there alone, and what follows belongs to the module for consultations.
 */
export const showConsultations = (app: App, key: Key): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    const done = await step(unit, request, "follow", {
      by: whoWith(unit),
      detail: { consultation: true },
      change: { consultation_shown_at: unit.clock.now() },
    });
    return done.ok ? done : conflict(ERRORS[request.language].moment!);
  });

/** The workplace wants to hear again on that day. */
export const remindNextYear = (app: App, key: Key, day: string): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    const today = unit.clock.today();
    const on = parsePlainDate(day);
    if (!on || on <= today || on > addMonths(today, 12 * YEARS_AHEAD))
      return invalid({ remindOn: [AFTER_TEXTS[request.language].nextWrong] });
    if (request.email === "") return conflict(ERRORS[request.language].moment!);
    const done = await step(unit, request, "follow", { by: whoWith(unit), detail: { remindOn: on } });
    if (!done.ok) return conflict(ERRORS[request.language].moment!);
    await saveReminder(unit, request.areaId, request.id, on, unit.clock.now());
    return done;
  });

const AT_ONCE = 200;
/** Nobody is asked to have it again who was not visited, whose visit was reported by mistake, or who took it back. */
const VISITED = STATUSES.filter((status) => may(status, "follow"));

/** Sends the letters of next year that are due, each once; where the visit is to come again it waits for the report. */
export async function sendReminders(app: App): Promise<void> {
  const actor = service("support");
  const due = await withRows(app.db, scopeOf(actor), (permit) =>
    selectDueReminders(permit, app.clock.today(), VISITED, AT_ONCE),
  );
  for (const { area, requestId } of due)
    expectOk(
      await act<void>(app, actor, async (unit) => {
        const request = await findRequest(unit, area, requestId, true);
        if (!request || !VISITED.includes(request.status)) return ok(undefined);
        if (!(await markReminded(unit, area, requestId, unit.clock.now()))) return ok(undefined);
        const { slug } = await getArea(unit, area);
        const token = await makeLink(unit, area, "again", { requestId });
        const english = request.language === "en" ? "&lang=en" : "";
        const link = `${app.config.origin}/areas/${slug}/ask?again=${token}${english}`;
        await post(unit, {
          area,
          letter: "next_year",
          to: request.email,
          language: request.language,
          values: { ...(await valuesFor(unit, request)), link },
          onceKey: `${requestId}:${unit.clock.today()}`,
        });
        return ok(undefined);
      }),
    );
}
