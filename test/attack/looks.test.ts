import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases, type UseCase } from "#foundation/authority/public.ts";
import type { Examples } from "#foundation/authority/testing.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { AREAS, everybodyOf, ORGANISATIONS, secretariatOf } from "../matrix/actors.ts";
import { PLACES } from "../matrix/table.ts";

/** How somebody is reached: what makes a look one at a person. */
const OF_A_PERSON = /[\w.+-]+@[\w-]+(\.[\w-]+)+|(?<![\w-])0\d{1,3}-\d{2,4}-\d{3,4}(?![\w-])/g;
/** What an office publishes of itself, as the examples have it, and hotlines are nobody's own. */
const PUBLIC = new Set(["0855-00-0000", "madoguchi@example.jp", ...HOTLINES.map(({ number }) => number)]);
/** What calendars know an entry by looks like an address of mail. */
const OF_CALENDARS = /^[0-9a-f-]{36}@/;
/** Who holds a link is shown the address that the link was sent to, and no other. */
const OWN_ADDRESS = ["member.read-invitation", "account.read-reset", "account.read-new"];

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
}, 240_000);

const { area, organisation } = PLACES.own;

const entriesOf = (name: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, async (access) => {
    const all = db(access).selectFrom("audit_entry").select(["id"]).where("action", "=", name);
    return (await all.execute()).length;
  });

it("every look that shows how somebody is reached leaves an entry in the log", async () => {
  const unlogged: string[] = [];
  let looks = 0;
  for (const attempt of declaredUseCases().filter(({ declared }) => declared.kind === "query") as UseCase[]) {
    const { name } = attempt.declared;
    const example = await examples[name]?.({
      ...PLACES.own,
      app,
      secretariat: secretariatOf(area, organisation),
    });
    if (!example || OWN_ADDRESS.includes(name)) continue;
    for (const actor of everybodyOf(example, area)) {
      const before = await entriesOf(name);
      const result = await attempt(app, actor, example.target);
      const shown = result.ok ? JSON.stringify(result.value ?? null) : "";
      const found = (shown.match(OF_A_PERSON) ?? []).filter(
        (one) => !PUBLIC.has(one) && !OF_CALENDARS.test(one),
      );
      if (found.length === 0) continue;
      looks++;
      if ((await entriesOf(name)) === before)
        unlogged.push(
          `${name} as ${actor.kind === "person" ? actor.name : actor.kind}: ${[...new Set(found)]}`,
        );
    }
  }
  expect(looks).toBeGreaterThan(10);
  expect(unlogged).toEqual([]);
}, 240_000);
