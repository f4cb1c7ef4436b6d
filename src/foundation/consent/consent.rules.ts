import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ConsentHistory, ConsentState, ConsentStep, DataClass } from "./consent.schema.ts";

/** What can still become of a consent in each state. A consent is given once and never again: a new will is a new one. */
export const STEPS: Readonly<Record<ConsentState, readonly ConsentStep[]>> = {
  effective: ["confirmed", "withdrawn", "invalid", "ended"],
  later: ["confirmed", "withdrawn", "invalid", "ended"],
  superseded: ["invalid"],
  unconfirmed: ["withdrawn", "invalid"],
  expired: ["invalid"],
  withdrawn: [],
  ended: [],
  invalid: [],
};

/**
 * The state of each consent on a day. `all` are those of one person; the newest that ever counted stands for its
 * receiver, purpose and kinds of data, and an older one comes back by nothing. The policies of the schema fold the same
 * way (`yui_consents`), a test holds both against each other.
 */
export function statesOn(all: readonly ConsentHistory[], day: PlainDate): ReadonlyMap<string, ConsentState> {
  return new Map(all.map((one) => [one.id, stateOf(one, all, day)]));
}

function stateOf(one: ConsentHistory, all: readonly ConsentHistory[], day: PlainDate): ConsentState {
  if (wasInvalid(one)) return "invalid";
  const last = lastOf(one);
  if (last.step === "withdrawn" || last.step === "ended") return last.step;
  if (all.some((other) => stands(other, one))) return "superseded";
  if (day < one.fromDay) return "later";
  if (one.untilDay !== null && day > one.untilDay) return "expired";
  if (one.confirmBy !== null && !isConfirmed(one) && day > one.confirmBy) return "unconfirmed";
  return "effective";
}

/** Whether a consent lets that receiver have all of these on that day. Those that it does not cover come back. */
export function uncovered(
  all: readonly ConsentHistory[],
  want: Readonly<{ receiver: string; purpose: string; classes: readonly DataClass[] }>,
  day: PlainDate,
): DataClass[] {
  return want.classes.filter((kind) => {
    const newest = newestFor(all, want, kind);
    return !newest || !holdsOn(newest, day);
  });
}

/** The last day on which all of these are covered, by what stands now; null where no date ends it. */
export function coveredUntil(
  all: readonly ConsentHistory[],
  want: Readonly<{ receiver: string; purpose: string; classes: readonly DataClass[] }>,
): PlainDate | null {
  const ends = want.classes.flatMap((kind) => {
    const newest = newestFor(all, want, kind);
    return newest ? [newest.untilDay, isConfirmed(newest) ? null : newest.confirmBy] : [];
  });
  return ends.filter((day) => day !== null).sort()[0] ?? null;
}

const newestFor = (
  all: readonly ConsentHistory[],
  want: Readonly<{ receiver: string; purpose: string }>,
  kind: DataClass,
): ConsentHistory | undefined =>
  all
    .filter((one) => receiverOf(one) === want.receiver && one.purpose === want.purpose)
    .filter((one) => one.classes.includes(kind) && !wasInvalid(one))
    .sort((a, b) => lastOf(b).sequence - lastOf(a).sequence)[0];

/** Whether what was done on an earlier day rested on it, whatever became of it since. */
export const wasValidOn = (one: ConsentHistory, at: Date, day: PlainDate): boolean => {
  const before = { ...one, events: one.events.filter((event) => event.at <= at) };
  return before.events.length > 0 && !wasInvalid(one) && holdsOn(before, day);
};

const holdsOn = (one: ConsentHistory, day: PlainDate): boolean =>
  ["given", "confirmed"].includes(lastOf(one).step) &&
  one.fromDay <= day &&
  (one.untilDay === null || day <= one.untilDay) &&
  (one.confirmBy === null || isConfirmed(one) || day <= one.confirmBy);

/** A newer one that covers the whole of an older one stands in its place. */
const stands = (other: ConsentHistory, one: ConsentHistory): boolean =>
  other.id !== one.id &&
  !wasInvalid(other) &&
  other.partnerId === one.partnerId &&
  other.receiver === one.receiver &&
  other.purpose === one.purpose &&
  lastOf(other).sequence > lastOf(one).sequence &&
  one.classes.every((kind) => other.classes.includes(kind));

/** Whom a consent is for: an office by its id, anybody else by name. */
export const receiverOf = (one: Pick<ConsentHistory, "partnerId" | "receiver">): string =>
  one.partnerId ?? one.receiver;

const wasInvalid = ({ events }: ConsentHistory) => events.some(({ step }) => step === "invalid");
const isConfirmed = ({ events }: ConsentHistory) => events.some(({ step }) => step === "confirmed");
const lastOf = ({ events }: ConsentHistory) => events.at(-1)!;
