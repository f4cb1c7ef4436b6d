import { z } from "zod";
import { alsoDo, command } from "#foundation/authority/public.ts";
import { day, longText, optionalId, text } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { addEvidence, createIssue } from "#programmes/plan/public.ts";
import { findSurvey } from "../design/survey.store.server.ts";
import { sourceOf } from "../results/finding-target.usecases.server.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { findStatement, insertStatement, updateStatement } from "./statement.store.server.ts";

/** What was heard, by theme. Who said it is told by their part, never by name. */
export const addStatement = command({
  name: "statement.add",
  ...ofSurvey(),
  input: z.object({
    heardOn: day("聞き取りの日"),
    heardOf: text("聞き取りの相手", { most: 100 }),
    theme: text("テーマ", { most: 100 }),
    statement: longText("発言の要旨", { most: 1000 }),
  }),
  once: true,
  async run(permit, { survey: id, organisation: _, ...statement }) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.kind !== "hearing" || survey.state !== "open")
      return conflict("記録できるのは、実施中の聞き取りだけです。");
    await insertStatement(permit, { ...statement, id: newId() as string, surveyId: id });
    return ok({ id });
  },
});

/** A statement becomes evidence of an issue. There is no share and no rate of it. */
export const raiseStatement = command({
  name: "statement.raise",
  ...ofSurvey({ statement: rowId() }),
  input: z.object({ issue: optionalId(), title: text("健康課題", { optional: true }) }),
  once: true,
  async run(permit, { survey: id, statement: of, issue, title }, app) {
    const survey = await findSurvey(permit, id);
    const found = await findStatement(permit, id, of);
    if (!survey || !found) return notFound("statement");
    const { area } = permit.subject;
    if (!issue && title === "")
      return invalid({ title: ["健康課題を入力するか、登録済みの健康課題を選択してください。"] });
    const made = issue ? ok({ id: issue }) : await alsoDo(permit, createIssue, { area }, { title }, app);
    if (!made.ok) return made;
    const evidence = {
      kind: "statement",
      text: `${found.theme}：${found.statement}（${found.heardOf}）`,
      source: sourceOf(survey),
    };
    const added = await alsoDo(permit, addEvidence, { area, id: made.value.id }, evidence, app);
    if (!added.ok) return added;
    await updateStatement(permit, of, made.value.id);
    return ok({ issue: made.value.id });
  },
});
