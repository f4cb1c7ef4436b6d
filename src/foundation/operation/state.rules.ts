import { type Judgement, type Measures, PARTS, type Part } from "./state.schema.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GIB = 1024 ** 3;

/** From when on something is a note, and from when on it is bad. Our own measure: no law or guideline names one. */
export const LIMITS = {
  diskShare: { note: 0.2, bad: 0.1 },
  diskBytes: { note: 5 * GIB, bad: GIB },
  clockMs: { note: 2_000, bad: 60_000 },
  mailMs: { note: 15 * MINUTE, bad: 2 * HOUR },
  /** Entries are bound within seconds. */
  unbound: { note: 100, bad: 1000 },
  verifiedMs: { note: 48 * HOUR, bad: 96 * HOUR },
  /** One each night, with two hours to be late. */
  backupMs: { note: 26 * HOUR, bad: 50 * HOUR },
} as const;

type Limit = Readonly<{ note: number; bad: number }>;
type State = Judgement["state"];

const above = (value: number, { note, bad }: Limit): State =>
  value >= bad ? "bad" : value >= note ? "note" : "good";
const below = (value: number, { note, bad }: Limit): State =>
  value < bad ? "bad" : value < note ? "note" : "good";
const worst = (...states: readonly State[]): State =>
  states.includes("bad") ? "bad" : states.includes("note") ? "note" : "good";

/** What stands well, and what does not, of an installation in that mode. */
export function judge(found: Measures, mode: "demonstration" | "production"): Judgement[] {
  const since = (moment: Date | undefined) => (moment ? found.at.getTime() - moment.getTime() : undefined);
  const serious = mode === "production";
  const states: Readonly<Record<Part, State>> = {
    // A share of a small disk, or few bytes of a large one, is little in itself.
    disk: worst(
      found.disk.free < LIMITS.diskBytes.note * 4
        ? below(found.disk.free / Math.max(found.disk.size, 1), LIMITS.diskShare)
        : "good",
      below(found.disk.free, LIMITS.diskBytes),
    ),
    clock: above(Math.abs(found.clockMs), LIMITS.clockMs),
    mail: worst(
      above(since(found.mail.dueSince) ?? 0, LIMITS.mailMs),
      found.mail.refused > 0 ? "note" : "good",
    ),
    jobs: found.jobs && found.jobs.failed > 0 ? "note" : "good",
    log: worst(
      found.log.findings > 0 ? "bad" : "good",
      above(found.log.waiting, LIMITS.unbound),
      serious ? above(since(found.log.verifiedAt) ?? Number.POSITIVE_INFINITY, LIMITS.verifiedMs) : "good",
    ),
    // The demonstration holds nothing that is missed.
    backup: serious ? above(since(found.backup.newest) ?? Number.POSITIVE_INFINITY, LIMITS.backupMs) : "good",
    keys: found.openKeys.length > 0 ? "bad" : "good",
  };
  return PARTS.map((part) => ({ part, state: states[part] }));
}
