import { z } from "zod";
import { alsoDo, command } from "#foundation/authority/public.ts";
import { choice, decimal, fiscalYear, longText, optionalId, text } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { addEvidence, createIssue, createTarget } from "#programmes/plan/public.ts";
import { findSurvey } from "../design/survey.store.server.ts";
import { labelOf, variablesOf, wordsIn } from "../model/questionnaire.rules.ts";
import type { Survey } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { findFinding, insertFinding, updateFinding } from "./finding.store.server.ts";
import { percentOf, sourceOf } from "./finding-target.usecases.server.ts";
import { LOW_RATE } from "./result.commands.server.ts";
import { type Definition, type Share, shareOf, tableFor } from "./result.rules.ts";
import { findLastEdition } from "./step.store.server.ts";

const name = z.string().regex(/^[a-z0-9-]{1,130}$/);
/** Of whom, as `size=c1 sex=c2`; empty: of all. */
const Group = z
  .string()
  .default("")
  .transform((typed) =>
    typed
      .split(" ")
      .filter(Boolean)
      .map((one) => one.split("=") as [string, string]),
  );

/** The sentence of a finding, drafted from its data. */
function sentenceOf(survey: Survey, { question, choices, group }: Definition, share: Share): string {
  const variables = variablesOf(survey.questionnaire);
  const variable = variables.find((one) => one.name === question)!;
  const words = (of: typeof variable, id: string) =>
    wordsIn(of.question.choices.find((one) => one.id === id)!.label, "ja");
  const whom = group
    .map(([of, id]) => `「${words(variables.find((one) => one.name === of)!, id)}」`)
    .join("かつ");
  const unit = survey.kind === "workplace" ? ["事業所", "件"] : ["人", "人"];
  const show = (value: number) => (value * 100).toFixed(1);
  const limits = share.lower === null ? "" : `、95％信頼区間 ${show(share.lower)}～${show(share.upper!)}％`;
  return [
    `${sourceOf(survey)}では、`,
    whom ? `${whom}のうち、` : "",
    `「${labelOf(variable)}」に「${choices.map((id) => words(variable, id)).join("」または「")}」と答えた${unit[0]}は${show(share.value)}％でした`,
    `（${share.base.toLocaleString("ja-JP")}${unit[1]}のうち${share.events.toLocaleString("ja-JP")}${unit[1]}${limits}）。`,
  ].join("");
}

/** Freezes a share of a table with question, group, edition, numbers and interval. */
export const freezeFinding = command({
  name: "finding.freeze",
  ...ofSurvey(),
  input: z.object({
    question: name,
    choices: z.preprocess(
      (sent) => [sent ?? []].flat(),
      z.array(name).min(1, { error: "選択肢を選択してください。" }),
    ),
    group: Group,
  }),
  once: true,
  async run(permit, { survey: id, question, choices, group }) {
    const survey = await findSurvey(permit, id);
    const edition = survey && (await findLastEdition(permit, id));
    if (!survey || !edition) return notFound("survey");
    const definition: Definition = { question, choices, group };
    const found = tableFor(edition.content, definition);
    const share = found && shareOf(found.table, found.at, choices, edition.facts);
    if (!share) return conflict("秘匿された欄があるため、この値は使えません。");
    const finding = newId() as string;
    await insertFinding(permit, {
      ...{
        id: finding,
        surveyId: id,
        edition: edition.number,
        definition,
        events: share.events,
        base: share.base,
      },
      ...{
        lower: share.lower ?? 0,
        upper: share.upper ?? 1,
        sentence: sentenceOf(survey, definition, share),
      },
      ...{ fiscalYear: survey.fiscalYear, responseRate: edition.facts.rates?.rr1 ?? null },
    });
    return ok({ id: finding });
  },
});

/** The finding becomes evidence: of an issue that is there, or of a new one. */
export const raiseFinding = command({
  name: "finding.raise",
  ...ofSurvey({ finding: rowId() }),
  input: z.object({ issue: optionalId(), title: text("健康課題", { optional: true }) }),
  once: true,
  async run(permit, { survey: id, finding: of, issue, title }, app) {
    const finding = await findFinding(permit, id, of);
    const survey = await findSurvey(permit, id);
    if (!finding || !survey) return notFound("finding");
    const { area } = permit.subject;
    if (!issue && title === "")
      return invalid({ title: ["健康課題を入力するか、登録済みの健康課題を選択してください。"] });
    const made = issue ? ok({ id: issue }) : await alsoDo(permit, createIssue, { area }, { title }, app);
    if (!made.ok) return made;
    const evidence = { kind: "finding", text: finding.sentence, source: sourceOf(survey) };
    const added = await alsoDo(permit, addEvidence, { area, id: made.value.id }, evidence, app);
    if (!added.ok) return added;
    await updateFinding(permit, of, { issueId: made.value.id });
    return ok({ issue: made.value.id });
  },
});

/** The finding becomes the baseline of a target. A wave that few answered asks for a reason. */
export const targetFinding = command({
  name: "finding.target",
  ...ofSurvey({ finding: rowId() }),
  input: z.object({
    item: text("項目", { most: 300 }),
    direction: choice("目標の方向", ["at_least", "at_most"]),
    targetYear: fiscalYear("目標年度"),
    targetValue: decimal("目標値", { least: 0, most: 100, unit: "%" }),
    goal: optionalId(),
    reason: longText("理由", { optional: true, most: 500 }),
  }),
  once: true,
  async run(permit, { survey: id, finding: of, goal, reason, organisation: _, ...target }, app) {
    const finding = await findFinding(permit, id, of);
    const survey = await findSurvey(permit, id);
    if (!finding || !survey) return notFound("finding");
    if (finding.targetId) return conflict("この結果からは、すでに目標を設定しています。");
    if ((finding.responseRate ?? 1) < LOW_RATE && reason === "")
      return invalid({
        reason: [
          `回答率（RR1）が${((finding.responseRate ?? 0) * 100).toFixed(1)}％と低いため、基準値に使う理由を入力してください。`,
        ],
      });
    const made = await alsoDo(
      permit,
      createTarget,
      { area: permit.subject.area },
      {
        ...{ ...target, goalId: goal ?? "", unit: "%", source: sourceOf(survey), sure: true },
        ...{ baselineYear: finding.fiscalYear, baselineValue: percentOf(finding.events / finding.base) },
      },
      app,
    );
    if (!made.ok) return made;
    await updateFinding(permit, of, { targetId: made.value.id, reason });
    return ok({ target: made.value.id });
  },
});
