import { beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readPlan } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { MEASURES } from "../model/prevention-data.schema.ts";
import { listGaps, planGap, readStock, readStockForm, saveStock } from "./stock.usecases.server.ts";

const app = testApp();
const clerk = worker(HEALTH_CENTRE, "coordinator");
const partner = worker(WORK_HEALTH_CENTRE, "provider");
const here = { area: HAMADA, year: 2026 };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const measureOf = async (key: string) =>
  expectOk(await readStock(app, clerk, here)).measures.find((one) => one.key === key)!;

it("shows what offices do beside the lists, what nobody does, and how it goes on", async () => {
  expect(expectOk(await listGaps(app, service("cli"), { area: HAMADA }))).toEqual([]);
  const input = { "answer-base-network": "does", "progress-base-network": "under-way" };
  expectOk(await saveStock(app, clerk, { organisation: HEALTH_CENTRE, year: 2026 }, input));
  expectOk(
    await saveStock(
      app,
      partner,
      { organisation: WORK_HEALTH_CENTRE, year: 2026 },
      { "answer-focus-work": "plans", "answer-base-network": "does" },
    ),
  );
  expect(await measureOf("base-network")).toMatchObject({ gap: false, underWay: 1 });
  expect((await measureOf("base-network")).does.split("、")).toHaveLength(2);
  expect(await measureOf("focus-work")).toMatchObject({
    gap: true,
    plans: expect.stringContaining("産業保健"),
  });
  expect(expectOk(await listGaps(app, service("cli"), { area: HAMADA }))).toHaveLength(
    MEASURES.measures.length - 1,
  );
  const { values } = expectOk(await readStockForm(app, clerk, { organisation: HEALTH_CENTRE, year: 2026 }));
  expect(values).toMatchObject({ "answer-base-network": "does", "progress-base-network": "under-way" });
});

it("answers for one's own office alone", async () => {
  const input = { "answer-base-training": "does" };
  expect(await saveStock(app, partner, { organisation: HEALTH_CENTRE, year: 2026 }, input)).toMatchObject({
    error: { kind: "forbidden" },
  });
});

it("makes an initiative of the plan of a gap, once", async () => {
  const { id } = expectOk(await planGap(app, clerk, here, { measure: "focus-work" }));
  expect(await measureOf("focus-work")).toMatchObject({ initiative: id });
  expect(await planGap(app, clerk, here, { measure: "focus-work" })).toMatchObject({
    error: { kind: "conflict" },
  });
  expect(await planGap(app, clerk, here, { measure: "base-network" })).toMatchObject({
    error: { kind: "conflict" },
  });
  const plan = JSON.stringify(expectOk(await readPlan(app, clerk, { area: HAMADA, all: true })));
  expect(plan).toContain("勤務・経営");
});
