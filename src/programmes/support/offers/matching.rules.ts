import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { Needs } from "../model/enquiry.rules.ts";
import {
  closedAt,
  type Full,
  firstDay,
  fiscalYearNumber,
  fullOn,
  intakeOn,
  placesLeft,
  type Slot,
  type Taken,
} from "../model/offer.rules.ts";
import type { Industry, Offer, OfferKind, Place, Topic } from "../model/offer.schema.ts";

/** Why an offer does not fit, with what a sentence about it needs. */
export type Obstacle =
  | Readonly<{ code: "size"; from: number | null; to: number | null }>
  | Readonly<{ code: "people"; from: number | null; to: number | null }>
  | Readonly<{ code: "industry" | "municipality" | "place" | "topic" | "kind" | "fee" | "ended" }>
  | Readonly<{ code: "uses"; limit: number }>
  | Readonly<{ code: "suspended"; reason: string; until: PlainDate | null }>
  | Readonly<{ code: "waiting_list"; reason: string }>
  | Readonly<{ code: "lead"; days: number }>
  | Readonly<{ code: "closed"; why: "weekday" | "holiday" | "hours" }>
  | Readonly<{ code: "full"; of: Full }>;

/** What is known of a workplace and its wish. Undefined where it has not been said yet. */
export type Wish = Readonly<{
  size?: number | undefined;
  people?: number | undefined;
  industry?: Industry | undefined;
  municipality?: string | undefined;
  place?: Place | undefined;
  freeOnly?: boolean | undefined;
  kind?: OfferKind | undefined;
  service?: string | null | undefined;
  topics?: readonly Topic[] | undefined;
  /** How often this workplace had this offer in the fiscal year. */
  uses?: number | undefined;
}>;

/** Why this workplace can't have the offer, whatever the day. Empty: it can. A waiting list is an obstacle that one may join. */
export function obstaclesFor(offer: Offer, wish: Wish, today: PlainDate): Obstacle[] {
  const found: Obstacle[] = [];
  const outside = (value: number | undefined, from: number | null, to: number | null) =>
    value !== undefined && ((from !== null && value < from) || (to !== null && value > to));
  if (offer.endedOn && offer.endedOn < today) found.push({ code: "ended" });
  if (wish.kind && offer.kind !== wish.kind) found.push({ code: "kind" });
  if (wish.service && offer.service !== wish.service) found.push({ code: "kind" });
  if (wish.topics?.length && !wish.topics.some((topic) => offer.topics.includes(topic)))
    found.push({ code: "topic" });
  if (outside(wish.size, offer.sizeFrom, offer.sizeTo))
    found.push({ code: "size", from: offer.sizeFrom, to: offer.sizeTo });
  if (outside(wish.people, offer.peopleFrom, offer.peopleTo))
    found.push({ code: "people", from: offer.peopleFrom, to: offer.peopleTo });
  if (wish.industry && offer.industries.length > 0 && !offer.industries.includes(wish.industry))
    found.push({ code: "industry" });
  if (
    wish.municipality &&
    offer.municipalities.length > 0 &&
    !offer.municipalities.includes(wish.municipality)
  )
    found.push({ code: "municipality" });
  if (wish.place && !offer.places.includes(wish.place)) found.push({ code: "place" });
  if (wish.freeOnly && offer.fee === "paid") found.push({ code: "fee" });
  if (offer.perWorkplace !== null && (wish.uses ?? 0) >= offer.perWorkplace)
    found.push({ code: "uses", limit: offer.perWorkplace });
  const intake = intakeOn(offer, today);
  if (intake === "suspended")
    found.push({ code: "suspended", reason: offer.intakeReason, until: offer.intakeUntil });
  if (intake === "waiting_list") found.push({ code: "waiting_list", reason: offer.intakeReason });
  return found;
}

/** Why the offer can't be had at that time; undefined where it can. */
export function obstacleAt(offer: Offer, taken: Taken, slot: Slot, today: PlainDate): Obstacle | undefined {
  if (slot.day < addDays(today, offer.leadDays)) return { code: "lead", days: offer.leadDays };
  const closed = closedAt(offer, slot);
  if (closed === "ended") return { code: "ended" };
  if (closed) return { code: "closed", why: closed };
  const full = fullOn(offer, taken, slot.day);
  return full && { code: "full", of: full };
}

const NAMES = new Intl.Collator("ja");

export type Candidate = Readonly<{
  offer: Offer;
  obstacles: readonly Obstacle[];
  /** One entry a slot of the request: what stands against it there. */
  slots: readonly (Obstacle | undefined)[];
  fits: boolean;
  /** How many of the wished topics it covers, and how many of the needs it could serve. */
  topics: number;
  needs: number;
  /** 0 same town, 1 same area, 2 not said. */
  distance: number;
  /** Places left until it is full; null where nothing limits. */
  left: number | null;
  /** How many visits were asked of it this fiscal year: those with fewer come first. */
  turns: number;
  first: PlainDate | undefined;
}>;

/** One offer beside the request, with reasons for and against. */
export function consider(
  offer: Offer,
  taken: Taken,
  wish: Wish & { slots: readonly Slot[]; needs: Needs },
  today: PlainDate,
): Candidate {
  const obstacles = obstaclesFor(offer, wish, today);
  const slots = wish.slots.map((slot) => obstacleAt(offer, taken, slot, today));
  const first = obstacles.length === 0 ? firstDay(offer, taken, today) : undefined;
  const possible = wish.slots.length === 0 ? first !== undefined : slots.some((slot) => slot === undefined);
  const day = wish.slots.find((_, index) => slots[index] === undefined)?.day ?? first ?? today;
  return {
    offer,
    obstacles,
    slots,
    fits: obstacles.length === 0 && possible,
    topics: (wish.topics ?? []).filter((topic) => offer.topics.includes(topic)).length,
    needs: wish.needs.filter(
      (need) =>
        (need.kinds.length === 0 || need.kinds.includes(offer.kind)) &&
        (need.professions.length === 0 ||
          offer.parts.some((part) => part.professions.some((one) => need.professions.includes(one)))),
    ).length,
    distance: distanceOf(offer, wish.municipality),
    left: placesLeft(offer, taken, day),
    turns: taken.years[fiscalYearNumber(today)] ?? 0,
    first,
  };
}

function distanceOf(offer: Offer, municipality: string | undefined): number {
  if (!municipality || offer.parts.every((part) => part.municipality === "")) return 2;
  return offer.parts.some((part) => part.municipality === municipality) ? 0 : 1;
}

/**
 * Stated rules, one after another: those that fit; those that cover more of the topics and needs; the nearer; the free
 * first where a free one was asked for; those whose turn it is (fewest visits this fiscal year); those with more
 * places left; then by name, so that the same request always gives the same list.
 */
export function inOrder(candidates: readonly Candidate[], freeFirst: boolean): Candidate[] {
  const fee = (one: Candidate) => (freeFirst && one.offer.fee === "paid" ? 1 : 0);
  const left = (one: Candidate) => one.left ?? Number.MAX_SAFE_INTEGER;
  return [...candidates].sort(
    (a, b) =>
      Number(b.fits) - Number(a.fits) ||
      b.topics + b.needs - (a.topics + a.needs) ||
      a.distance - b.distance ||
      fee(a) - fee(b) ||
      a.turns - b.turns ||
      left(b) - left(a) ||
      NAMES.compare(a.offer.title, b.offer.title) ||
      a.offer.id.localeCompare(b.offer.id),
  );
}
