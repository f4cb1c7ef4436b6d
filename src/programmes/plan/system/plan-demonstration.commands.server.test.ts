import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { readPlan } from "../chain/plan.queries.server.ts";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import { offeredTo } from "../publishing/library.rules.ts";
import { planFacts } from "../publishing/plan-report.queries.server.ts";
import { readLibrary } from "../publishing/published-plan.usecases.server.ts";
import { loadDemonstrationPlan } from "./plan-demonstration.commands.server.ts";

const app = testApp();
const SAGAMIHARA = "14150" as AreaId;
const clerk = person("coordinator", SAGAMIHARA);

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("the demonstration", () => {
  it("holds Sagamihara's figures of the source exactly, and loads once", async () => {
    await loadDemonstrationPlan(app);
    await loadDemonstrationPlan(app);
    const facts = expectOk(
      await withPermit(app, clerk, (work) => planFacts(work, SAGAMIHARA, fiscalYear(2009)), SAGAMIHARA),
    );
    const cell = (year: number, kind: string) => {
      const found = facts.yearTable.find((one) => one.fiscalYear === year && one.kind === kind);
      return found && [found.sessions, found.participants];
    };
    expect(cell(2009, "training")).toEqual([1, 24]);
    expect(cell(2009, "awareness")).toEqual([14, 1875]);
    expect(cell(2009, "mental_health_support")).toEqual([14, 330]);
    expect(cell(2008, "awareness")).toEqual([16, 2242]);
    expect(cell(2004, "awareness")).toEqual([3, null]);
    expect(cell(2004, "training")).toBe(undefined);
    expect(facts.targets.map((one) => [one.baselineValue, one.targetValue, one.class])).toEqual([
      [74.1, 87, "E"],
      [21.2, 11, "E"],
      [9.9, 5, "E"],
    ]);
    expect(facts.measures.map((one) => [one.name, one.value, one.partOf])).toEqual([
      ["地域産業保健センターの相談件数", 561, null],
      ["うちメンタルヘルス関係", 130, "地域産業保健センターの相談件数"],
    ]);
    const view = expectOk(await readPlan(app, clerk, { area: SAGAMIHARA, all: true }));
    expect(view.chains.filter((chain) => chain.initiative)).toHaveLength(18);
  });

  it("takes an area's own initiatives for no copies, and offers them to others alone", async () => {
    await loadDemonstrationPlan(app);
    const hamada = expectOk(await findPlan(app, VISITOR, { text: "hamada" })).area.id;
    const reader = person("coordinator", hamada);
    const { chains } = expectOk(await readPlan(app, reader, { area: hamada, all: true }));
    const own = chains.flatMap(({ initiative }) => initiative ?? []);
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((one) => one.origin !== null)).toEqual([]);
    const library = expectOk(await readLibrary(app, VISITOR, {}));
    const places = (area: AreaId) => offeredTo(area, library).map((entry) => entry.place);
    expect(places(hamada).filter((place) => place.startsWith("浜田"))).toEqual([]);
    expect(places(hamada).filter((place) => place.startsWith("相模原"))).toHaveLength(18);
    expect(places(SAGAMIHARA).filter((place) => place.startsWith("浜田"))).toHaveLength(own.length);
  });
});
