import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { SurveyPermit } from "../access.ts";
import { officeOf } from "../design/survey.store.server.ts";
import type { Answers } from "../model/questionnaire.schema.ts";

export type PaperEntry = Readonly<{
  id: string;
  sheet: string;
  entry: number;
  answers: Answers;
  enteredBy: string;
}>;

const entries = (permit: SurveyPermit, survey: string) =>
  tables(permit)
    .selectFrom("sensitive.surveyPaper")
    .select(["id", "sheet", "entry", "enteredBy"])
    .select(sql<Answers>`answers`.as("answers"))
    .where("surveyId", "=", survey);

export const selectEntries = (permit: SurveyPermit, survey: string): Promise<PaperEntry[]> =>
  entries(permit, survey).orderBy("sheet").orderBy("entry").execute();

export async function countSheets(permit: SurveyPermit, survey: string): Promise<number> {
  const row = await tables(permit)
    .selectFrom("sensitive.surveyPaper")
    .select(sql<number>`count(distinct sheet)::int`.as("count"))
    .where("surveyId", "=", survey)
    .executeTakeFirstOrThrow();
  return row.count;
}

export const lockEntries = (permit: SurveyPermit, survey: string, sheet: string): Promise<PaperEntry[]> =>
  entries(permit, survey).where("sheet", "=", sheet).orderBy("entry").forUpdate().execute();

export const upsertEntry = (
  permit: SurveyPermit,
  surveyId: string,
  { sheet, entry, answers, enteredBy }: Omit<PaperEntry, "id">,
) => {
  const content = { answers: JSON.stringify(answers), enteredBy };
  return tables(permit)
    .insertInto("sensitive.surveyPaper")
    .values({ id: crypto.randomUUID(), organisationId: officeOf(permit), surveyId, sheet, entry, ...content })
    .onConflict((held) => held.columns(["surveyId", "sheet", "entry"]).doUpdateSet(content))
    .execute();
};

export const deleteEntries = (permit: SurveyPermit, survey: string, sheet: string) =>
  tables(permit)
    .deleteFrom("sensitive.surveyPaper")
    .where("surveyId", "=", survey)
    .where("sheet", "=", sheet)
    .execute();
