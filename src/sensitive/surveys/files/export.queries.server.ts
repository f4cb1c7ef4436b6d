import { z } from "zod";
import { query } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { selectAnswers } from "../answering/answer.store.server.ts";
import { findSurvey } from "../design/survey.store.server.ts";
import { selectUnits } from "../frame/unit.store.server.ts";
import { STEP } from "../results/step.usecases.server.ts";
import { ofSurvey } from "../target.usecases.server.ts";

export const FILES = [
  "codes.csv",
  "labels.csv",
  "codes.xlsx",
  "labels.xlsx",
  "codes-list.csv",
  "schema.json",
  "ddi.xml",
] as const;

const SAMPLING = { all: "全数", random: "無作為抽出", stratified: "層化無作為抽出" } as const;

/** All answers that count, and those that were set aside, for the office that asks: once the survey is over. */
export const exportAnswers = query({
  name: "answer.export",
  ...ofSurvey({ file: z.enum(FILES) }),
  fresh: true,
  async run(permit, { survey: id, file }) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const rows = await selectAnswers(permit, id, true);
    if (survey.anonymous && (survey.state !== "closed" || rows.length < STEP))
      return conflict("匿名の調査の回答は、調査を終了し、10件以上になってからダウンロードできます。");
    const units = survey.anonymous ? [] : await selectUnits(permit, id);
    const numbers = new Map(units.map((one) => [one.id, one.number]));
    const { title, fiscalYear, questionnaire, sampling } = survey;
    return ok({
      file,
      form: questionnaire,
      name: `${title}_${fiscalYear}`,
      study: {
        ...{ id, title, fiscalYear, cases: rows.length },
        sampling: sampling
          ? `${SAMPLING[sampling.way]}（${sampling.size}件、乱数の種 ${sampling.seed}）`
          : "",
        way: "自記式（Web・紙）",
      },
      rows: rows.map(({ unitId, source, state, counted, answers }) => ({
        number: unitId ? (numbers.get(unitId) ?? null) : null,
        ...{ source, state, counted, answers },
      })),
    });
  },
});
