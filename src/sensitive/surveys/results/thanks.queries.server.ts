import { query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { selectOwnAnswers } from "../answering/answer.store.server.ts";
import { findSurveyInReach } from "../design/survey.store.server.ts";
import { lockHeldUnit } from "../frame/unit.store.server.ts";
import { answerInWords } from "../model/answer.rules.ts";
import { byHolder } from "../target.usecases.server.ts";
import { tabled } from "./edition.rules.ts";
import { shareOf, tableFor } from "./result.rules.ts";
import { findLastEdition } from "./step.store.server.ts";

/** By what a workplace is like others: its own answers to these questions. */
const ALIKE = ["size", "industry"] as const;

/** What a workplace answered, beside all and beside those of its size and trade, as far as that was published. */
export const thankWorkplace = query({
  name: "answer.thank",
  ...byHolder("survey-unit"),
  async run(permit, { held }) {
    const unit = await lockHeldUnit(permit, held);
    const survey = unit && (await findSurveyInReach(permit, unit.surveyId));
    if (!unit || !survey) return notFound("survey");
    const own = (await selectOwnAnswers(permit, held)).find((one) => one.counted && one.state !== "draft");
    if (!own) return notFound("survey");
    const edition = await findLastEdition(permit, survey.id, true);
    const show = (value: number | undefined) => (value === undefined ? "―" : `${(value * 100).toFixed(1)}％`);
    const lines = tabled(survey).flatMap(({ name, question, row }) => {
      const answer = own.answers[name];
      if (answer === undefined || question.codes || (ALIKE as readonly string[]).includes(question.id))
        return [];
      const choices = [answer].flat().map(String);
      /** Of several choices each has a share of its own. */
      const among = (group: readonly (readonly [string, string])[]) =>
        choices
          .map((choice) => {
            const found = edition && tableFor(edition.content, { question: name, choices: [choice], group });
            const share = found && shareOf(found.table, found.at, [choice], edition.facts)?.value;
            return choices.length > 1 ? `${answerInWords(question, [choice])} ${show(share)}` : show(share);
          })
          .join("、");
      const alike = (of: (typeof ALIKE)[number]) => {
        const one = own.answers[of];
        return typeof one === "string" ? among([[of, one]]) : show(undefined);
      };
      return [
        {
          name,
          label: `${question.text.ja}${row ? `：${row.label.ja}` : ""}`,
          answer: answerInWords(question, answer),
          all: among([]),
          size: alike("size"),
          industry: alike("industry"),
        },
      ];
    });
    return ok({
      title: survey.title,
      fiscalYear: survey.fiscalYear,
      area: survey.areaId,
      unit: unit.name,
      published: edition !== undefined,
      answers: edition?.facts.answers ?? 0,
      lines,
    });
  },
});
