import { sql } from "kysely";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf, type QueryOf } from "#platform/lists/list.ts";
import type { SurveyPermit } from "../access.ts";
import { officeOf } from "../design/survey.store.server.ts";
import type { Disposition, Unit } from "../model/survey.schema.ts";
import { UNITS } from "./frame.present.ts";

const units = (permit: SurveyPermit, survey: string) =>
  tables(permit)
    .selectFrom("sensitive.surveyUnit")
    .selectAll()
    .where("surveyId", "=", survey)
    .$narrowType<{ reminded: Unit["reminded"] }>();

export const selectUnits = (permit: SurveyPermit, survey: string): Promise<Unit[]> =>
  units(permit, survey).orderBy("number").execute() as unknown as Promise<Unit[]>;

export const selectUnitPage = (
  permit: SurveyPermit,
  survey: string,
  list: QueryOf<typeof UNITS>,
): Promise<Unit[]> => {
  const { disposition, q } = list.filter;
  const found = units(permit, survey)
    .$if(disposition !== undefined, (query) => query.where("disposition", "=", disposition!))
    .$if(q !== undefined, (query) => query.where("name", "like", `%${q!.replace(/[%_\\]/g, "\\$&")}%`));
  return inOrder(found, orderOf(UNITS, list.sort), list).execute() as unknown as Promise<Unit[]>;
};

export const findUnit = (permit: SurveyPermit, survey: string, number: number): Promise<Unit | undefined> =>
  units(permit, survey).where("number", "=", number).executeTakeFirst() as unknown as Promise<
    Unit | undefined
  >;

/** The unit of a link; its transaction reaches no other. */
export const lockHeldUnit = (permit: SurveyPermit, id: string): Promise<Unit | undefined> =>
  tables(permit)
    .selectFrom("sensitive.surveyUnit")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst() as unknown as Promise<Unit | undefined>;

export async function countSampled(permit: SurveyPermit, survey: string): Promise<number> {
  const row = await tables(permit)
    .selectFrom("sensitive.surveyUnit")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("surveyId", "=", survey)
    .where("sampled", "=", true)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many of the frame there are in each group, and what became of those that were drawn. */
export const countUnits = (permit: SurveyPermit, survey: string) =>
  tables(permit)
    .selectFrom("sensitive.surveyUnit")
    .select(["sizeClass", "industry", "town", "stratum", "sampled", "disposition"])
    .select(sql<number>`count(*)::int`.as("count"))
    .where("surveyId", "=", survey)
    .groupBy(["sizeClass", "industry", "town", "stratum", "sampled", "disposition"])
    .execute();

export type NewUnit = Pick<Unit, "id" | "number" | "name"> &
  Partial<Omit<Unit, "id" | "surveyId" | "reminded">>;

export async function insertUnits(
  permit: SurveyPermit,
  survey: string,
  rows: readonly NewUnit[],
  office = officeOf(permit),
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await tables(permit)
      .insertInto("sensitive.surveyUnit")
      .values(rows.slice(at, at + 1000).map((row) => ({ ...row, surveyId: survey, organisationId: office })))
      .execute();
}

/** Marks whom the sample holds, with the stratum of each. */
export async function updateSample(
  permit: SurveyPermit,
  survey: string,
  strata: ReadonlyMap<string, readonly string[]>,
  drawn: readonly string[],
): Promise<void> {
  const own = () => tables(permit).updateTable("sensitive.surveyUnit").where("surveyId", "=", survey);
  for (const [stratum, ids] of strata) await own().set({ stratum }).where("id", "=", anyOf(ids)).execute();
  await own().set({ sampled: false }).execute();
  await own().set({ sampled: true }).where("id", "=", anyOf(drawn)).execute();
}

export const updateUnit = (
  permit: SurveyPermit,
  id: string,
  change: Readonly<{ disposition?: Disposition; way?: Unit["way"]; email?: string }>,
) => tables(permit).updateTable("sensitive.surveyUnit").set(change).where("id", "=", id).execute();

export const markSent = (permit: SurveyPermit, ids: readonly string[]) =>
  tables(permit)
    .updateTable("sensitive.surveyUnit")
    .set({ sentOn: sql`coalesce(sent_on, ${permit.clock.today()})` })
    .where("id", "=", anyOf(ids))
    .execute();

export const markReminded = (permit: SurveyPermit, ids: readonly string[]) =>
  tables(permit)
    .updateTable("sensitive.surveyUnit")
    .set({ reminded: sql`reminded || ${permit.clock.today()}::date` })
    .where("id", "=", anyOf(ids))
    .execute();

export const deleteUnits = (permit: SurveyPermit, survey: string) =>
  tables(permit).deleteFrom("sensitive.surveyUnit").where("surveyId", "=", survey).execute();
