import type { OfferKind, Profession } from "../offers/schema.ts";

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

export const ONE: Needs = [{ count: 1, professions: [], kinds: [] }];

export type Asked = Readonly<{
  id: string;
  kind: OfferKind;
  professions: readonly Profession[];
  /** One answer a slot; null while there is none. */
  answers: readonly Answer[] | null;
}>;

export type Team = Readonly<{ slot: number; members: readonly string[]; reluctant: number }>;

const serves = (need: Need, asked: Asked): boolean =>
  (need.professions.length === 0 || need.professions.some((one) => asked.professions.includes(one))) &&
  (need.kinds.length === 0 || need.kinds.includes(asked.kind));

/**
 * The teams that could come, one a slot: every need served, each of the asked serving one need only. Whoever says yes
 * goes before whoever comes if need be, then the order in which they stand. Best first: fewest reluctant, then the
 * wish named earlier.
 */
export function possibleTeams(needs: Needs, asked: readonly Asked[], slots: number): Team[] {
  const places = needs.flatMap((need) => Array.from({ length: need.count }, () => need));
  const teams: Team[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    const willing = asked.filter((one) => one.answers?.[slot] === "yes");
    const reluctant = asked.filter((one) => one.answers?.[slot] === "if_need_be");
    const members = fill(places, willing) ?? fill(places, [...willing, ...reluctant]);
    if (!members) continue;
    const unwilling = members.filter((id) => reluctant.some((one) => one.id === id)).length;
    teams.push({ slot, members, reluctant: unwilling });
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

/** Whether these, chosen by hand, serve every need. */
export const isEnough = (needs: Needs, chosen: readonly Asked[]): boolean =>
  fill(
    needs.flatMap((need) => Array.from({ length: need.count }, () => need)),
    chosen,
  ) !== undefined;

export type EnquiryState = "queued" | "open" | "answered" | "no_answer" | "chosen" | "released" | "dropped";

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
