import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases, type Rule } from "#foundation/authority/public.ts";
import type { Examples } from "#foundation/authority/testing.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { AREAS, ORGANISATIONS } from "./actors.ts";
import { accessDocument } from "./document.ts";
import { type Asked, type Row, ruleOf, runMatrix } from "./table.ts";

const PAGE = join(import.meta.dirname, "../../docs/access.md");
const app = testApp();
const files = import.meta.glob<unknown>([
  "../../src/**/usecases.server.ts",
  "../../src/**/*.{usecases,commands,queries}.server.ts",
  "../../src/**/{commands,queries}.server.ts",
]);
const kits = import.meta.glob<{ examples: Examples }>("../../src/*/*/testing.ts", { eager: true });
const kept = (name: string) => name.startsWith(process.env.YUI_MATRIX ?? "");
const examples: Examples = Object.fromEntries(
  Object.values(kits).flatMap((kit) => Object.entries(kit.examples).filter(([name]) => kept(name))),
);
const declaredHere = () => declaredUseCases().filter(({ declared }) => kept(declared.name));

/** What asks for a password, a code, a passkey or the very address that was invited: no part of an example. */
const PROVEN_BY_THE_PERSON = [
  "account.change-password",
  "account.passkey-add",
  "account.recovery-codes",
  "account.second-factor-begin",
  "account.second-factor-off",
  "account.second-factor-on",
  "member.accept",
];

let rows: readonly Row[];
let asked: ReadonlyMap<string, readonly Asked[]>;

beforeAll(async () => {
  await Promise.all(Object.values(files).map((load) => load()));
  await loadReferenceAreas(app);
  for (const place of ["own", "neighbour", "foreign"] as const)
    await holds(app, "coordinator", AREAS[place], ORGANISATIONS[place]);
  ({ rows, asked } = await runMatrix(app, examples));
}, 600_000);

/** `YUI_MATRIX=campaign.` tries the names that begin so, and leaves the page alone. */
describe("the role matrix", () => {
  it("tries every declared command and query", () => {
    const tried = new Set(rows.map(({ name }) => name));
    const names = declaredHere().map(({ declared }) => declared.name);
    expect(names.filter((name) => !tried.has(name))).toEqual([]);
    expect(Object.keys(examples).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("tries each on something real: somebody does it, or is held up for want of a proof of who they are", () => {
    const by = (wanted: string) =>
      rows
        .filter(({ outcomes }) =>
          Object.values(outcomes).some((own) => Object.values(own).includes(wanted as never)),
        )
        .map(({ name }) => name);
    const done = new Set(by("done"));
    const proven = PROVEN_BY_THE_PERSON.filter(kept);
    expect(by("held up").filter((name) => !done.has(name))).toEqual(proven);
    expect(rows.map(({ name }) => name).filter((name) => !done.has(name))).toEqual(proven);
  });

  it.skipIf(process.env.YUI_MATRIX)("gives what the page of access says", () => {
    const page = accessDocument(rows);
    if (process.env.UPDATE_ACCESS) writeFileSync(PAGE, page);
    expect(page).toBe(readFileSync(PAGE, "utf8"));
  });

  it("notices each rule that is turned around or left out", () => {
    const unnoticed: string[] = [];
    for (const { declared } of declaredHere()) {
      const questions = asked.get(declared.name) ?? [];
      for (const [what, mutant] of mutantsOf(ruleOf(declared))) {
        const noticed = questions.some(
          ({ actor, subject, granted }) => (mutant(actor, subject) !== undefined) !== granted,
        );
        if (!noticed) unnoticed.push(`${declared.name}: ${what}`);
      }
    }
    expect(unnoticed).toEqual([]);
  });
});

type Composed = Rule<never> & { parts?: readonly Composed[]; services?: readonly string[] };

/** The rule turned around in each way: to everybody, to nobody, and without each of its parts, however deep. */
function mutantsOf(rule: Composed): [string, Rule<never>][] {
  const all: [string, Rule<never>][] = [["to nobody", () => undefined]];
  if (rule({ kind: "visitor" }, { type: "none", area: "none" } as never) !== "anyone")
    all.push(["to everybody", () => "anyone"]);
  return [...all, ...partsLeftOut(rule)];
}

function partsLeftOut(rule: Composed): [string, Rule<never>][] {
  const parts = rule.parts ?? [];
  if (parts.length < 2) return [];
  return parts.flatMap((part, at) => {
    const rest = parts.filter((_, index) => index !== at);
    const without: Rule<never> = (actor, subject) =>
      rest.map((one) => one(actor, subject)).find((grounds) => grounds !== undefined);
    const deeper = partsLeftOut(part).map(([what, mutant]): [string, Rule<never>] => [
      `${what} of part ${at + 1}`,
      (actor, subject) => without(actor, subject) ?? mutant(actor, subject),
    ]);
    return [[`without part ${at + 1}`, without] as [string, Rule<never>], ...deeper];
  });
}
