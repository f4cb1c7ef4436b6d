import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { readForm, submitAnswer } from "../answering/answer.usecases.server.ts";
import { presentForm } from "../answering/answer-form.present.ts";
import { formContext } from "../answering/language.queries.server.ts";
import { surveyAt, unitsOf } from "../examples.testing.ts";
import { surveyComments } from "./comment.usecases.server.ts";
import { readQuestion, saveQuestion } from "./question.commands.server.ts";
import { openSurvey } from "./survey.commands.server.ts";
import { readWords, translateQuestions } from "./translation.usecases.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

it("is asked in a further language, where somebody wrote it, and keeps that when the Japanese is mended", async () => {
  const at = await surveyAt(place, "drafted");
  const on = { ...at, language: "vi" };
  const { form } = expectOk(await readWords(app, CLERK, on));
  const typed = { ...form.values, "need--text": "Có cần không?", "need--choice--c1": "Rất cần" };
  expectOk(await translateQuestions(app, CLERK, on, { ...typed, seen: form.seen }));
  // Two translate at once: the second is told.
  expect(
    await translateQuestions(app, CLERK, on, { ...form.values, "need--text": "khác", seen: form.seen }),
  ).toMatchObject({ error: { kind: "overtaken" } });
  const question = expectOk(await readQuestion(app, CLERK, { ...at, question: "need" }));
  const mended = { ...question.form.values, ja: "必要だと思いますか（直した文）" };
  expectOk(await saveQuestion(app, CLERK, { ...at, question: "need" }, mended));
  expectOk(await openSurvey(app, CLERK, at));
  const [unit] = await unitsOf(app, CLERK, at);
  const holder: Actor = {
    kind: "holder",
    purpose: "survey",
    area: HAMADA,
    subject: unit!.id,
    detail: {},
  };
  const asked = expectOk(await readForm(app, holder, { held: unit!.id }));
  const shownIn = (address: string) => {
    const view = presentForm(asked, formContext(new URL(`http://x/s/t${address}`)));
    return view.blocks.flatMap(({ questions }) => questions).find(({ id }) => id === "need")!;
  };
  expect(shownIn("?lang=vi")).toMatchObject({
    text: "Có cần không?",
    choices: [{ label: "Rất cần" }, {}, {}, {}],
  });
  expect(shownIn("").text).toBe("必要だと思いますか（直した文）");
  const sent = { size: "c1", industry: "c3", action: "c1", need: "c1", consult: "c2" };
  expectOk(await submitAnswer(app, holder, { held: unit!.id }, sent));
  const { form: now } = expectOk(await readWords(app, CLERK, on));
  expect(await translateQuestions(app, CLERK, on, { ...now.values, seen: now.seen })).toMatchObject({
    error: { kind: "conflict" },
  });
});

it("is commented on question by question, and an answer is about what it answers", async () => {
  const { survey } = await surveyAt(place, "drafted", { shared: "true" });
  const of = { area: HAMADA, kind: "survey" as const, id: survey };
  expectOk(await surveyComments.write(app, CLERK, of, { text: "選択肢を増やす", about: "need" }));
  expect(await surveyComments.write(app, CLERK, of, { text: "ない質問", about: "nothing" })).toMatchObject({
    error: { kind: "not-found" },
  });
  const [first] = expectOk(await surveyComments.list(app, CLERK, of)).comments;
  expectOk(await surveyComments.write(app, CLERK, of, { text: "そうします", replyTo: first!.id }));
  expectOk(await surveyComments.write(app, CLERK, of, { text: "全体によい" }));
  const { comments } = expectOk(await surveyComments.list(app, CLERK, of));
  expect(comments.map(({ text, about }) => [text, about])).toEqual([
    ["選択肢を増やす", "need"],
    ["そうします", "need"],
    ["全体によい", ""],
  ]);
});

it("shows all questions on one page to who asks for it, and leads back", () => {
  const whole = formContext(new URL("http://x/s/t?lang=en&whole=1&done=1"));
  expect([whole.whole, whole.otherWay]).toEqual([true, "?lang=en"]);
  expect(formContext(new URL("http://x/s/t")).otherWay).toBe("?whole=1");
});

it("takes no more choices than a column holds, those that were taken out among them", async () => {
  const at = await surveyAt(place, "drafted");
  const save = (from: number, count: number, ids: boolean) => {
    const rows = Array.from({ length: count }, (_, n) => [
      [`choices.${n}.ja`, `選択肢${from + n}`],
      ...(ids ? [[`choices.${n}.id`, `c${from + n}`]] : []),
      ...(n === 0 ? [[`choices.${n}.mark`, "none"]] : []),
    ]).flat();
    const typed = { kind: "multiple", ja: "多い質問", "choices.rows": String(count) };
    return saveQuestion(app, CLERK, { ...at, question: "many" }, { ...typed, ...Object.fromEntries(rows) });
  };
  expectOk(await save(1, 30, false));
  expect(await save(31, 2, false)).toMatchObject({ error: { fields: { choices: [expect.any(String)] } } });
});
