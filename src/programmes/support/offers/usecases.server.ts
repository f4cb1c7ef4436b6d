import { type Actor, scopeOf, service } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../access.ts";
import { selectTaken } from "../capacity/store.server.ts";
import { type Obstacle, obstaclesFor, type Wish } from "../matching/rules.ts";
import { ERRORS } from "../requests/messages.ts";
import { firstDay, fiscalYearNumber, NOTHING_TAKEN, placesLeft } from "./rules.ts";
import { type Offer, type OfferDraft, type OfferId, OfferInput } from "./schema.ts";
import { saveOfferRow, selectOffers } from "./store.server.ts";

/** What anyone may see of an offer, and whether a workplace like this one may have it. No mailbox leaves. */
export type PublicOffer = Readonly<{
  offer: Omit<Offer, "parts"> & Readonly<{ organisations: readonly string[] }>;
  obstacles: readonly Obstacle[];
  /** The first day on which it can be had; undefined where none is in sight. */
  first: string | undefined;
}>;

/** What an area offers to a workplace, the possible first; asked by anyone. */
export function offersFor(app: App, area: AreaId, wish: Wish): Promise<Result<PublicOffer[]>> {
  return act(app, service("ask"), async (unit) => {
    const today = unit.clock.today();
    const offers = await selectOffers(unit, area, {
      published: true,
      on: today,
      topics: wish.topics,
      service: wish.service,
    });
    const year = fiscalYearNumber(today);
    const taken = await selectTaken(
      unit,
      area,
      offers.map((one) => one.id),
      [year, year + 1],
      today,
    );
    const found = offers.map((one): PublicOffer => {
      const { parts, ...offer } = one;
      const obstacles = obstaclesFor(one, wish, today);
      const first = firstDay(one, taken.get(one.id) ?? NOTHING_TAKEN, today);
      return {
        offer: { ...offer, organisations: parts.map((part) => part.organisationName) },
        obstacles,
        first,
      };
    });
    const rank = (one: PublicOffer) => (one.obstacles.length === 0 ? 0 : 1);
    return ok(found.sort((a, b) => rank(a) - rank(b) || (a.first ?? "9").localeCompare(b.first ?? "9")));
  });
}

export type OfferRow = Readonly<{ offer: Offer; left: number | null; takenYear: number; writable: boolean }>;

/** The offers of an area for staff, with how full they are this fiscal year. */
export function listOffers(app: App, actor: Actor, area: AreaId): Promise<Result<OfferRow[]>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, supportPolicy, "offer.list", { type: "offer", area });
    if (!permit.ok) return permit;
    const today = unit.clock.today();
    const year = fiscalYearNumber(today);
    const offers = await selectOffers(unit, area, { on: today });
    const taken = await selectTaken(
      unit,
      area,
      offers.map((one) => one.id),
      [year],
      today,
    );
    const rows = offers.map((offer) => {
      const held = taken.get(offer.id) ?? NOTHING_TAKEN;
      return {
        offer,
        left: placesLeft(offer, held, today),
        takenYear: held.years[year] ?? 0,
        writable: mayWrite(actor, offer),
      };
    });
    // What is not published is seen by who keeps it.
    return ok(rows.filter((row) => row.offer.published || row.writable));
  });
}

const subjectOfOffer = (offer: Pick<Offer, "areaId" | "parts"> & { id?: string }) => ({
  type: "offer",
  area: offer.areaId,
  ...(offer.id ? { id: offer.id } : {}),
  offering: offer.parts.map((part) => part.organisationId),
});

const mayWrite = (actor: Actor, offer: Offer): boolean =>
  supportPolicy.may(actor, "offer.write", subjectOfOffer(offer)) !== undefined;

/** An open intake needs no reason or dates; another begins today unless said otherwise. The plan is the secretariat's. */
function settled(draft: OfferDraft, today: PlainDate, manages: boolean): OfferDraft {
  const { initiativeId, ...rest } = draft;
  const intake =
    rest.intake === "open"
      ? { intakeReason: "", intakeSince: null, intakeUntil: null }
      : { intakeSince: rest.intakeSince ?? today };
  return { ...rest, ...intake, ...(manages && initiativeId !== undefined ? { initiativeId } : {}) };
}

export function readOffer(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<Offer>> {
  return act(app, actor, async (unit) => {
    const [offer] = await selectOffers(unit, area, { ids: [id] });
    if (!offer) return notFound("offer");
    const permit = await authorise(unit, supportPolicy, "offer.write", subjectOfOffer(offer));
    return permit.ok ? ok(offer) : permit;
  });
}

/** Saves a new offer (`seenVersion` undefined) or a change of the version that the writer saw. */
export function saveOffer(
  app: App,
  actor: Actor,
  area: AreaId,
  input: Readonly<{ id: OfferId; seenVersion: number | undefined; fields: unknown }>,
): Promise<Result<OfferId>> {
  return act(app, actor, async (unit) => {
    const draft = checked(OfferInput, input.fields);
    if (!draft.ok) return draft;
    const [stored] = await selectOffers(unit, area, { ids: [input.id] });
    // Neither may somebody else's offer be taken over nor an own one be given to others.
    for (const parts of stored ? [stored.parts, draft.value.parts] : [draft.value.parts]) {
      const permit = await authorise(
        unit,
        supportPolicy,
        "offer.write",
        subjectOfOffer({ areaId: area, id: input.id, parts }),
      );
      if (!permit.ok) return permit;
    }
    const manages = supportPolicy.may(actor, "request.manage", { type: "request", area }) !== undefined;
    const saved = await saveOfferRow(
      unit,
      area,
      input.id,
      settled(draft.value, unit.clock.today(), manages),
      {
        seenVersion: input.seenVersion,
        at: unit.clock.now(),
        by: scopeOf(actor).actor,
      },
    );
    // The same new offer sent twice is one offer.
    return saved || (stored && input.seenVersion === undefined) ? ok(input.id) : conflict(ERRORS.ja.moment!);
  });
}
