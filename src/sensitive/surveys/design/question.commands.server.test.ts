import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { surveyAt, unitsOf } from "../examples.testing.ts";
import { addToFrame } from "../frame/frame.commands.server.ts";
import { readQuestion, saveQuestion } from "./question.commands.server.ts";
import { closeSurvey, copySurvey, createSurvey, openSurvey, saveSurvey } from "./survey.commands.server.ts";
import { readSurvey } from "./survey.queries.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

it("tells the second of two who mend a question, and makes one of a form that was sent twice", async () => {
  const at = { ...(await surveyAt(place, "drafted")), question: "need" };
  const { form } = expectOk(await readQuestion(app, CLERK, at));
  const first = { ...form.values, ja: "先に直した文", seen: form.seen, once: form.once };
  expectOk(await saveQuestion(app, CLERK, at, first));
  expectOk(await saveQuestion(app, CLERK, at, first));
  const late = await saveQuestion(app, CLERK, at, { ...form.values, ja: "後の文", seen: form.seen });
  expect(late).toMatchObject({ error: { kind: "overtaken", now: { ja: "先に直した文" } } });

  const fresh = { ...at, question: newId() as string };
  const choices = { "choices.0.ja": "ある", "choices.1.ja": "ない", "choices.rows": "2" };
  const typed = { kind: "single", ja: "新しい質問", ...choices };
  const empty = expectOk(await readQuestion(app, CLERK, fresh)).form;
  expectOk(await saveQuestion(app, CLERK, fresh, { ...typed, seen: empty.seen, once: empty.once }));
  // A form without the ids that its choices were given meanwhile makes no others of the same words.
  expectOk(await saveQuestion(app, CLERK, fresh, typed));
  const { values } = expectOk(await readQuestion(app, CLERK, fresh)).form;
  expect([values["choices.0.id"], values["choices.1.id"]]).toEqual(["c1", "c2"]);
});

it("keeps the question and the choices from which others branch", async () => {
  const at = await surveyAt(place, "drafted");
  const { questions } = expectOk(await readSurvey(app, CLERK, at));
  const branched = questions.find(({ only }) => only !== "")!;
  const { form } = expectOk(await readQuestion(app, CLERK, { ...at, question: branched.id }));
  const before = { ...at, question: form.values.onlyQuestion! };
  const { values } = expectOk(await readQuestion(app, CLERK, before)).form;
  const another = await saveQuestion(app, CLERK, before, { ...values, another: "true" });
  expect(another).toMatchObject({ error: { kind: "conflict", message: expect.stringContaining("分岐") } });
  const taken = { kind: "single", ja: values.ja, "choices.0.ja": "別の選択肢", "choices.1.ja": "もう一つ" };
  expect(await saveQuestion(app, CLERK, before, { ...taken, "choices.rows": "2" })).toMatchObject({
    error: { kind: "conflict" },
  });
  expect(expectOk(await readSurvey(app, CLERK, at)).questions).toEqual(questions);
});

it("does not begin after the last day for answers", async () => {
  const at = await surveyAt(place, "drafted");
  const { form } = expectOk(await readSurvey(app, CLERK, at));
  const values = { ...form.values, closesOn: "2020-01-31", seen: form.seen };
  expectOk(await saveSurvey(app, CLERK, at, values));
  expect(await openSurvey(app, CLERK, at)).toMatchObject({
    error: { kind: "conflict", message: expect.stringContaining("回答期限") },
  });
});

it("pairs the next wave of workers with the next wave of their workplaces", async () => {
  const workplaces = await surveyAt(place, "open", { frame: 4 });
  const workers = { organisation: HEALTH_CENTRE, survey: newId() as string };
  const made = { title: "従業員", kind: "worker", fiscalYear: "2026", base: "worker" };
  expectOk(await createSurvey(app, CLERK, workers, { ...made, partner: workplaces.survey }));
  expectOk(await closeSurvey(app, CLERK, workplaces));
  const next = { organisation: HEALTH_CENTRE, survey: newId() as string };
  expectOk(await copySurvey(app, CLERK, { ...workplaces, as: next.survey }, {}));
  const nextWorkers = { organisation: HEALTH_CENTRE, survey: newId() as string };
  expectOk(await copySurvey(app, CLERK, { ...workers, as: nextWorkers.survey }, {}));
  expect(await addToFrame(app, CLERK, nextWorkers, { from: "partner", lines: "" })).toMatchObject({
    value: { added: 0 },
  });
  expect(await unitsOf(app, CLERK, nextWorkers)).toEqual([]);
});
