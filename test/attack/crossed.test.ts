import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases, type UseCase } from "#foundation/authority/public.ts";
import type { Example, Examples } from "#foundation/authority/testing.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { AREAS, actorsOf, ORGANISATIONS, secretariatOf } from "../matrix/actors.ts";
import { PLACES } from "../matrix/table.ts";

/** What may stand under another area's address, and why. */
const MAY_CROSS: Readonly<Record<string, string>> = {
  "import.begin": "the id is new",
  "organisation-import.begin": "the id is new",
  "meeting-comment.list": "nothing is said there, and nothing shown",
  "plan-comment.list": "nothing is said there, and nothing shown",
  "request.read": "it was passed on, and stands under both",
  "calendar.renew": "of one's own organisation",
  "calendar.end": "of one's own organisation",
};

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
const exampleOf = (name: string): Promise<Example | undefined> =>
  examples[name]?.({ ...PLACES.own, app, secretariat: secretariatOf(area, organisation) }) ??
  Promise.resolve(undefined);
/** The ids of a target that the use-case itself asks for; what only its address names is none of them. */
function idsOf({ declared }: UseCase, { target }: Example): string[] {
  const asked = declared.target.safeParse(target);
  return Object.entries(asked.data ?? {})
    .filter(([, value]) => typeof value === "string" && idOf(value) !== undefined)
    .map(([name]) => name);
}

it("an id of one thing opens nothing under the address of another, though both may be worked on", async () => {
  const everybody = actorsOf([]);
  const open: string[] = [];
  let crossed = 0;
  for (const attempt of declaredUseCases()) {
    const { name } = attempt.declared;
    const one = await exampleOf(name);
    if (!one || MAY_CROSS[name] || !("area" in one.target) || idsOf(attempt, one).length === 0) continue;
    const other = (await exampleOf(name))!;
    const rehearsing = { ...app, rehearsing: true };
    const may = async (actor: Actor, target: object) =>
      (await attempt(rehearsing, actor, target as never, one.input)).ok;
    const ways: [string, object][] = [["area", { ...one.target, area: AREAS.neighbour }]];
    if (idsOf(attempt, one).length > 1)
      for (const field of idsOf(attempt, one))
        ways.push([field, { ...one.target, [field]: other.target[field] }]);
    for (const [who, actor] of Object.entries(everybody)) {
      if (!(await may(actor, one.target))) continue;
      for (const [field, target] of ways) {
        crossed++;
        if (await may(actor, target)) open.push(`${name} with another ${field} as ${who}`);
      }
    }
  }
  expect(crossed).toBeGreaterThan(300);
  expect(open).toEqual([]);
}, 240_000);
