import { sql, type Updateable } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { SurveyPermit } from "../access.ts";
import type { Questionnaire, TablePlan } from "../model/questionnaire.schema.ts";
import type { Sampling, Survey } from "../model/survey.schema.ts";

const surveys = (permit: Permit) => tables(permit).selectFrom("sensitive.survey").selectAll();
/** At whose door something is done; the surveys of no other office are found there. */
export const officeOf = ({ subject }: SurveyPermit): OrganisationId => subject.organisation!;

export const selectSurveys = (permit: SurveyPermit, office = officeOf(permit)): Promise<Survey[]> =>
  surveys(permit)
    .where("organisationId", "=", office)
    .orderBy("fiscalYear", "desc")
    .orderBy("madeAt", "desc")
    .execute() as unknown as Promise<Survey[]>;

export const findSurvey = (permit: SurveyPermit, id: string): Promise<Survey | undefined> =>
  surveys(permit)
    .where("id", "=", id)
    .where("organisationId", "=", officeOf(permit))
    .executeTakeFirst() as unknown as Promise<Survey | undefined>;

export const lockSurvey = (permit: SurveyPermit, id: string): Promise<Survey | undefined> =>
  surveys(permit)
    .where("id", "=", id)
    .where("organisationId", "=", officeOf(permit))
    .forUpdate()
    .executeTakeFirst() as unknown as Promise<Survey | undefined>;

/** The wave that was made after a survey; null where there is none yet. */
export async function findWave(permit: SurveyPermit, after: string): Promise<string | null> {
  const row = await tables(permit)
    .selectFrom("sensitive.survey")
    .select("id")
    .where("previousId", "=", after)
    .where("organisationId", "=", officeOf(permit))
    .orderBy("madeAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A survey whose row is in reach, whoever's: for who answers, and for members of the council. */
export const findSurveyInReach = (permit: Permit, id: string): Promise<Survey | undefined> =>
  surveys(permit).where("id", "=", id).executeTakeFirst() as unknown as Promise<Survey | undefined>;

export const insertSurvey = (
  permit: SurveyPermit,
  survey: Pick<Survey, "id" | "title" | "kind" | "fiscalYear" | "lead" | "sender" | "anonymous"> &
    Readonly<{ questionnaire: Questionnaire; tables: TablePlan }> &
    Readonly<{
      previousId?: string | null;
      partnerId?: string | null;
      office?: OrganisationId;
      area?: AreaId;
    }>,
) => {
  const {
    questionnaire,
    tables: plan,
    office = officeOf(permit),
    area = permit.subject.area,
    ...rest
  } = survey;
  return tables(permit)
    .insertInto("sensitive.survey")
    .values({
      ...rest,
      organisationId: office,
      areaId: area,
      questionnaire: JSON.stringify(questionnaire),
      tables: JSON.stringify(plan),
      madeBy: permit.actor.kind === "person" ? permit.actor.userId : "<demonstration>",
      madeAt: permit.clock.now(),
      changedAt: permit.clock.now(),
    })
    .execute();
};

export const updateSurvey = (
  permit: SurveyPermit,
  id: string,
  {
    questionnaire,
    tables: plan,
    sampling,
    ...rest
  }: Omit<Updateable<CamelTables["sensitive.survey"]>, "questionnaire" | "tables" | "sampling"> &
    Readonly<{ questionnaire?: Questionnaire; tables?: TablePlan; sampling?: Sampling }>,
) =>
  tables(permit)
    .updateTable("sensitive.survey")
    .set({
      ...rest,
      ...(questionnaire ? { questionnaire: JSON.stringify(questionnaire) } : {}),
      ...(plan ? { tables: JSON.stringify(plan) } : {}),
      ...(sampling ? { sampling: JSON.stringify(sampling) } : {}),
      changedAt: permit.clock.now(),
    })
    .where("id", "=", id)
    .execute();

/** Questions of the office's earlier surveys, the newest first: what was asked before is offered first. */
export const selectAsked = (permit: SurveyPermit, but: string) =>
  tables(permit)
    .selectFrom("sensitive.survey")
    .select(["title", "fiscalYear", sql<Questionnaire>`questionnaire`.as("questionnaire")])
    .where("organisationId", "=", officeOf(permit))
    .where("id", "!=", but)
    .orderBy("fiscalYear", "desc")
    .limit(20)
    .execute();

export const countSurveys = (permit: SurveyPermit) =>
  tables(permit)
    .selectFrom("sensitive.survey")
    .select(["areaId", "kind", "state", "fiscalYear", "title", "spent"])
    .orderBy("areaId")
    .orderBy("fiscalYear")
    .execute();
