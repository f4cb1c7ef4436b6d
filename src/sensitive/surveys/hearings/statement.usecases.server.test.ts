import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { getIssue } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { closeSurvey } from "../design/survey.commands.server.ts";
import { readSurvey } from "../design/survey.queries.server.ts";
import { surveyAt } from "../examples.testing.ts";
import { makeResult } from "../results/result.commands.server.ts";
import { addStatement, raiseStatement } from "./statement.usecases.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };
const SAID = {
  ...{
    heardOn: "2026-11-20",
    heardOf: "建設業の事業主",
    theme: "健診",
    statement: "平日は現場を離れられない",
  },
};

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

it("makes what was heard evidence of an issue, with its theme and who said it, and without a share", async () => {
  const at = await surveyAt(place, "open", { kind: "hearing" });
  expectOk(await addStatement(app, CLERK, at, SAID));
  const { statements } = expectOk(await readSurvey(app, CLERK, at));
  const on = { ...at, statement: statements[0]!.id };
  const raised = await raiseStatement(app, CLERK, on, { title: "健診を受けにくい", issue: "" });
  const { issue } = expectOk(raised);
  const { evidence } = expectOk(await getIssue(app, CLERK, { area: HAMADA, id: issue }));
  expect(evidence).toMatchObject([
    { kind: "statement", text: "健診：平日は現場を離れられない（建設業の事業主）" },
  ]);
  expect(JSON.stringify(evidence)).not.toMatch(/％|%/);
  expect(expectOk(await readSurvey(app, CLERK, at)).statements).toMatchObject([{ issueId: issue }]);
});

it("takes no statement once it is over, and none in a survey of forms; a hearing is counted in no table", async () => {
  const forms = await surveyAt(place, "open");
  expect(await addStatement(app, CLERK, forms, SAID)).toMatchObject({ error: { kind: "conflict" } });
  const at = await surveyAt(place, "open", { kind: "hearing" });
  expectOk(await addStatement(app, CLERK, at, SAID));
  expectOk(await closeSurvey(app, CLERK, at));
  expect(await addStatement(app, CLERK, at, SAID)).toMatchObject({ error: { kind: "conflict" } });
  expect((await makeResult(app, CLERK, at)).ok).toBe(false);
});
