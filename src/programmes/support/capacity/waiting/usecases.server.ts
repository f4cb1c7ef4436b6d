import type { Actor } from "#foundation/actors/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { askThese } from "../../enquiries/usecases.server.ts";
import { obstacleAt } from "../../matching/rules.ts";
import { matches } from "../../matching/usecases.server.ts";
import { firstDay, fiscalYearNumber, NOTHING_TAKEN, type Slot } from "../../offers/rules.ts";
import type { Offer } from "../../offers/schema.ts";
import { selectOffers } from "../../offers/store.server.ts";
import { ERRORS } from "../../requests/messages.ts";
import { type Key, ofWorkplace, whoWith } from "../../requests/own/usecases.server.ts";
import { may } from "../../requests/rules.ts";
import type { SupportRequest } from "../../requests/schema.ts";
import { hold, step } from "../../requests/steps/usecases.server.ts";
import { inLine } from "../rules.ts";
import { holdOffers, selectTaken } from "../store.server.ts";
import { takePlaces } from "../usecases.server.ts";
import { leave } from "./serving/usecases.server.ts";
import { insertWaiting, selectWaiting, updateWaiting } from "./store.server.ts";

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
    const [offer] = await selectOffers(unit, area, { ids: [offerId] });
    return offer ? join(unit, held.value.request, offer) : notFound("offer");
  });
}

async function join(
  unit: Unit,
  request: SupportRequest,
  offer: Pick<Offer, "id" | "title">,
  by?: string,
): Promise<Result<SupportRequest>> {
  const done = await step(unit, request, "wait", { ...(by ? { by } : {}), detail: { offer: offer.title } });
  if (!done.ok) return done;
  const waiting = { offerId: offer.id, requestId: request.id, returning: request.returning };
  await insertWaiting(unit, request.areaId, waiting, unit.clock.now());
  return done;
}

/**
 * The offers whose line this request may join: only where none is to be had, those that would fit but are full or
 * keep a waiting list. The place is agreed on when there is one: the form says "at our workplace" unless one thinks of it.
 */
async function lines(unit: Unit, request: SupportRequest): Promise<Offer[]> {
  if (!may(request.status, "wait")) return [];
  const enquiries = await selectEnquiries(unit, request.areaId, request.id);
  const found = (await matches(unit, request, enquiries, false)).filter((one) => one.offer.published);
  if (enquiries.length > 0 || found.some((one) => one.obstacles.length === 0 && one.first)) return [];
  const only = (codes: readonly string[]) => codes.every((code) => ["waiting_list", "place"].includes(code));
  return found.filter((one) => only(one.obstacles.map(({ code }) => code))).map((one) => one.offer);
}

/** How it stands with waiting, for the workplace: what it may wait for, its place in line, a place that is held out. */
export type WaitingView = Readonly<{
  choices: readonly Readonly<{ value: string; label: string }>[];
  line: Readonly<{ title: string; place: number }> | undefined;
  offered: Readonly<{ title: string; until: PlainDate }> | undefined;
}>;

/** Where a request stands in the line that it is in; no place any more once one is held out to it until the deadline. */
export async function standingOf(
  unit: Unit,
  { areaId, id }: Pick<SupportRequest, "areaId" | "id">,
): Promise<{ offer: Offer; place: number | undefined; deadline: Date | null } | undefined> {
  const [mine] = await selectWaiting(unit, areaId, { requestId: id });
  const [offer] = mine ? await selectOffers(unit, areaId, { ids: [mine.offerId] }) : [];
  if (!mine || !offer) return undefined;
  if (mine.deadline) return { offer, place: undefined, deadline: mine.deadline };
  const waiting = (await selectWaiting(unit, areaId, { offerId: offer.id })).filter(
    (one) => one.offeredAt === null,
  );
  return { offer, place: inLine(offer, waiting).findIndex((one) => one.id === mine.id) + 1, deadline: null };
}

export const readWaiting = (app: App, key: Key): Promise<Result<WaitingView>> =>
  ofWorkplace<WaitingView>(
    app,
    key,
    async (unit, request) => {
      const english = request.language === "en";
      const name = (offer: Offer) => (english && offer.titleEn ? offer.titleEn : offer.title);
      const choices = (await lines(unit, request)).map((offer) => ({ value: offer.id, label: name(offer) }));
      const standing = await standingOf(unit, request);
      if (!standing) return ok({ choices, line: undefined, offered: undefined });
      const { place, deadline } = standing;
      const title = name(standing.offer);
      const held = deadline && deadline > unit.clock.now() ? plainDateIn(deadline, "Asia/Tokyo") : undefined;
      return ok({
        choices: [],
        line: place === undefined ? undefined : { title, place },
        offered: held && { title, until: held },
      });
    },
    { hold: false },
  );

/** The workplace itself goes on the waiting list of an offer. */
export const joinLine = (app: App, key: Key, offerId: string): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    const offer = (await lines(unit, request)).find((one) => one.id === offerId);
    return offer ? join(unit, request, offer, whoWith(unit)) : conflict(ERRORS[request.language].moment!);
  });

const offeredTo = async (unit: Unit, request: SupportRequest) =>
  (await selectWaiting(unit, request.areaId, { requestId: request.id })).find(
    (one) => one.deadline !== null && one.deadline > unit.clock.now(),
  );

/** The workplace does not want the place that it was offered: the next in line is offered it at once. */
export const declineOfferedPlace = (app: App, key: Key): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    const waiting = await offeredTo(unit, request);
    if (!waiting) return conflict(ERRORS[request.language].moment!);
    const left = await leave(unit, request, waiting, "left", whoWith(unit));
    return left.ok ? ok(request) : left;
  });

/** The workplace takes the place that it was offered: the offices are asked for the days that can be had. */
export const takeOfferedPlace = (app: App, key: Key): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    const area = request.areaId;
    const waiting = await offeredTo(unit, request);
    if (!waiting) return conflict(ERRORS[request.language].moment!);
    await holdOffers(unit, area, [waiting.offerId], request.id);
    const [offer] = await selectOffers(unit, area, { ids: [waiting.offerId] });
    const slots = offer ? await timesFor(unit, request, offer) : [];
    if (!offer || slots.length === 0) return conflict(ERRORS[request.language].full!);
    const places = await takePlaces(unit, request, [offer.id], slots[0]!.day);
    if (!places.ok) return places;
    await updateWaiting(unit, area, waiting.id, { outcome: "taken" });
    const enquiries = await selectEnquiries(unit, area, request.id);
    return askThese(unit, app, request, enquiries, { offers: [offer.id], mode: "together", slots });
  });

const USUAL = { from: "10:00", to: "11:00" } as const;

/** The wishes that can still be had; else the first day that can, at the usual hour where the offer is open then. */
async function timesFor(unit: Unit, request: SupportRequest, offer: Offer): Promise<Slot[]> {
  const today = unit.clock.today();
  const year = fiscalYearNumber(today);
  const ids = [offer.id];
  const all = await selectTaken(unit, request.areaId, ids, [year, year + 1], today, request.id);
  const taken = all.get(offer.id) ?? NOTHING_TAKEN;
  const wished = request.wishes.filter((slot) => obstacleAt(offer, taken, slot, today) === undefined);
  const day = firstDay(offer, taken, today);
  if (wished.length > 0 || !day) return wished;
  const open = offer.opensAt <= USUAL.from && offer.closesAt >= USUAL.to;
  return [{ day, ...(open ? USUAL : { from: offer.opensAt, to: offer.closesAt }) }];
}
