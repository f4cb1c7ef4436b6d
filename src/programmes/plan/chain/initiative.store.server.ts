import { type JSONColumnType, sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PlanPermit } from "../access.ts";
import {
  FINE_KINDS,
  type Initiative,
  type InitiativeInput,
  type Origin,
  type Partner,
} from "../model/plan.schema.ts";
import { newRow } from "./deleted-row.store.server.ts";

interface InitiativeTable {
  area_id: string;
  id: string;
  goal_id: string | null;
  title: string;
  kind: Initiative["kind"];
  fine_kind: string;
  who_acts: string[];
  audience: string;
  period_from: string | null;
  period_to: string | null;
  budget_yen: number | null;
  budget_owner: string;
  output_measure: string;
  outcome_measure: string;
  materials: string;
  prefecture_goal: string;
  status: Initiative["status"];
  origin: JSONColumnType<Origin | null, string | null, string | null>;
  created_at: Date;
  deleted_at: Date | null;
  deleted_by: string | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_initiative: InitiativeTable;
    plan_initiative_organisation: {
      area_id: string;
      initiative_id: string;
      position: number;
      role: "lead" | "partner";
      name: string;
      sector: string | null;
      organisation_id: string | null;
    };
  }
}

/** Lead and partners of the initiative at hand, in their order. */
const ORGANISATIONS = sql<Partner[]>`(
  select coalesce(json_agg(json_build_object('role', role, 'name', name, 'sector', sector,
    'organisationId', organisation_id) order by position), '[]')
  from plan_initiative_organisation held where held.area_id = line.area_id and held.initiative_id = line.id
) as organisations`;

const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Initiatives in the order of their chains: by issue, then goal, then age, those without at the end. Paged by key:
 * `after` is the id of the last one seen.
 */
export async function selectInitiatives(
  permit: PlanPermit,
  area: string,
  of: Readonly<{ after?: string | undefined; limit: number; issueId?: string | undefined }>,
): Promise<Initiative[]> {
  const { rows } = await sql<InitiativeTable & { organisations: Partner[] }>`
    with line as (
      select i.*, coalesce(g.issue_id, ${LAST}::uuid) as a, coalesce(g.id, ${LAST}::uuid) as b
      from plan_initiative i
      left join plan_goal g on g.area_id = i.area_id and g.id = i.goal_id and g.deleted_at is null
      where i.area_id = ${area} and i.deleted_at is null
        ${of.issueId ? sql`and g.issue_id = ${of.issueId}` : sql``}
    )
    select line.*, ${ORGANISATIONS} from line
    ${of.after ? sql`where (a, b, id) > (select a, b, id from line where id = ${of.after})` : sql``}
    order by a, b, id limit ${of.limit}`.execute(db(permit));
  return rows.map(toInitiative);
}

export async function findInitiative(
  permit: PlanPermit,
  area: string,
  id: string,
): Promise<Initiative | undefined> {
  const { rows } = await sql<InitiativeTable & { organisations: Partner[] }>`
    select line.*, ${ORGANISATIONS} from plan_initiative line
    where area_id = ${area} and id = ${id} and deleted_at is null`.execute(db(permit));
  return rows[0] && toInitiative(rows[0]);
}

const toInitiative = (row: InitiativeTable & { organisations: Partner[] }): Initiative => ({
  id: row.id,
  goalId: row.goal_id,
  title: row.title,
  kind: row.kind,
  fineKind: row.fine_kind,
  whoActs: row.who_acts,
  organisations: row.organisations,
  audience: row.audience,
  periodFrom: row.period_from as PlainDate | null,
  periodTo: row.period_to as PlainDate | null,
  budgetYen: row.budget_yen,
  budgetOwner: row.budget_owner,
  outputMeasure: row.output_measure,
  outcomeMeasure: row.outcome_measure,
  materials: row.materials,
  prefectureGoal: row.prefecture_goal,
  status: row.status,
  origin: row.origin as unknown as Origin | null,
});

export async function selectInitiativeTitles(
  permit: PlanPermit,
  area: string,
): Promise<{ id: string; title: string }[]> {
  return db(permit)
    .selectFrom("plan_initiative")
    .select(["id", "title"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .where("status", "in", ["planned", "running", "done"])
    .orderBy("id")
    .limit(1000)
    .execute();
}

/** The titles of the initiatives of these ids, or of those that serve a goal, whatever became of them. */
export async function selectTitles(
  permit: PlanPermit,
  area: string,
  of: Readonly<{ ids: readonly string[] }> | Readonly<{ goalId: string }>,
): Promise<{ id: string; title: string }[]> {
  if ("ids" in of && of.ids.length === 0) return [];
  const query = db(permit)
    .selectFrom("plan_initiative")
    .select(["id", "title"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("id");
  return ("ids" in of ? query.where("id", "in", of.ids) : query.where("goal_id", "=", of.goalId)).execute();
}

const columns = (input: InitiativeInput) => ({
  goal_id: input.goalId,
  title: input.title,
  kind: FINE_KINDS[input.fineKind],
  fine_kind: input.fineKind,
  who_acts: input.whoActs,
  audience: input.audience,
  period_from: input.periodFrom,
  period_to: input.periodTo,
  budget_yen: input.budgetYen,
  budget_owner: input.budgetOwner,
  output_measure: input.outputMeasure,
  outcome_measure: input.outcomeMeasure,
  materials: input.materials,
  prefecture_goal: input.prefectureGoal,
  status: input.status,
});

export async function insertInitiative(
  permit: PlanPermit,
  area: string,
  input: InitiativeInput,
  origin: Origin | null,
): Promise<string> {
  const row = newRow(permit, area);
  await db(permit)
    .insertInto("plan_initiative")
    .values({ ...row, ...columns(input), origin: origin && JSON.stringify(origin) })
    .execute();
  await replaceOrganisations(permit, area, row.id, input.organisations);
  return row.id;
}

export async function updateInitiative(
  permit: PlanPermit,
  area: string,
  id: string,
  input: InitiativeInput,
): Promise<void> {
  await db(permit)
    .updateTable("plan_initiative")
    .set(columns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .execute();
  await replaceOrganisations(permit, area, id, input.organisations);
}

async function replaceOrganisations(
  permit: PlanPermit,
  area: string,
  id: string,
  organisations: readonly Partner[],
) {
  await db(permit)
    .deleteFrom("plan_initiative_organisation")
    .where("area_id", "=", area)
    .where("initiative_id", "=", id)
    .execute();
  if (organisations.length === 0) return;
  await db(permit)
    .insertInto("plan_initiative_organisation")
    .values(
      organisations.map(({ role, name, sector, organisationId }, position) => ({
        area_id: area,
        initiative_id: id,
        position,
        role,
        name,
        sector,
        organisation_id: organisationId,
      })),
    )
    .execute();
}
