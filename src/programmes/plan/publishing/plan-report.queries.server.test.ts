import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { evaluate } from "../chain/evaluation.usecases.server.ts";
import { createGoal } from "../chain/goal.usecases.server.ts";
import { createIssue } from "../chain/issue.usecases.server.ts";
import { createInitiative } from "../initiatives/initiative.usecases.server.ts";
import { jointWork } from "./plan-report.queries.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const area = { area: HERE };
const clerk = person("coordinator", HERE);

beforeAll(async () => {
  await loadReferenceAreas(app);
});

it("joint work of a past year knows nothing of issues and evaluations that came later", async () => {
  const { id: issueId } = expectOk(
    await createIssue(app, clerk, area, { title: "働き盛りの心の健康", seenIn: 2015 }),
  );
  const { id: goalId } = expectOk(await createGoal(app, clerk, area, { title: "相談できる", issueId }));
  const lecture = {
    goalId,
    title: "出前講座",
    fineKind: "outreach_lecture",
    organisations: [
      { role: "lead", name: "保健所" },
      { role: "partner", name: "地産保" },
    ],
  };
  const { id: initiativeId } = expectOk(await createInitiative(app, clerk, area, lecture));
  const finding = { fiscalYear: 2020, kind: "process", finding: "続いた", carriesOver: "on" };
  const evaluated = { area: HERE, of: "initiative", id: initiativeId } as const;
  expectOk(await evaluate(app, clerk, evaluated, finding));
  const jointIn = async (year: number) =>
    expectOk(await withPermit(app, clerk, (work) => jointWork(work, HERE, fiscalYear(year)), HERE));
  expect(await jointIn(2014)).toMatchObject([{ issueId: null, sectors: [], carriedOver: false }]);
  expect(await jointIn(2019)).toMatchObject([{ issueId, carriedOver: false }]);
  expect(await jointIn(2020)).toMatchObject([{ issueId, carriedOver: true }]);
});
