import { EVIDENCE, type Evidence } from "./award-lists.schema.ts";
import type { Criterion, MirrorItem, Scheme } from "./scheme.schema.ts";

/** What stands behind the answer to a criterion. */
export type Given = Readonly<{ said: boolean; evidence: Evidence }>;
export type Applicant = Readonly<{ workers: number; canteen: boolean }>;
export type Withdrawn = Readonly<{ key: string; reason: string }>;

export const isEnough = (given: Evidence, least: Evidence): boolean =>
  EVIDENCE.indexOf(given) >= EVIDENCE.indexOf(least);

/** Whether a criterion applies: by size and kind of work, never by the choice of who enters. */
export const appliesTo = ({ when = {} }: Pick<Criterion, "when">, { workers, canteen }: Applicant): boolean =>
  (when.least === undefined || workers >= when.least) &&
  (when.most === undefined || workers <= when.most) &&
  (!when.canteen || canteen);

export type Line = Readonly<{
  key: string;
  group: string;
  applies: boolean;
  withdrawn: boolean;
  met: boolean;
  /** Said to be so, with less behind it than the criterion accepts. */
  weak: boolean;
}>;

/** Each criterion with what became of it; one that was withdrawn counts for nobody. */
export const linesOf = (
  scheme: Pick<Scheme, "criteria">,
  applicant: Applicant,
  given: Readonly<Record<string, Given>>,
  withdrawn: readonly Withdrawn[] = [],
): Line[] =>
  scheme.criteria.map((one) => {
    const isWithdrawn = withdrawn.some(({ key }) => key === one.key);
    const applies = !isWithdrawn && appliesTo(one, applicant);
    const own = given[one.key];
    const met = applies && own?.said === true && isEnough(own.evidence, one.evidence);
    const weak = applies && own?.said === true && !met;
    return { key: one.key, group: one.group, applies, withdrawn: isWithdrawn, met, weak };
  });

export type Judged = Readonly<{
  /** Nothing applied: it can't be judged, which is neither all nor nothing. */
  judgeable: boolean;
  qualified: boolean;
  /** Met weight over applicable weight, in percent; null where nothing applies. */
  share: number | null;
  met: number;
  most: number;
  /** What stands against it: criteria that must be met, groups with too few, too small a share. */
  against: readonly string[];
}>;

/** Must first, then so many of each group, then points: what does not apply lowers the most that can be reached. */
export function judge(
  scheme: Pick<Scheme, "criteria" | "groups" | "leastShare">,
  lines: readonly Line[],
): Judged {
  const known = new Map(scheme.criteria.map((one) => [one.key, one]));
  const own = lines.filter(({ applies }) => applies);
  const weigh = (some: readonly Line[]) => some.reduce((sum, { key }) => sum + known.get(key)!.weight, 0);
  const [met, most] = [weigh(own.filter((line) => line.met)), weigh(own)];
  if (most === 0) return { judgeable: false, qualified: false, share: null, met, most, against: [] };
  const share = Math.round((100 * met) / most);
  const against = [
    ...own.flatMap(({ key, met: isMet }) => (known.get(key)!.kind === "must" && !isMet ? [key] : [])),
    ...scheme.groups.flatMap(({ key, least }) => {
      const choices = own.filter((line) => line.group === key && known.get(line.key)!.kind === "choice");
      const few = choices.filter((line) => line.met).length < Math.min(least, choices.length);
      return few ? [key] : [];
    }),
    ...(scheme.leastShare !== null && share < scheme.leastShare ? ["share"] : []),
  ];
  return { judgeable: true, qualified: against.length === 0, share, met, most, against };
}

export type Rate = Readonly<{ eligible: number; examined: number; excused: number }>;

/** 実質100 %: who was examined over who was to be, without those who were excused. Null where nobody is left. */
export function realRate({ eligible, examined, excused }: Rate): number | null {
  const whole = eligible - excused;
  return whole > 0 ? examined / whole : null;
}
/** All of them; 95 and more count where they were reminded in time. */
export function isFull(rate: Rate, reminded: boolean): boolean {
  const share = realRate(rate);
  return share !== null && (share >= 1 || (share >= 0.95 && reminded));
}

export const sizeClassOf = ({ sizeClasses }: Pick<Scheme, "sizeClasses">, workers: number): string =>
  (sizeClasses.findLast(({ least }) => workers >= least) ?? sizeClasses[0]!).key;

/** A judge is barred from who is of the same house, or whom they declared; nobody scores who is their own. */
export const isBarred = (
  judgeOf: string,
  entrant: string,
  declared: boolean,
  key: (name: string) => string,
): boolean => declared || (judgeOf !== "" && key(judgeOf) === key(entrant));

export type Scored = Readonly<{ entry: string; sizeClass: string; share: number; totals: readonly number[] }>;

/** Within each size class alone: by what judges gave on average, then by points; who is equal has the same place. */
export function rank(entries: readonly Scored[]) {
  const mean = ({ totals }: Scored) =>
    totals.length === 0 ? 0 : totals.reduce((sum, one) => sum + one, 0) / totals.length;
  return entries.map((one) => {
    const rivals = entries.filter(({ sizeClass }) => sizeClass === one.sizeClass);
    const isBefore = (other: Scored) =>
      mean(other) > mean(one) || (mean(other) === mean(one) && other.share > one.share);
    const isEqual = (other: Scored) =>
      other.entry !== one.entry && mean(other) === mean(one) && other.share === one.share;
    return {
      entry: one.entry,
      place: rivals.filter(isBefore).length + 1,
      tied: rivals.some(isEqual),
      average: one.totals.length === 0 ? null : mean(one),
      spread: one.totals.length < 2 ? null : Math.max(...one.totals) - Math.min(...one.totals),
    };
  });
}

/** Which answers a newer edition asks again: of criteria that are new, or say something else. */
export const toAnswerAgain = (before: readonly Criterion[], now: readonly Criterion[]): string[] =>
  now.flatMap((one) => {
    const old = before.find(({ key }) => key === one.key);
    return old && old.ja === one.ja && old.evidence === one.evidence ? [] : [one.key];
  });

/** Which evidence is held of each item; that is all that is said. */
export const mirrorOf = (items: readonly MirrorItem[], held: ReadonlyMap<string, string>) =>
  items.map((item) => ({
    ...{ key: item.key, area: item.area, item: item.item, rule: item.rule, read: item.read },
    evidence: item.holds.flatMap((key) => held.get(key) ?? []),
  }));

export type Term = Readonly<{ fromOn: string; toOn: string | null; revokedOn: string | null }>;

/** What a certificate is worth on a day. */
export const standingOf = ({ toOn, revokedOn }: Term, today: string): "valid" | "over" | "revoked" =>
  revokedOn !== null ? "revoked" : toOn !== null && toOn < today ? "over" : "valid";

/** Of those honoured and those who entered and were not: how many did something more in the years after. */
export function goingOn(
  entrants: readonly Readonly<{ key: string; year: number; honoured: boolean }>[],
  active: readonly Readonly<{ key: string; year: number }>[],
) {
  const count = (honoured: boolean) => {
    const own = new Map<string, number>();
    for (const one of entrants)
      if (one.honoured === honoured) own.set(one.key, Math.min(own.get(one.key) ?? one.year, one.year));
    const goes = [...own].filter(([key, year]) => active.some((one) => one.key === key && one.year > year));
    return { workplaces: own.size, active: goes.length };
  };
  return { honoured: count(true), others: count(false) };
}
