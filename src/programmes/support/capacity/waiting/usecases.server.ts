import { act } from "#foundation/audit/public.ts";
import { type Actor, scopeOf, service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { askThese } from "../../enquiries/usecases.server.ts";
import { post } from "../../letters/usecases.server.ts";
import { makeLink } from "../../links/usecases.server.ts";
import { firstDay, fiscalYearNumber, NOTHING_TAKEN } from "../../offers/rules.ts";
import { selectOffers } from "../../offers/store.server.ts";
import { ERRORS } from "../../requests/messages.ts";
import { type Key, ofWorkplace } from "../../requests/own/usecases.server.ts";
import type { SupportRequest } from "../../requests/schema.ts";
import { hold, step, valuesFor } from "../../requests/steps/usecases.server.ts";
import { findRequest } from "../../requests/store.server.ts";
import { inLine } from "../rules.ts";
import {
  holdOffers,
  insertWaiting,
  selectTaken,
  selectWaiting,
  selectWaitingOffers,
  updateWaiting,
} from "../store.server.ts";
import { takePlaces } from "../usecases.server.ts";

const DAYS_TO_TAKE = 3;

/** The coordinator puts a request on the waiting list of an offer. */
export function putInLine(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  offerId: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    if (!held.ok) return held;
    const [offer] = await selectOffers(unit.tx, area, { ids: [offerId] });
    if (!offer) return notFound("offer");
    const done = await step(unit, held.value.request, "wait", { detail: { offer: offer.title } });
    if (!done.ok) return done;
    await insertWaiting(
      unit.tx,
      area,
      { offerId, requestId: id, returning: done.value.returning },
      unit.clock.now(),
    );
    return done;
  });
}

/** Offers places that became free to the first in each line, and passes by those who let theirs lapse. */
export async function offerFreedPlaces(app: App): Promise<void> {
  const actor = service("support");
  const lines = await inTransaction(app.db, scopeOf(actor), selectWaitingOffers);
  for (const { area, offerId } of lines) await act(app, actor, (unit) => serveLine(unit, app, area, offerId));
}

async function serveLine(
  unit: Parameters<typeof step>[0],
  app: App,
  area: AreaId,
  offerId: string,
): Promise<Result<void>> {
  const now = unit.clock.now();
  const today = unit.clock.today();
  // Requests before offers, as everywhere, so that nobody waits in a circle.
  const line = await selectWaiting(unit.tx, area, { offerId });
  const offered = line.find((one) => one.offeredAt !== null);
  if (offered) {
    if (offered.deadline! > now) return ok(undefined);
    const request = await findRequest(unit.tx, area, offered.requestId, true);
    await updateWaiting(unit.tx, area, offered.id, { outcome: "lapsed" });
    if (request?.status === "waiting") {
      const left = await step(unit, request, "leave", {});
      if (!left.ok) return left;
    }
  }
  const [offer] = await selectOffers(unit.tx, area, { ids: [offerId] });
  const next =
    offer &&
    inLine(
      offer,
      line.filter((one) => one !== offered),
    )[0];
  if (!offer || !next) return ok(undefined);
  const request = await findRequest(unit.tx, area, next.requestId, true);
  if (request?.status !== "waiting") return ok(undefined);
  const year = fiscalYearNumber(today);
  const taken =
    (await selectTaken(unit.tx, area, [offerId], [year, year + 1], today)).get(offerId) ?? NOTHING_TAKEN;
  if (!firstDay(offer, taken, today)) return ok(undefined);
  const deadline = new Date(now.getTime() + DAYS_TO_TAKE * 86_400_000);
  await updateWaiting(unit.tx, area, next.id, { offered_at: now, deadline });
  const done = await step(unit, request, "free", { detail: { offer: offer.title } });
  if (!done.ok) return done;
  const token = await makeLink(unit, area, "receipt", { requestId: request.id });
  const shown = showDateJa(plainDateIn(deadline, "Asia/Tokyo"));
  const values = {
    ...(await valuesFor(unit, request)),
    deadline: shown,
    link: `${app.config.origin}/r/${token}`,
  };
  await post(unit, {
    area,
    letter: "place_free",
    to: request.email,
    language: request.language,
    values,
    onceKey: `${next.id}`,
  });
  return ok(undefined);
}

/** The workplace takes the place that it was offered: it is held for it while the offices are asked for the day. */
export function takeOfferedPlace(app: App, key: Key): Promise<Result<SupportRequest>> {
  return ofWorkplace(app, key, async (unit, request) => {
    const area = request.areaId;
    const now = unit.clock.now();
    const waiting = (await selectWaiting(unit.tx, area, { requestId: request.id })).find(
      (one) => one.offeredAt !== null && one.deadline! > now,
    );
    if (!waiting) return conflict(ERRORS[request.language].moment!);
    await holdOffers(unit.tx, area, [waiting.offerId]);
    const [offer] = await selectOffers(unit.tx, area, { ids: [waiting.offerId] });
    const today = unit.clock.today();
    const year = fiscalYearNumber(today);
    const taken = (await selectTaken(unit.tx, area, [waiting.offerId], [year, year + 1], today)).get(
      waiting.offerId,
    );
    const day = firstDay(offer!, taken ?? NOTHING_TAKEN, today);
    if (!day) return conflict(ERRORS[request.language].full!);
    const places = await takePlaces(unit, request, [waiting.offerId], day);
    if (!places.ok) return places;
    await updateWaiting(unit.tx, area, waiting.id, { outcome: "taken" });
    const slots = [{ day, from: offer!.opensAt, to: offer!.closesAt }];
    const enquiries = await selectEnquiries(unit.tx, area, request.id);
    return askThese(unit, app, request, enquiries, { offers: [offer!.id], mode: "together", slots });
  });
}
