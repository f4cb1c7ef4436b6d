import { type RawBuilder, sql } from "kysely";
import { addRow, changeRow, standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlanPermit } from "../access.ts";
import {
  FINE_KINDS,
  type Initiative,
  type InitiativeInput,
  type Origin,
  type Partner,
} from "../model/plan.schema.ts";
import { PLAN_STATES, type PlanState } from "../model/plan-states.schema.ts";

/** Lead and partners of the initiative at hand, in their order. */
const ORGANISATIONS = sql<Partner[]>`(
  select coalesce(json_agg(json_build_object('role', one.role, 'name', one.name, 'sector', one.sector,
    'organisationId', one.organisation_id) order by one.position), '[]')
  from plan_initiative_organisation one
  where one.area_id = plan_initiative.area_id and one.initiative_id = plan_initiative.id)`.as(
  "organisations",
);

const initiatives = (permit: PlanPermit) =>
  standingRows(permit, "planInitiative")
    .select([
      "planInitiative.id",
      "planInitiative.goalId",
      "planInitiative.title",
      "kind",
      "fineKind",
      "whoActs",
    ])
    .select([
      "audience",
      "periodFrom",
      "periodTo",
      "budgetYen",
      "budgetOwner",
      "outputMeasure",
      "outcomeMeasure",
    ])
    .select(["materials", "prefectureGoal", "status", "origin"])
    .$narrowType<{ origin: Origin | null }>()
    .select(ORGANISATIONS);

const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const KEY = sql`coalesce(goal.issue_id, ${LAST}::uuid), coalesce(goal.id, ${LAST}::uuid), plan_initiative.id`;

/**
 * Initiatives in the order of their chains: by issue, then goal, then age, those without at the end. Paged by key:
 * `after` is the id of the last one seen.
 */
export async function selectInitiatives(
  permit: PlanPermit,
  {
    after,
    limit,
    state,
  }: Readonly<{ after?: string | undefined; limit: number; state?: PlanState | undefined }>,
): Promise<Initiative[]> {
  const seen = sql`(select ${KEY} from plan_initiative left join plan_goal goal on goal.area_id = plan_initiative.area_id
    and goal.id = plan_initiative.goal_id and goal.deleted_at is null
    where plan_initiative.area_id = ${permit.subject.area} and plan_initiative.id = ${after})`;
  return initiatives(permit)
    .leftJoin("planGoal as goal", (join) =>
      join
        .onRef("goal.areaId", "=", "planInitiative.areaId")
        .onRef("goal.id", "=", "planInitiative.goalId")
        .on("goal.deletedAt", "is", null),
    )
    .$if(state !== undefined, (query) => query.where(isIn(permit, state!)))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(${KEY}) > ${seen}`))
    .orderBy(sql`${KEY}`)
    .limit(limit)
    .execute();
}

/** Whether the initiative at hand is in that state; it is late where its period is over and it is not. */
function isIn({ clock }: PlanPermit, state: PlanState): RawBuilder<boolean> {
  const none = (table: string, column: string, held: string) =>
    sql<boolean>`not exists (select from ${sql.table(table)} held where held.area_id = plan_initiative.area_id
      and held.${sql.ref(column)} = plan_initiative.${sql.ref(held)} and held.deleted_at is null)`;
  if (state === "no-target") return none("plan_target", "goal_id", "goal_id");
  if (state === "unevaluated") return none("plan_evaluation", "initiative_id", "id");
  if (state === "late")
    return sql<boolean>`(plan_initiative.status in ('planned', 'running') and plan_initiative.period_to < ${clock.today()})`;
  return sql<boolean>`plan_initiative.status = ${state}`;
}

/** How many initiatives are in each state; one may be in several. */
export async function countStates(permit: PlanPermit): Promise<Record<PlanState | "all", number>> {
  const counted = PLAN_STATES.map((state, index) =>
    sql<number>`count(*) filter (where ${isIn(permit, state)})::int`.as(`s${index}`),
  );
  const row: Record<string, number> = await standingRows(permit, "planInitiative")
    .select([sql<number>`count(*)::int`.as("all"), ...counted])
    .executeTakeFirstOrThrow();
  const states = PLAN_STATES.map((state, index) => [state, row[`s${index}`] ?? 0]);
  return { all: row.all ?? 0, ...Object.fromEntries(states) };
}

export const findInitiative = (permit: PlanPermit, id: string): Promise<Initiative | undefined> =>
  initiatives(permit).where("planInitiative.id", "=", id).executeTakeFirst();

const titles = (permit: PlanPermit) =>
  standingRows(permit, "planInitiative").select(["id", "title"]).orderBy("id");

/** The titles of the initiatives that were not stopped. */
export const selectInitiativeTitles = (permit: PlanPermit) =>
  titles(permit).where("status", "!=", "stopped").limit(1000).execute();

/** The titles of the initiatives of these ids, or of those that serve a goal, whatever became of them. */
export async function selectTitles(
  permit: PlanPermit,
  of: Readonly<{ ids: readonly string[] }> | Readonly<{ goalId: string }>,
) {
  if ("goalId" in of) return titles(permit).where("goalId", "=", of.goalId).execute();
  return of.ids.length === 0 ? [] : titles(permit).where("id", "in", of.ids).execute();
}

const kindOf = ({ fineKind }: Pick<InitiativeInput, "fineKind">) => FINE_KINDS[fineKind];

export async function insertInitiative(
  permit: PlanPermit,
  { organisations, ...initiative }: InitiativeInput,
  origin: Origin | null,
): Promise<string> {
  const id = await addRow(permit, "planInitiative", {
    ...initiative,
    kind: kindOf(initiative),
    origin: origin && JSON.stringify(origin),
    createdAt: permit.clock.now(),
  });
  await replaceOrganisations(permit, id, organisations);
  return id;
}

export async function updateInitiative(
  permit: PlanPermit,
  id: string,
  { organisations, ...initiative }: InitiativeInput,
): Promise<void> {
  await changeRow(permit, "planInitiative", id, { ...initiative, kind: kindOf(initiative) });
  await replaceOrganisations(permit, id, organisations);
}

async function replaceOrganisations(permit: PlanPermit, id: string, organisations: readonly Partner[]) {
  const of = { areaId: permit.subject.area, initiativeId: id };
  await tables(permit)
    .deleteFrom("planInitiativeOrganisation")
    .where("areaId", "=", of.areaId)
    .where("initiativeId", "=", id)
    .execute();
  if (organisations.length === 0) return;
  await tables(permit)
    .insertInto("planInitiativeOrganisation")
    .values(
      organisations.map(({ role, name, sector, organisationId }, position) => {
        return { ...of, position, role, name, sector, organisationId };
      }),
    )
    .execute();
}
