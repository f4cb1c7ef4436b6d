import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { deleteAnswers, deleteCodes, scatterAnswers } from "../answering/answer.store.server.ts";
import { countSampled, deleteUnits } from "../frame/unit.store.server.ts";
import { formOfBank } from "../model/bank.usecases.server.ts";
import { standing, variablesOf } from "../model/questionnaire.rules.ts";
import { NO_QUESTIONS, type Questionnaire, type TablePlan } from "../model/questionnaire.schema.ts";
import { isPast } from "../model/survey.rules.ts";
import { KEPT_YEARS } from "../model/survey.schema.ts";
import { countSheets } from "../paper/paper.store.server.ts";
import { takeStep } from "../results/step.usecases.server.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { surveyValues } from "./survey.present.ts";
import { findSurvey, findWave, insertSurvey, lockSurvey, updateSurvey } from "./survey.store.server.ts";
import { NewSurveyInput, SurveyInput } from "./survey-form.schema.ts";

export const createSurvey = command({
  name: "survey.create",
  ...ofSurvey(),
  input: NewSurveyInput,
  once: true,
  async run(permit, { survey: id, title, kind, fiscalYear, base, partner }) {
    const begun = base ? formOfBank(base) : undefined;
    if (partner && !(await findSurvey(permit, partner))) return notFound("survey");
    await insertSurvey(permit, {
      ...{ id, title, kind, fiscalYear, lead: "", sender: "", anonymous: kind === "worker" },
      questionnaire: begun?.questionnaire ?? NO_QUESTIONS,
      tables: begun?.tables ?? [],
      partnerId: partner ?? null,
    });
    return ok({ id });
  },
});

export const saveSurvey = command({
  name: "survey.save",
  ...ofSurvey(),
  input: SurveyInput,
  seen: async (permit, { survey }) => {
    const found = await lockSurvey(permit, survey);
    return found && surveyValues(found);
  },
  async run(permit, { organisation: _, survey: id, tables: typed, anonymous, ...rest }) {
    const survey = (await lockSurvey(permit, id))!;
    if (survey.state === "closed") return conflict("終了した調査は変更できません。");
    const wanted = survey.kind === "worker" || anonymous;
    if (survey.locked && wanted !== survey.anonymous)
      return conflict("回答を受け付けた後は、匿名の扱いを変更できません。");
    const { plan, unknown } = readPlan(typed, survey.questionnaire);
    if (unknown) return invalid({ tables: [`「${unknown}」という質問はありません。`] });
    await updateSurvey(permit, id, { ...rest, anonymous: wanted, tables: plan });
    return ok({ id });
  },
});

/** Tables as they are typed: a line each, the question first, then whom it is told by, as `need × size`. */
function readPlan(typed: string, form: Questionnaire): { plan: TablePlan; unknown?: string } {
  const known = new Set(variablesOf(form).map(({ name }) => name));
  const seen = new Set<string>();
  const plan: TablePlan = [];
  for (const line of typed.split("\n")) {
    const names = line
      .split(/[×xｘ＊*]/)
      .map((one) => one.trim())
      .filter(Boolean);
    if (names.length === 0) continue;
    const unknown = names.find((one) => !known.has(one));
    if (unknown || names.length > 3 || new Set(names).size < names.length)
      return { plan: [], unknown: unknown ?? line };
    const key = names.toSorted().join();
    if (!seen.has(key)) plan.push(names);
    seen.add(key);
  }
  return { plan };
}

export const openSurvey = command({
  name: "survey.open",
  ...ofSurvey(),
  once: true,
  async run(permit, { survey: id }) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.state !== "draft") return conflict("この調査は、すでに始まっています。");
    if (standing(survey.questionnaire.questions).length === 0)
      return conflict("質問を1つ以上登録してから、調査を始めてください。");
    if (survey.kind !== "hearing" && (await countSampled(permit, id)) === 0)
      return conflict("対象の事業所を登録し、抽出してから、調査を始めてください。");
    if (survey.closesOn !== null && survey.closesOn < permit.clock.today())
      return conflict("回答期限が過ぎています。回答期限を変更してから、調査を始めてください。");
    await updateSurvey(permit, id, { state: "open", openedOn: permit.clock.today() });
    return ok({ id });
  },
});

/** Ends the field work: open codes open nothing any more, and the last step is made. */
export const closeSurvey = command({
  name: "survey.close",
  ...ofSurvey(),
  once: true,
  async run(permit, { survey: id }) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.state !== "open") return conflict("終了できるのは、実施中の調査だけです。");
    // With the end the codes go: a sheet that is decided later would be an answer that does not count.
    const sheets = await countSheets(permit, id);
    if (sheets > 0)
      return conflict(
        `入力が途中の紙の調査票が${sheets}件あります。「紙の調査票の入力」で確定するか取り消してから、調査を終了してください。`,
      );
    await deleteCodes(permit, id);
    if (survey.anonymous) await scatterAnswers(permit, id);
    await updateSurvey(permit, id, { state: "closed", closedOn: permit.clock.today() });
    if (survey.kind !== "hearing") await takeStep(permit, { ...survey, state: "closed" });
    return ok({ id });
  },
});

/** The next wave: the same questions under the same ids, so that what was said can be compared. */
export const copySurvey = command({
  name: "survey.copy",
  ...ofSurvey({ as: rowId() }),
  input: z.object({}),
  once: true,
  async run(permit, { survey: from, as: id }) {
    const survey = await findSurvey(permit, from);
    if (!survey) return notFound("survey");
    const { title, kind, lead, sender, anonymous, questionnaire, tables, fiscalYear } = survey;
    const wave = { id, title, kind, lead, sender, anonymous, questionnaire, tables };
    const partnerId = survey.partnerId && (await findWave(permit, survey.partnerId));
    await insertSurvey(permit, { ...wave, fiscalYear: fiscalYear + 1, previousId: from, partnerId });
    return ok({ id });
  },
});

/** Lets go of the answers and of whom was asked, once they were kept long enough. Tables and findings stay. */
export const forgetAnswers = command({
  name: "survey.forget",
  ...ofSurvey(),
  fresh: true,
  async run(permit, { survey: id }) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (!isPast(survey, permit.clock.today()))
      return conflict(`調査の終了から${KEPT_YEARS}年が過ぎるまで、名簿と回答は削除できません。`);
    await deleteAnswers(permit, id);
    await deleteUnits(permit, id);
    return ok({ id });
  },
});
