import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { SurveyPermit } from "../access.ts";
import type { Answers } from "../model/questionnaire.schema.ts";
import type { Survey } from "../model/survey.schema.ts";

export type AnswerRow = Readonly<{
  id: string;
  unitId: string | null;
  cluster: number | null;
  source: "web" | "paper";
  state: "draft" | "partial" | "complete";
  counted: boolean;
  answers: Answers;
}>;

type Place = Pick<Survey, "id" | "organisationId">;

/** Adds an answer, or finishes the draft of one. Its id is drawn at random: in no order, and of no time. */
export async function upsertAnswer(
  permit: SurveyPermit,
  { id: surveyId, organisationId }: Place,
  { answers, ...row }: Omit<AnswerRow, "id">,
): Promise<void> {
  const values = { ...row, answers: JSON.stringify(answers) };
  const insert = tables(permit)
    .insertInto("sensitive.surveyAnswer")
    .values({ id: crypto.randomUUID(), surveyId, organisationId, ...values });
  await (row.unitId === null
    ? insert
    : insert.onConflict((held) => held.columns(["unitId", "source"]).doUpdateSet(values))
  ).execute();
}

/** Another answer of the same unit is kept, and does not count any more. */
export const setOthersAside = (permit: SurveyPermit, unit: string, source: AnswerRow["source"]) =>
  tables(permit)
    .updateTable("sensitive.surveyAnswer")
    .set({ counted: false })
    .where("unitId", "=", unit)
    .where("source", "!=", source)
    .execute();

export const insertAnswers = async (
  permit: SurveyPermit,
  { id: surveyId, organisationId }: Place,
  rows: readonly Omit<AnswerRow, "id">[],
): Promise<void> => {
  for (let at = 0; at < rows.length; at += 1000)
    await tables(permit)
      .insertInto("sensitive.surveyAnswer")
      .values(
        rows.slice(at, at + 1000).map(({ answers, ...row }) => ({
          ...row,
          id: crypto.randomUUID() as string,
          surveyId,
          organisationId,
          answers: JSON.stringify(answers),
        })),
      )
      .execute();
};

export const selectOwnAnswers = (permit: SurveyPermit, unit: string): Promise<AnswerRow[]> =>
  tables(permit)
    .selectFrom("sensitive.surveyAnswer")
    .select(["id", "unitId", "cluster", "source", "state", "counted"])
    .select(sql<Answers>`answers`.as("answers"))
    .where("unitId", "=", unit)
    .execute();

/** In the order of their ids, which is the order of nothing. */
export const selectAnswers = (permit: SurveyPermit, survey: string, all = false): Promise<AnswerRow[]> =>
  tables(permit)
    .selectFrom("sensitive.surveyAnswer")
    .select(["id", "unitId", "cluster", "source", "state", "counted"])
    .select(sql<Answers>`answers`.as("answers"))
    .where("surveyId", "=", survey)
    .where("state", "!=", "draft")
    .$if(!all, (query) => query.where("counted", "=", true))
    .orderBy("id")
    .execute();

export async function countAnswers(permit: SurveyPermit, survey: string): Promise<number> {
  const row = await tables(permit)
    .selectFrom("sensitive.surveyAnswer")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("surveyId", "=", survey)
    .where("state", "!=", "draft")
    .where("counted", "=", true)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One more came: the questions stand still from now on, and a code that was spent is counted. */
export const noteAnswer = (permit: SurveyPermit, survey: string, codes: 0 | 1) =>
  sql`select sensitive.survey_note_answer(${survey}::uuid, ${codes})`.execute(tables(permit));

/** Writes all answers of a survey anew, in another order and in one transaction. */
export const scatterAnswers = (permit: SurveyPermit, survey: string) =>
  sql`with taken as (delete from sensitive.survey_answer where survey_id = ${survey}::uuid returning *)
    insert into sensitive.survey_answer select * from taken order by random()`.execute(tables(permit));

export const insertCodes = async (
  permit: SurveyPermit,
  surveyId: string,
  organisationId: OrganisationId,
  codes: readonly Readonly<{ codeHash: string; cluster: number }>[],
): Promise<void> => {
  for (let at = 0; at < codes.length; at += 1000)
    await tables(permit)
      .insertInto("sensitive.surveyCode")
      .values(codes.slice(at, at + 1000).map((code) => ({ ...code, surveyId, organisationId })))
      .execute();
};

/** The code at hand, held until it is spent; undefined where it was, or never was one. */
export const lockCode = (permit: SurveyPermit, codeHash: string) =>
  tables(permit)
    .selectFrom("sensitive.surveyCode")
    .select(["surveyId", "cluster"])
    .where("codeHash", "=", codeHash)
    .forUpdate()
    .executeTakeFirst();

export const findCode = (permit: SurveyPermit, codeHash: string) =>
  tables(permit)
    .selectFrom("sensitive.surveyCode")
    .select(["surveyId", "cluster"])
    .where("codeHash", "=", codeHash)
    .executeTakeFirst();

export const deleteCode = (permit: SurveyPermit, codeHash: string) =>
  tables(permit).deleteFrom("sensitive.surveyCode").where("codeHash", "=", codeHash).execute();

export const deleteCodes = (permit: SurveyPermit, survey: string) =>
  tables(permit).deleteFrom("sensitive.surveyCode").where("surveyId", "=", survey).execute();

/** All that was answered, as it came and as it was counted. */
export async function deleteAnswers(permit: SurveyPermit, survey: string): Promise<void> {
  for (const table of ["sensitive.surveyPaper", "sensitive.surveyColumn", "sensitive.surveyAnswer"] as const)
    await tables(permit).deleteFrom(table).where("surveyId", "=", survey).execute();
}
