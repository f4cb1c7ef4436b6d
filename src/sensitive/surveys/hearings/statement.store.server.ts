import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SurveyPermit } from "../access.ts";
import { officeOf } from "../design/survey.store.server.ts";

export type Statement = Readonly<{
  id: string;
  surveyId: string;
  heardOn: PlainDate;
  heardOf: string;
  theme: string;
  statement: string;
}>;

const statements = (permit: SurveyPermit, survey: string) =>
  tables(permit).selectFrom("sensitive.surveyStatement").selectAll().where("surveyId", "=", survey);

export const selectStatements = (permit: SurveyPermit, survey: string) =>
  statements(permit, survey).orderBy("theme").orderBy("heardOn").orderBy("id").execute();

export const findStatement = (permit: SurveyPermit, survey: string, id: string) =>
  statements(permit, survey).where("id", "=", id).executeTakeFirst();

export const insertStatement = (permit: SurveyPermit, statement: Statement) =>
  tables(permit)
    .insertInto("sensitive.surveyStatement")
    .values({ ...statement, organisationId: officeOf(permit), madeAt: permit.clock.now() })
    .execute();

export const updateStatement = (permit: SurveyPermit, id: string, issueId: string) =>
  tables(permit).updateTable("sensitive.surveyStatement").set({ issueId }).where("id", "=", id).execute();
