import { sql } from "kysely";
import type { EditionContent, EditionCounts } from "#evidence/publication/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { SurveyPermit } from "../access.ts";
import type { Survey } from "../model/survey.schema.ts";
import type { Column } from "./column.rules.ts";
import type { EditionFacts } from "./edition.rules.ts";

export async function replaceColumns(
  permit: SurveyPermit,
  { id: surveyId, organisationId }: Pick<Survey, "id" | "organisationId">,
  step: number,
  columns: readonly Column[],
): Promise<void> {
  await tables(permit).deleteFrom("sensitive.surveyColumn").where("surveyId", "=", surveyId).execute();
  for (const { name, data } of columns)
    await tables(permit)
      .insertInto("sensitive.surveyColumn")
      .values({
        surveyId,
        organisationId,
        step,
        name,
        data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
      })
      .execute();
}

/** The columns of these names as they stood at the last step. */
export async function selectColumns(
  permit: SurveyPermit,
  survey: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (names.length === 0) return new Map();
  const rows = await tables(permit)
    .selectFrom("sensitive.surveyColumn")
    .select(["name", "data"])
    .where("surveyId", "=", survey)
    .where("name", "in", [...new Set(names)])
    .execute();
  return new Map(rows.map(({ name, data }) => [name, data as Uint8Array]));
}

export type SurveyEdition = Readonly<{
  number: number;
  madeAt: Date;
  content: EditionContent;
  facts: EditionFacts;
  published: boolean;
}>;

/** Every edition of a survey with the counts behind it, newest first. */
export async function selectCounted(
  permit: SurveyPermit,
  survey: string,
): Promise<{ number: number; content: EditionContent; counts: EditionCounts }[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.surveyEdition as edition")
    .innerJoin("sensitive.surveyEditionCounts as counted", (join) =>
      join.onRef("counted.surveyId", "=", "edition.surveyId").onRef("counted.number", "=", "edition.number"),
    )
    .select(["edition.number", "edition.content", "counted.counts"])
    .where("edition.surveyId", "=", survey)
    .orderBy("edition.number", "desc")
    .execute();
  return rows.map(({ number, content, counts }) => ({
    number,
    content: JSON.parse(content) as EditionContent,
    counts: JSON.parse(counts) as EditionCounts,
  }));
}

export async function findLastEdition(
  permit: SurveyPermit,
  survey: string,
  published = false,
): Promise<SurveyEdition | undefined> {
  const row = await tables(permit)
    .selectFrom("sensitive.surveyEdition")
    .select(["number", "madeAt", "content", "published"])
    .select(sql<EditionFacts>`facts`.as("facts"))
    .where("surveyId", "=", survey)
    .$if(published, (query) => query.where("published", "=", true))
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, content: JSON.parse(row.content) as EditionContent };
}

export const isPublished = async (permit: SurveyPermit, survey: string, number: number): Promise<boolean> =>
  (await tables(permit)
    .selectFrom("sensitive.surveyEdition")
    .select("number")
    .where("surveyId", "=", survey)
    .where("number", "=", number)
    .where("published", "=", true)
    .executeTakeFirst()) !== undefined;

export async function insertEdition(
  permit: SurveyPermit,
  { id: surveyId, organisationId }: Pick<Survey, "id" | "organisationId">,
  { content, facts, ...rest }: SurveyEdition,
  counts: EditionCounts,
): Promise<void> {
  const key = { surveyId, organisationId, number: rest.number };
  await tables(permit)
    .insertInto("sensitive.surveyEdition")
    .values({ ...rest, ...key, content: JSON.stringify(content), facts: JSON.stringify(facts) })
    .execute();
  await tables(permit)
    .insertInto("sensitive.surveyEditionCounts")
    .values({ ...key, counts: JSON.stringify(counts) })
    .execute();
}

export const markPublished = (permit: SurveyPermit, survey: string, number: number) =>
  tables(permit)
    .updateTable("sensitive.surveyEdition")
    .set({ published: true })
    .where("surveyId", "=", survey)
    .where("number", "=", number)
    .execute();
