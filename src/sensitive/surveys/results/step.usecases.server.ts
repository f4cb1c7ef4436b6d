import type { SurveyPermit } from "../access.ts";
import { countAnswers, selectAnswers } from "../answering/answer.store.server.ts";
import { updateSurvey } from "../design/survey.store.server.ts";
import { selectUnits } from "../frame/unit.store.server.ts";
import type { Survey } from "../model/survey.schema.ts";
import { columnsOf } from "./column.rules.ts";
import { replaceColumns } from "./step.store.server.ts";

/** While answers come in, tables step on by so many: nobody can tell what one more answer said. */
export const STEP = 10;

/** Puts the answers that came into columns, where enough of them did or the survey is over. */
export async function takeStep(permit: SurveyPermit, survey: Survey): Promise<Survey> {
  const count = await countAnswers(permit, survey.id);
  const fresh = count - survey.stepped;
  const isDue = survey.state === "closed" ? fresh !== 0 || survey.uncounted >= STEP : fresh >= STEP;
  if (!isDue) return survey;
  const rows = await selectAnswers(permit, survey.id);
  const strata = survey.sampling?.strata.map(({ name }) => name) ?? [];
  const stratumOf = new Map(
    survey.anonymous
      ? []
      : (await selectUnits(permit, survey.id)).map((one) => [one.id, strata.indexOf(one.stratum)] as const),
  );
  const clusters = new Map<number, number>();
  const coded = rows.map(({ answers, cluster, unitId }, index) => {
    const own = cluster ?? -1 - index;
    if (!clusters.has(own)) clusters.set(own, clusters.size);
    return { answers, cluster: clusters.get(own)!, stratum: stratumOf.get(unitId ?? "") ?? -1 };
  });
  const step = survey.step + 1;
  await replaceColumns(permit, survey, step, columnsOf(survey.questionnaire, coded));
  await updateSurvey(permit, survey.id, { step, stepped: rows.length, uncounted: 0 });
  return { ...survey, step, stepped: rows.length, uncounted: 0 };
}
