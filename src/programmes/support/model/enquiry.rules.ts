import type { StateTable } from "#platform/kernel/states.ts";
import type { Slot } from "./offer.rules.ts";
import type { OfferKind, Profession } from "./offer.schema.ts";

export const ANSWERS = ["yes", "if_need_be", "no"] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * Who is needed: so many of those asked, where `professions` or `kinds` are named only of these.
 * "Two of these five" is `[{ count: 2 }]`, "one doctor and one nurse" is two needs of one each.
 */
export type Need = Readonly<{
  count: number;
  professions: readonly Profession[];
  kinds: readonly OfferKind[];
}>;
export type Needs = readonly Need[];

/** What somebody said of each time that they were ever asked for; another list of times loses none of it. */
export type Said = Readonly<Record<string, Answer>>;
export const slotKey = ({ day, from, to }: Slot): string => `${day} ${from}-${to}`;

/** The answers to these times in their order; null where nothing was said of any. */
export function answersTo(slots: readonly Slot[], said: Said): (Answer | null)[] | null {
  const answers = slots.map((slot) => said[slotKey(slot)] ?? null);
  return answers.some((one) => one !== null) ? answers : null;
}

export const ONE: Needs = [{ count: 1, professions: [], kinds: [] }];

export type Asked = Readonly<{
  id: string;
  kind: OfferKind;
  professions: readonly Profession[];
  /** The offer that it is asked as a part of: those of a joint offer come together or not at all. */
  offer: string;
  /** One answer a slot; null while there is none. */
  answers: readonly (Answer | null)[] | null;
}>;

/** Who was let go has nothing to do with the request any more. */
export const isLetGo = (state: EnquiryState): boolean => state === "released" || state === "dropped";

/** Those asked who have not been let go, as teams are made of them: whoever has not answered in full stands there without. */
export const askedOf = (
  enquiries: readonly (Omit<Asked, "offer"> & Readonly<{ offerId: string; state: EnquiryState }>)[],
): Asked[] =>
  enquiries
    .filter((one) => !isLetGo(one.state))
    .map(({ id, kind, professions, offerId, state, answers }) => ({
      ...{ id, kind, professions, offer: offerId },
      answers: state === "answered" || state === "chosen" ? answers : null,
    }));

export type Team = Readonly<{ slot: number; members: readonly string[]; reluctant: number }>;

const serves = (need: Need, asked: Asked): boolean =>
  (need.professions.length === 0 || need.professions.some((one) => asked.professions.includes(one))) &&
  (need.kinds.length === 0 || need.kinds.includes(asked.kind));

/** Those who can come at that time: with a joint offer only where each of its parts can. */
function ableAt(asked: readonly Asked[], slot: number, answers: readonly Answer[]): Asked[] {
  const can = (one: Asked) => answers.includes(one.answers?.[slot] as Answer);
  return asked.filter((one) => asked.filter((other) => other.offer === one.offer).every(can));
}

/** With the others of their joint offers. */
const withPartners = (asked: readonly Asked[], members: readonly string[]): Asked[] => {
  const offers = new Set(asked.filter((one) => members.includes(one.id)).map((one) => one.offer));
  return asked.filter((one) => offers.has(one.offer));
};

/**
 * The teams that could come, one a slot: every need served, each of the asked serving one need only, joint offers
 * whole. Whoever says yes goes before whoever comes if need be, then the order in which they stand. Best first: fewest
 * reluctant, then the wish named earlier.
 */
export function possibleTeams(needs: Needs, asked: readonly Asked[], slots: number): Team[] {
  const places = needs.flatMap((need) => Array.from({ length: need.count }, () => need));
  const teams: Team[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    const willing = ableAt(asked, slot, ["yes"]);
    const others = ableAt(asked, slot, ["yes", "if_need_be"]).filter((one) => !willing.includes(one));
    const seated = fill(places, willing) ?? fill(places, [...willing, ...others]);
    if (!seated) continue;
    const members = withPartners(asked, seated);
    const reluctant = members.filter((one) => one.answers?.[slot] === "if_need_be").length;
    teams.push({ slot, members: members.map((one) => one.id), reluctant });
  }
  return teams.sort((a, b) => a.reluctant - b.reluctant || a.slot - b.slot);
}

/** One of the asked for each place, by augmenting paths: a greedy choice could waste the only doctor on "anyone". */
function fill(places: readonly Need[], asked: readonly Asked[]): string[] | undefined {
  const holder = new Map<number, number>();
  const seat = (one: number, tried: Set<number>): boolean => {
    for (const [place, need] of places.entries()) {
      if (tried.has(place) || !serves(need, asked[one]!)) continue;
      tried.add(place);
      const held = holder.get(place);
      if (held === undefined || seat(held, tried)) {
        holder.set(place, one);
        return true;
      }
    }
    return false;
  };
  for (let one = 0; one < asked.length && holder.size < places.length; one += 1) seat(one, new Set());
  if (holder.size < places.length) return undefined;
  return [...holder.values()].sort((a, b) => a - b).map((index) => asked[index]!.id);
}

/** Why these, chosen by hand, can't be the team at that time; undefined where they can. */
export function whyNot(
  needs: Needs,
  asked: readonly Asked[],
  members: readonly string[],
  slot: number,
): "enough" | "partner" | "able" | undefined {
  const chosen = asked.filter((one) => members.includes(one.id));
  const places = needs.flatMap((need) => Array.from({ length: need.count }, () => need));
  if (!fill(places, chosen)) return "enough";
  if (withPartners(asked, members).length > chosen.length) return "partner";
  const able = ableAt(asked, slot, ["yes", "if_need_be"]);
  return chosen.every((one) => able.includes(one)) ? undefined : "able";
}

export type EnquiryState = "queued" | "open" | "answered" | "no_answer" | "chosen" | "released" | "dropped";
export type EnquiryStep =
  | "open"
  | "answer"
  | "remind"
  | "reask"
  | "keep"
  | "expire"
  | "choose"
  | "drop"
  | "release"
  | "restore";

/**
 * The states of what one of those who were asked was asked. `reask`: something else is asked for, `keep`: what was said
 * stands, `drop`: they can't come after all, `release`: they are needed no more,
 * `restore`: they are after all.
 */
export const ENQUIRY: StateTable<EnquiryState, EnquiryStep> = {
  queued: { open: "open", release: "released" },
  open: {
    ...{ answer: "answered", remind: "open", reask: "open", keep: "answered" },
    ...{ expire: "no_answer", release: "released" },
  },
  answered: { answer: "answered", reask: "open", keep: "answered", choose: "chosen", release: "released" },
  no_answer: { answer: "answered", remind: "open", reask: "open", keep: "answered", release: "released" },
  chosen: { keep: "answered", choose: "chosen", drop: "dropped", release: "released" },
  released: { keep: "answered", release: "released", restore: "open" },
  dropped: {},
};

export const mayStep = (state: EnquiryState, step: EnquiryStep): boolean => step in ENQUIRY[state];

/** What is due of an open enquiry: one reminder a day before its deadline, the end at the deadline. */
export function dueOf(
  enquiry: Readonly<{ deadline: Date; askedAt: Date; reminders: number }>,
  now: Date,
): "expire" | "remind" | undefined {
  if (now >= enquiry.deadline) return "expire";
  const day = 86_400_000;
  const left = enquiry.deadline.getTime() - now.getTime();
  const whole = enquiry.deadline.getTime() - enquiry.askedAt.getTime();
  // An enquiry of a day or less is reminded at its half.
  return enquiry.reminders === 0 && left <= Math.min(day, whole / 2) ? "remind" : undefined;
}
