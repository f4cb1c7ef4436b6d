import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sourceFiles } from "./sources.ts";

/**
 * Runs units and journeys as if on days that are special, one after the other: turns of the calendar and fiscal year,
 * a leap day, long holidays, and hours at which Tokyo and UTC have different days.
 *
 *     npm run any-day                                all of it, some hours
 *     npm run any-day -- --part                      what CI runs, at most three minutes
 *     npm run any-day -- --journeys 2028-02-29T09:00+09:00 ask-once
 *                                                    those moments only, journeys only, words narrow them down
 */
const ROOT = join(import.meta.dirname, "..");

const morning = (day: string) => `${day}T09:00+09:00`;
const SECOND_MONDAY_OF_JANUARY = "2027-01-11";
const GOLDEN_WEEK = ["04-29", "04-30", "05-01", "05-02", "05-03", "05-04", "05-05"].map(
  (day) => `2027-${day}`,
);
const MOMENTS = [
  ...["2026-12-31", "2027-01-01", SECOND_MONDAY_OF_JANUARY].map(morning),
  ...["2027-03-31", "2027-04-01", ...GOLDEN_WEEK].map(morning),
  ...["2028-02-28", "2028-02-29"].map(morning),
  "2027-03-31T23:30+09:00",
  "2027-04-01T00:30+09:00",
];

/** Six weeks ahead is a holiday; and a fiscal year begins in Tokyo while it is still March in UTC. */
const PART = ["2026-11-30T09:00+09:00", "2027-04-01T00:30+09:00"];
const TOUCHES_DAYS = /clock\b|today|addDays|plainDateIn|new Date\(\)|Date\.now|useFakeTimers/;

type What = "units" | "journeys";
type Run = Readonly<{ what: What; moment: string; words: readonly string[] }>;

const MOMENT = /^\d{4}-\d\d-\d\dT/;

function planned(): Run[] {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { part: { type: "boolean" }, units: { type: "boolean" }, journeys: { type: "boolean" } },
  });
  if (values.part)
    return [
      { what: "units", moment: PART[1]!, words: filesThatTouchDays() },
      ...PART.map((moment) => ({ what: "journeys" as const, moment, words: ["ask-once"] })),
    ];
  const chosen = positionals.filter((word) => MOMENT.test(word));
  const words = positionals.filter((word) => !MOMENT.test(word));
  const kinds: What[] =
    values.units === values.journeys ? ["units", "journeys"] : [values.units ? "units" : "journeys"];
  return (chosen.length > 0 ? chosen : MOMENTS).flatMap((moment) =>
    kinds.map((what) => ({ what, moment, words })),
  );
}

const filesThatTouchDays = (): string[] =>
  sourceFiles(ROOT, ["src", "packages"]).filter(
    (file) => /\.test\.tsx?$/.test(file) && TOUCHES_DAYS.test(readFileSync(join(ROOT, file), "utf8")),
  );

const COMMANDS: Readonly<Record<What, readonly string[]>> = {
  units: ["node_modules/vitest/vitest.mjs", "run"],
  journeys: ["scripts/journeys.ts"],
};

function holds({ what, moment, words }: Run): boolean {
  process.stdout.write(`\n${what} as if at ${moment}\n`);
  const { status } = spawnSync(process.execPath, [...COMMANDS[what], ...words], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, YUI_TEST_NOW: moment },
  });
  return status === 0;
}

const broken = planned().filter((run) => !holds(run));
for (const { what, moment } of broken) process.stdout.write(`${what} fail as if at ${moment}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
