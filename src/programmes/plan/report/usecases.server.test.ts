import { beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { evaluate } from "../evaluations/usecases.server.ts";
import { createGoal } from "../goals/usecases.server.ts";
import { createInitiative } from "../initiatives/usecases.server.ts";
import { createIssue } from "../usecases.server.ts";
import { jointWork } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const loader = service("demonstration");

beforeAll(async () => {
  await loadReferenceAreas(app);
});

it("joint work of a past year knows nothing of issues and evaluations that came later", async () => {
  const { id: issueId } = expectOk(
    await createIssue(app, loader, HERE, { title: "働き盛りの心の健康", seenIn: 2015 }),
  );
  const { id: goalId } = expectOk(await createGoal(app, loader, HERE, { title: "相談できる", issueId }));
  const lecture = {
    goalId,
    title: "出前講座",
    fineKind: "outreach_lecture",
    organisations: [
      { role: "lead", name: "保健所" },
      { role: "partner", name: "地産保" },
    ],
  };
  const { id: initiativeId } = expectOk(await createInitiative(app, loader, HERE, lecture));
  const finding = { initiativeId, fiscalYear: 2020, kind: "process", finding: "続いた", carriesOver: "on" };
  expectOk(await evaluate(app, loader, HERE, finding));
  const jointIn = async (year: number) =>
    expectOk(await act(app, loader, async (unit) => ok(await jointWork(unit, HERE, fiscalYear(year)))));
  expect(await jointIn(2014)).toMatchObject([{ issueId: null, sectors: [], carriedOver: false }]);
  expect(await jointIn(2019)).toMatchObject([{ issueId, carriedOver: false }]);
  expect(await jointIn(2020)).toMatchObject([{ issueId, carriedOver: true }]);
});
