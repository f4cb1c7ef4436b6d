import { recordSurvey } from "#evidence/indicators/public.ts";
import { command } from "#foundation/authority/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { SurveyPermit } from "../access.ts";
import { lockSurvey } from "../design/survey.store.server.ts";
import { fieldWork } from "../frame/rate.queries.server.ts";
import { labelOf, variablesOf } from "../model/questionnaire.rules.ts";
import type { Survey } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { findFinding, selectFindings, updateFinding } from "./finding.store.server.ts";
import { sourceOf } from "./finding-target.usecases.server.ts";
import { isPublished } from "./step.store.server.ts";

/** The profile shows what is marked so, and of whom: asked and answered. */
async function tellProfile(permit: SurveyPermit, survey: Survey): Promise<void> {
  const shown = (await selectFindings(permit, survey.id)).filter((one) => one.shown);
  const { dispositions } = await fieldWork(permit, survey);
  const labels = new Map(variablesOf(survey.questionnaire).map((one) => [one.name, labelOf(one)]));
  const asked = Object.values(dispositions).reduce((all, one) => all + one, 0);
  await recordSurvey(
    permit,
    {
      ...{ areaId: survey.areaId, key: `survey-${survey.id}`, name: survey.title },
      ...{ fiscalYear: fiscalYear(survey.fiscalYear), unit: survey.kind === "worker" ? "人" : "件" },
      ...{ surveyed: asked, responded: dispositions.complete + dispositions.partial },
      source: sourceOf(survey),
    },
    shown.map(({ definition, sentence }) => ({
      topic: labels.get(definition.question) ?? "",
      finding: sentence,
    })),
  );
}

const marking = (name: "finding.show" | "finding.hide", shown: boolean) =>
  command({
    name,
    ...ofSurvey({ finding: rowId() }),
    async run(permit, { survey: id, finding: of }) {
      const survey = await lockSurvey(permit, id);
      const finding = survey && (await findFinding(permit, id, of));
      if (!survey || !finding) return notFound("finding");
      if (shown && !(await isPublished(permit, id, finding.edition)))
        return conflict("集計を公表してから、健康プロフィールに掲載してください。");
      await updateFinding(permit, of, { shown });
      await tellProfile(permit, survey);
      return ok(undefined);
    },
  });

/** A finding of a published edition becomes a line of the area's profile, and is taken off it again. */
export const showFinding = marking("finding.show", true);
export const hideFinding = marking("finding.hide", false);
