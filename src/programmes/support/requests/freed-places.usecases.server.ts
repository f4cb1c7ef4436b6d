import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { type Booking, inLine, lapsedIn } from "#foundation/bookings/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { firstDay, fiscalYearNumber, NOTHING_TAKEN, type Slot, servesLine } from "../model/offer.rules.ts";
import type { Offer, OfferId } from "../model/offer.schema.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { countTaken, countUses, places } from "../offers/capacity.commands.server.ts";
import { obstacleAt } from "../offers/matching.rules.ts";
import { findOffer } from "../offers/offer.store.server.ts";
import { aboutAll } from "../support-target.usecases.server.ts";
import { findRequest } from "./request.store.server.ts";
import { tellWorkplace } from "./request-letter.commands.server.ts";
import { step } from "./step.commands.server.ts";

const DAYS_TO_TAKE = 3;
/** In one round; what is left waits for the next. */
const MOST_AT_ONCE = 50;

/** The lines in which something is to be done now. */
const listDueLines = query({
  name: "waiting.due",
  ...aboutAll("waiting"),
  async run(permit) {
    const due: { area: AreaId; offer: string }[] = [];
    for (const { area, id } of await places.lines(permit))
      if (await turnOf(permit, area, id)) due.push({ area, offer: id });
    return ok(due);
  },
});

/** Whose turn it is in a line, and why: a place lapsed, the request was helped otherwise, or a place is free. */
type Turn = Readonly<
  { offer: Offer; waiting: Booking } & ({ why: "lapsed" | "gone" } | { why: "free"; day: PlainDate })
>;

/** Undefined where nothing is to be done now. What the next fiscal year has to give is decided when it begins. */
async function turnOf(permit: SupportPermit, area: AreaId, offerId: string): Promise<Turn | undefined> {
  const [now, today] = [permit.clock.now(), permit.clock.today()];
  const line = await places.line(permit, area, { subject: offerId });
  const offer = await findOffer(permit, area, offerId);
  if (!offer) return undefined;
  const lapsed = lapsedIn(line, now);
  if (lapsed) return { offer, waiting: lapsed, why: "lapsed" };
  const [waiting] = inLine(line, offer);
  if (!waiting || !servesLine(offer, today)) return undefined;
  const request = await findRequest(permit, area, waiting.holderId);
  if (request?.status !== "waiting") return { offer, waiting, why: "gone" };
  const year = fiscalYearNumber(today);
  const taken = await countTaken(permit, area, [offer.id], [year], today);
  const day = firstDay(offer, taken.get(offer.id) ?? NOTHING_TAKEN, today);
  return day && fiscalYearNumber(day) === year ? { offer, waiting, why: "free", day } : undefined;
}

/**
 * One step of a line: lets an offer lapse, or offers one place. A transaction holds one request and then one offer, in
 * this order as everywhere, so that nobody waits in a circle. False where nothing is to be done.
 */
const serveLine = command({
  name: "waiting.serve",
  policy: supportPolicy,
  target: z.object({ area: areaId, offer: rowId<OfferId>() }),
  subject: (_find, { area, offer }) => ({ type: "offer", area, id: offer }),
  async run(permit, { area, offer: offerId }, app): Promise<Result<boolean>> {
    const turn = await turnOf(permit, area, offerId);
    if (!turn) return ok(false);
    const { offer, waiting } = turn;
    const request = await findRequest(permit, area, waiting.holderId, true);
    // Held now: somebody else may have served the line in the meantime.
    const line = await places.line(permit, area, { subject: offerId });
    const still = line.some(({ id, state }) => id === waiting.id && state === waiting.state);
    if (!request || !still) return ok(true);
    if (request.status !== "waiting") return leave(permit, request, waiting, "left");
    return turn.why === "lapsed"
      ? leave(permit, request, waiting, "lapsed")
      : offerPlace(permit, app, request, offer, waiting);
  },
});

/** Offers places that became free to the first in each line, and passes by those who let theirs lapse. */
export async function offerFreedPlaces(app: App): Promise<void> {
  const actor = service("support");
  for (const { area, offer } of expectOk(await listDueLines(app, actor, {})))
    for (let done = 0; done < MOST_AT_ONCE; done += 1) {
      const served = await serveLine(app, actor, { area, offer });
      // One line that can't go on must not hold up the others.
      if (!served.ok) app.log.error({ offer, refusal: served.error.kind }, "a line could not be served");
      if (!served.ok || !served.value) break;
    }
}

/** Out of the line; a place that was held out goes back, and who still waits comes to the secretariat again. */
export async function leave(
  permit: SupportPermit,
  request: SupportRequest,
  waiting: Booking,
  outcome: "lapsed" | "left",
  by = "<rules>",
): Promise<Result<boolean>> {
  await places.leave(permit, request.areaId, waiting, outcome);
  if (request.status !== "waiting") return ok(true);
  const done = await step(permit, request, "leave", { by, detail: { outcome } });
  return done.ok ? ok(true) : done;
}

/** The place is held while it is offered: it can't be taken by others until the deadline. */
async function offerPlace(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  offer: Offer,
  waiting: Booking,
): Promise<Result<boolean>> {
  const { areaId: area } = request;
  await places.hold(permit, area, [offer.id], request.id);
  // Counted again, now that the offer is held.
  const turn = await turnOf(permit, area, offer.id);
  if (turn?.why !== "free" || turn.waiting.id !== waiting.id) return ok(turn !== undefined);
  const uses = await countUses(permit, area, request.workplaceKey, fiscalYearNumber(turn.day), request.id);
  // There is a place, but this workplace has had its share.
  if (offer.perWorkplace !== null && (uses.get(offer.id) ?? 0) >= offer.perWorkplace)
    return leave(permit, request, waiting, "left");
  const deadline = new Date(permit.clock.now().getTime() + DAYS_TO_TAKE * 86_400_000);
  // The day that is told is the one that will be asked for.
  const year = fiscalYearNumber(turn.day);
  const times = await timesFor(permit, request, offer, turn.day);
  const slot = times.find(({ day }) => fiscalYearNumber(day) === year) ?? {
    day: turn.day,
    ...hoursOf(offer),
  };
  await places.offer(permit, area, waiting, { slot: slot.day, offeredUntil: deadline });
  const done = await step(permit, request, "free", { by: "<rules>", detail: { offer: offer.title } });
  if (!done.ok) return done;
  await tellWorkplace(permit, app, request, "place_free", {
    slot,
    deadline,
    key: `${request.id}:${waiting.id}`,
  });
  return ok(true);
}

const USUAL = { from: "10:00", to: "11:00" } as const;

/** The usual hour where the offer is open then. */
const hoursOf = ({ opensAt, closesAt }: Pick<Offer, "opensAt" | "closesAt">) =>
  opensAt <= USUAL.from && closesAt >= USUAL.to ? USUAL : { from: opensAt, to: closesAt };

/** The wishes that can still be had; else the day for which a place is held, else the first that can be had. */
export async function timesFor(
  permit: SupportPermit,
  request: SupportRequest,
  offer: Offer,
  held: PlainDate,
): Promise<Slot[]> {
  const today = permit.clock.today();
  const year = fiscalYearNumber(today);
  const ids = [offer.id];
  const all = await countTaken(permit, request.areaId, ids, [year, year + 1], today, request.id);
  const taken = all.get(offer.id) ?? NOTHING_TAKEN;
  const free = (slot: Slot) => obstacleAt(offer, taken, slot, today) === undefined;
  const wished = request.wishes.filter(free);
  if (wished.length > 0) return wished;
  const hours = hoursOf(offer);
  const day = free({ day: held, ...hours }) ? held : firstDay(offer, taken, today);
  return day ? [{ day, ...hours }] : [];
}
