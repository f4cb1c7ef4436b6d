import { beforeAll, expect, it } from "vitest";
import { makeMaterial, sendCopies } from "#evidence/materials/testing.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { listActivities } from "./activity.usecases.server.ts";
import { countMaterials } from "./material-activity.usecases.server.ts";

const app = testApp();
const area = "sma-32-04" as AreaId;
const clerk = person("coordinator", area);
beforeAll(() => loadReferenceAreas(app));

const activities = async () =>
  expectOk(await listActivities(app, clerk, { area })).page.rows.filter(
    ({ source }) => source === "materials",
  );
const at = (instant: string): App => ({ ...app, clock: fixedClock(instant) });

it("counts what went out of a material by itself, a month as one activity, and never as participants", async () => {
  const edition = await makeMaterial(app, clerk, area, 100);
  await sendCopies(app, clerk, area, edition, 30);
  await countMaterials(app);
  await countMaterials(app);
  const [first, ...none] = await activities();
  expect(none).toEqual([]);
  expect(first).toMatchObject({
    ...{
      kind: "awareness",
      title: "「情報マップ」の配布（2026年11月）",
      from: "2026-11-01",
      to: "2026-11-30",
    },
    ...{ participants: null, sessions: null, result: "発送30部" },
  });
  await sendCopies(app, clerk, area, edition, 5);
  const december = at("2026-12-02T01:00:00Z");
  await sendCopies(december, clerk, area, edition, 7);
  await countMaterials(december);
  expect((await activities()).map(({ result }) => result).sort()).toEqual(["発送35部", "発送7部"]);
});

it("brings back no activity that was deleted by hand", async () => {
  for (const { id } of await activities())
    expectOk(await removePart(app, clerk, { area, kind: "activity", id }));
  await countMaterials(app);
  expect(await activities()).toEqual([]);
});
