import { beforeAll, expect, inject, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases, type UseCase } from "#foundation/authority/public.ts";
import type { Example, Examples } from "#foundation/authority/testing.ts";
import type { TableSum } from "#platform/backup/backup-text.ts";
import { differingTables, sumTables } from "#platform/backup/write-backup.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { connectionTo } from "#test/setup/server.ts";
import { AREAS, everybodyOf, ORGANISATIONS, secretariatOf } from "../matrix/actors.ts";
import { PLACES } from "../matrix/table.ts";

const AT_ONCE = 8;
/** What is written of each time a form arrives, whether it acts or not; and a text, kept once for all that were given in it. */
const OF_EACH_ARRIVAL = /^(public\.(audit_|sealing_key$)|sensitive\.consent_text$)/;

const app = testApp();
const files = import.meta.glob<unknown>([
  "../../src/**/usecases.server.ts",
  "../../src/**/*.{usecases,commands,queries}.server.ts",
  "../../src/**/{commands,queries}.server.ts",
]);
const kits = import.meta.glob<{ examples: Examples }>("../../src/*/*/testing.ts", { eager: true });
const examples: Examples = Object.assign({}, ...Object.values(kits).map((kit) => kit.examples));

beforeAll(async () => {
  await Promise.all(Object.values(files).map((load) => load()));
  await loadReferenceAreas(app);
  for (const place of ["own", "neighbour", "foreign"] as const)
    await holds(app, "coordinator", AREAS[place], ORGANISATIONS[place]);
}, 120_000);

const { area, organisation } = PLACES.own;
const exampleOf = (name: string) =>
  examples[name]!({ ...PLACES.own, app, secretariat: secretariatOf(area, organisation) });

/** Somebody who may do it: the secretariat, or whoever else the policy grants it. */
async function whoMay(attempt: UseCase, example: Example): Promise<Actor | undefined> {
  for (const who of [secretariatOf(area, organisation), ...everybodyOf(example, area)]) {
    const tried = await attempt({ ...app, rehearsing: true }, who, example.target, example.input);
    if (tried.ok) return who;
  }
  return undefined;
}

async function rowsNow(): Promise<TableSum[]> {
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  const sums = await sumTables(connectionTo(inject("server"), rows[0]!.name));
  return sums.filter(({ table }) => !OF_EACH_ARRIVAL.test(table));
}
const grownBy = (before: readonly TableSum[], after: readonly TableSum[]) =>
  Object.fromEntries(
    after
      .map(({ table, rows }, index) => [table, rows - before[index]!.rows] as const)
      .filter(([, more]) => more !== 0),
  );

/** As an answer looks to who sent the form, whatever the order of its fields. */
const told = (answer: Result<unknown>) =>
  JSON.stringify(answer.ok ? (answer.value ?? null) : answer, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );

/** Sends the form of a fresh example so many times at once, and again later; what it grew, and what was wrong. */
async function send(attempt: UseCase, times: number, found: string[]) {
  const { name } = attempt.declared;
  const example = (await exampleOf(name))!;
  const { target, input } = example;
  const typed = (input ?? {}) as Readonly<Record<string, unknown>>;
  // Two of one name would be asked about.
  const form = "name" in typed ? { ...typed, name: `${typed.name}${times}` } : typed;
  const actor = await whoMay(attempt, { ...example, input: form });
  if (!actor) return "nobody may";
  const once = newId();
  const before = await rowsNow();
  const one = () => attempt(app, actor, target, { ...form, once });
  const answers = await Promise.all(Array.from({ length: times }, one));
  const after = await rowsNow();
  const later = [...answers, await one()].filter((answer) => told(answer) !== told(answers[0]!));
  if (!answers[0]!.ok || later.length > 0) found.push(`${name}: ${told(later[0] ?? answers[0]!)}`);
  const changed = differingTables(after, await rowsNow());
  if (changed.length > 0) found.push(`${name}: sent later it changed ${changed.join(", ")}`);
  return grownBy(before, after);
}

it(`a form that acts once does so whichever it is, sent ${AT_ONCE} times at once and again later`, async () => {
  const found: string[] = [];
  const commands = declaredUseCases().filter(({ declared }) => declared.once);
  expect(commands.length).toBeGreaterThan(20);
  for (const command of commands) {
    const alone = JSON.stringify(await send(command, 1, found));
    const together = JSON.stringify(await send(command, AT_ONCE, found));
    if (alone !== together || !alone.includes("sent_once"))
      found.push(`${command.declared.name}: ${alone} alone, ${together} together`);
  }
  expect(found).toEqual([]);
}, 300_000);

/** The same form with other words in it: who writes what stands there already writes over nothing. */
const othersWords = (input: unknown) =>
  Object.fromEntries(
    Object.entries(input ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" && /[^\x20-\x7e]/.test(value) ? `${value}別` : value,
    ]),
  );

it("the second of two editors is told, whichever form it is", async () => {
  const told: string[] = [];
  const commands = declaredUseCases().filter(({ declared }) => declared.seen);
  for (const command of commands) {
    const { name } = command.declared;
    const example = (await exampleOf(name))!;
    const actor = (await whoMay(command, example)) ?? secretariatOf(area, organisation);
    // What a button chooses by its hidden id is a part of the target.
    const { id } = example.target;
    const input = { id, ...othersWords(example.input), seen: "what it was before somebody else changed it" };
    const result = await command({ ...app, rehearsing: true }, actor, example.target, input);
    if (!result.ok && result.error.kind === "overtaken") told.push(name);
  }
  expect(commands.map(({ declared }) => declared.name).filter((name) => !told.includes(name))).toEqual([]);
  expect(told.length).toBeGreaterThan(10);
}, 60_000);
