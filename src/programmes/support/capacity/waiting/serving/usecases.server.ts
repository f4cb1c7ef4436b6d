import { scopeOf, service } from "#foundation/actors/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { post } from "../../../letters/usecases.server.ts";
import { makeLink } from "../../../links/usecases.server.ts";
import { firstDay, fiscalYearNumber, NOTHING_TAKEN, servesLine } from "../../../offers/rules.ts";
import type { Offer } from "../../../offers/schema.ts";
import { selectOffers } from "../../../offers/store.server.ts";
import type { SupportRequest } from "../../../requests/schema.ts";
import { step, valuesFor } from "../../../requests/steps/usecases.server.ts";
import { findRequest } from "../../../requests/store.server.ts";
import { inLine } from "../../rules.ts";
import { holdOffers, releaseBookings, selectTaken } from "../../store.server.ts";
import { takePlaces } from "../../usecases.server.ts";
import { selectWaiting, selectWaitingOffers, updateWaiting, type Waiting } from "../store.server.ts";

const DAYS_TO_TAKE = 3;
/** In one round; what is left waits for the next. */
const MOST_AT_ONCE = 50;

/** Offers places that became free to the first in each line, and passes by those who let theirs lapse. */
export async function offerFreedPlaces(app: App): Promise<void> {
  const actor = service("support");
  const lines = await withRows(app.db, scopeOf(actor), selectWaitingOffers);
  for (const { area, offerId } of lines)
    for (let done = 0; done < MOST_AT_ONCE; done += 1) {
      const served = await act(app, actor, (unit) => serveOne(unit, app, area, offerId));
      // One line that can't go on must not hold up the others.
      if (!served.ok)
        app.log.error({ offer: offerId, refusal: served.error.kind }, "a line could not be served");
      if (!served.ok || !served.value) break;
    }
}

/**
 * One step of a line: lets an offer lapse, or offers one place. A transaction holds one request and then one offer, in
 * this order as everywhere, so that nobody waits in a circle. False where nothing is to be done.
 */
async function serveOne(unit: Unit, app: App, area: AreaId, offerId: string): Promise<Result<boolean>> {
  const now = unit.clock.now();
  const line = await selectWaiting(unit, area, { offerId });
  const late = line.find((one) => one.deadline !== null && one.deadline <= now);
  const [offer] = await selectOffers(unit, area, { ids: [offerId] });
  const waiting = line.filter((one) => one.offeredAt === null);
  const next = offer && servesLine(offer, unit.clock.today()) ? inLine(offer, waiting)[0] : undefined;
  const turn = late ?? next;
  if (!offer || !turn) return ok(false);
  const request = await findRequest(unit, area, turn.requestId, true);
  // Held now: somebody else may have served the line in the meantime.
  const still = (await selectWaiting(unit, area, { offerId })).find((one) => one.id === turn.id);
  if (!request || !still || still.offeredAt?.getTime() !== turn.offeredAt?.getTime()) return ok(true);
  if (request.status !== "waiting") return leave(unit, request, turn, "left");
  if (late) return leave(unit, request, late, "lapsed");
  return offerPlace(unit, app, request, offer, turn);
}

/** Out of the line; a place that was held out goes back, and who still waits comes to the secretariat again. */
export async function leave(
  unit: Unit,
  request: SupportRequest,
  waiting: Waiting,
  outcome: "lapsed" | "left",
  by = "<rules>",
): Promise<Result<boolean>> {
  await updateWaiting(unit, request.areaId, waiting.id, { outcome });
  if (waiting.offeredAt && !request.fixed)
    await releaseBookings(unit, request.areaId, request.id, unit.clock.now(), outcome);
  if (request.status !== "waiting") return ok(true);
  const done = await step(unit, request, "leave", { by, detail: { outcome } });
  return done.ok ? ok(true) : done;
}

/** The place is held while it is offered: it can't be taken by others until the deadline. */
async function offerPlace(
  unit: Unit,
  app: App,
  request: SupportRequest,
  offer: Offer,
  waiting: Waiting,
): Promise<Result<boolean>> {
  const { areaId: area } = request;
  const [now, today] = [unit.clock.now(), unit.clock.today()];
  await holdOffers(unit, area, [offer.id], request.id);
  const year = fiscalYearNumber(today);
  const taken = await selectTaken(unit, area, [offer.id], [year], today);
  const day = firstDay(offer, taken.get(offer.id) ?? NOTHING_TAKEN, today);
  // What the next fiscal year has to give is decided when it begins.
  if (!day || fiscalYearNumber(day) !== year) return ok(false);
  const places = await takePlaces(unit, request, [offer.id], day);
  // There is a place, but this workplace has had its share.
  if (!places.ok) return leave(unit, request, waiting, "left");
  const deadline = new Date(now.getTime() + DAYS_TO_TAKE * 86_400_000);
  await updateWaiting(unit, area, waiting.id, { offered_at: now, deadline });
  const done = await step(unit, request, "free", { by: "<rules>", detail: { offer: offer.title } });
  if (!done.ok) return done;
  const token = await makeLink(unit, area, "receipt", { requestId: request.id });
  await post(unit, {
    area,
    letter: "place_free",
    to: request.email,
    language: request.language,
    values: { ...(await valuesFor(unit, request)), link: `${app.config.origin}/r/${token}` },
    deadline,
    onceKey: `${request.id}:${waiting.id}`,
  });
  return ok(true);
}
