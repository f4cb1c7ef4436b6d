import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { SurveyPermit } from "../access.ts";
import { officeOf } from "../design/survey.store.server.ts";
import type { Definition } from "./result.rules.ts";

export type Finding = Readonly<{
  id: string;
  surveyId: string;
  edition: number;
  definition: Definition;
  events: number;
  base: number;
  lower: number;
  upper: number;
  sentence: string;
  fiscalYear: number;
  responseRate: number | null;
  reason: string;
  issueId: string | null;
  targetId: string | null;
  /** A line of the area's profile. */
  shown: boolean;
}>;

const findings = (permit: SurveyPermit) =>
  tables(permit)
    .selectFrom("sensitive.surveyFinding")
    .select(["id", "surveyId", "edition", "events", "base", "lower", "upper", "sentence", "fiscalYear"])
    .select(["responseRate", "reason", "issueId", "targetId", "shown"])
    .select(sql<Definition>`definition`.as("definition"))
    .where("organisationId", "=", officeOf(permit));

export const selectFindings = (permit: SurveyPermit, survey: string): Promise<Finding[]> =>
  findings(permit).where("surveyId", "=", survey).orderBy("madeAt").orderBy("id").execute();

export const findFinding = (permit: SurveyPermit, survey: string, id: string): Promise<Finding | undefined> =>
  findings(permit).where("surveyId", "=", survey).where("id", "=", id).executeTakeFirst();

/** The findings of the waves before that a target rests on, back to the first wave. */
export async function selectTargeted(permit: SurveyPermit, survey: string): Promise<Finding[]> {
  const found = await sql<{ id: string }>`with recursive wave (id) as (
      select previous_id from sensitive.survey where id = ${survey}::uuid
      union select one.previous_id from sensitive.survey one join wave on wave.id = one.id
    ) select id from wave where id is not null`.execute(tables(permit));
  if (found.rows.length === 0) return [];
  return findings(permit)
    .where(
      "surveyId",
      "in",
      found.rows.map(({ id }) => id),
    )
    .where("targetId", "is not", null)
    .execute();
}

export const insertFinding = (
  permit: SurveyPermit,
  { definition, ...row }: Omit<Finding, "reason" | "issueId" | "targetId" | "shown">,
) =>
  tables(permit)
    .insertInto("sensitive.surveyFinding")
    .values({
      ...row,
      organisationId: officeOf(permit),
      definition: JSON.stringify(definition),
      madeAt: permit.clock.now(),
    })
    .execute();

export const updateFinding = (
  permit: SurveyPermit,
  id: string,
  change: Readonly<{ issueId?: string; targetId?: string; reason?: string; shown?: boolean }>,
) => tables(permit).updateTable("sensitive.surveyFinding").set(change).where("id", "=", id).execute();
