import { type JSONColumnType, sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import {
  FINE_KINDS,
  type Initiative,
  type InitiativeInput,
  type InitiativeTally,
  type Origin,
  type Partner,
} from "../schema.ts";
import type { MeasureSeries } from "./schema.ts";

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
    plan_measure: {
      area_id: string;
      id: string;
      initiative_id: string;
      kind: "output" | "outcome";
      name: string;
      unit: string;
      part_of: string | null;
      position: number;
    };
    plan_measure_value: {
      area_id: string;
      measure_id: string;
      fiscal_year: number;
      value: number;
      source: string;
    };
  }
}

const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Initiatives in the order of their chains: by issue, then goal, then age, those without at the end. Paged by key:
 * `after` is the id of the last one seen.
 */
export async function selectInitiatives(
  tx: Tx,
  area: string,
  of: Readonly<{ after?: string | undefined; limit: number; issueId?: string | undefined }>,
): Promise<Initiative[]> {
  const { rows } = await sql<InitiativeTable>`
    with line as (
      select i.*, coalesce(g.issue_id, ${LAST}::uuid) as a, coalesce(g.id, ${LAST}::uuid) as b
      from plan_initiative i
      left join plan_goal g on g.area_id = i.area_id and g.id = i.goal_id and g.deleted_at is null
      where i.area_id = ${area} and i.deleted_at is null
        ${of.issueId ? sql`and g.issue_id = ${of.issueId}` : sql``}
    )
    select line.* from line
    ${of.after ? sql`where (a, b, id) > (select a, b, id from line where id = ${of.after})` : sql``}
    order by a, b, id limit ${of.limit}`.execute(tx);
  return withOrganisations(tx, area, rows);
}

export async function findInitiative(tx: Tx, area: string, id: string): Promise<Initiative | undefined> {
  const rows = await tx
    .selectFrom("plan_initiative")
    .selectAll()
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .execute();
  return (await withOrganisations(tx, area, rows as never))[0];
}

async function withOrganisations(
  tx: Tx,
  area: string,
  rows: readonly InitiativeTable[],
): Promise<Initiative[]> {
  if (rows.length === 0) return [];
  const partners = await tx
    .selectFrom("plan_initiative_organisation")
    .selectAll()
    .where("area_id", "=", area)
    .where(
      "initiative_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("position")
    .execute();
  const held = Map.groupBy(partners, (partner) => partner.initiative_id);
  return rows.map((row) => ({
    id: row.id,
    goalId: row.goal_id,
    title: row.title,
    kind: row.kind,
    fineKind: row.fine_kind,
    whoActs: row.who_acts,
    organisations: (held.get(row.id) ?? []).map(
      ({ role, name, sector, organisation_id }): Partner => ({
        role,
        name,
        sector,
        organisationId: organisation_id,
      }),
    ),
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
  }));
}

export async function selectInitiativeTitles(tx: Tx, area: string): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom("plan_initiative")
    .select(["id", "title"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .where("status", "in", ["planned", "running", "done"])
    .orderBy("id")
    .limit(1000)
    .execute();
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
  tx: Tx,
  area: string,
  id: string,
  at: Date,
  input: InitiativeInput,
  origin: Origin | null,
): Promise<void> {
  await tx
    .insertInto("plan_initiative")
    .values({
      ...columns(input),
      area_id: area,
      id,
      origin: origin && JSON.stringify(origin),
      created_at: at,
      deleted_at: null,
      deleted_by: null,
    })
    .execute();
  await replaceOrganisations(tx, area, id, input.organisations);
}

export async function updateInitiative(
  tx: Tx,
  area: string,
  id: string,
  input: InitiativeInput,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("plan_initiative")
    .set(columns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await replaceOrganisations(tx, area, id, input.organisations);
  return true;
}

async function replaceOrganisations(tx: Tx, area: string, id: string, organisations: readonly Partner[]) {
  await tx
    .deleteFrom("plan_initiative_organisation")
    .where("area_id", "=", area)
    .where("initiative_id", "=", id)
    .execute();
  if (organisations.length === 0) return;
  await tx
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

/** What the activities of these initiatives come to by that day, and the next one planned. */
export async function selectTallies(
  tx: Tx,
  area: string,
  initiatives: readonly string[],
  fiscalYear: number,
  today: string,
): Promise<InitiativeTally[]> {
  if (initiatives.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    year_sessions: number | null;
    year_participants: number | null;
    all_sessions: number | null;
    all_participants: number | null;
    next: PlainDate | null;
  }>`select initiative_id as id,
      sum(sessions) filter (where fiscal_year = ${fiscalYear} and held_from <= ${today}) as year_sessions,
      sum(participants) filter (where fiscal_year = ${fiscalYear} and held_from <= ${today}) as year_participants,
      sum(sessions) filter (where held_from <= ${today}) as all_sessions,
      sum(participants) filter (where held_from <= ${today}) as all_participants,
      min(held_from) filter (where held_from > ${today}) as next
    from plan_activity
    where area_id = ${area} and initiative_id = any(${[...initiatives]}::uuid[]) and deleted_at is null
    group by initiative_id`.execute(tx);
  return rows.map((row) => ({
    initiativeId: row.id,
    year: { sessions: row.year_sessions, participants: row.year_participants },
    all: { sessions: row.all_sessions, participants: row.all_participants },
    next: row.next,
  }));
}

/** Goals that an initiative serves, and initiatives that serve none. */
export async function selectLinks(tx: Tx, area: string, most: number) {
  const { rows } = await sql<{ goal_id: string }>`select distinct goal_id from plan_initiative
    where area_id = ${area} and deleted_at is null and goal_id is not null`.execute(tx);
  const initiatives = await tx
    .selectFrom("plan_initiative")
    .select(["id", "title"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .where("goal_id", "is", null)
    .orderBy("id")
    .limit(most)
    .execute();
  const activities = await tx
    .selectFrom("plan_activity")
    .select(["id", "title"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .where("initiative_id", "is", null)
    // The total of a year belongs to no single initiative.
    .where("is_total", "=", false)
    .orderBy("held_from", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
  return { reachedGoals: new Set(rows.map((row) => row.goal_id)), initiatives, activities };
}

export async function selectMeasures(tx: Tx, area: string, initiativeId?: string): Promise<MeasureSeries[]> {
  let query = tx
    .selectFrom("plan_measure as m")
    .innerJoin("plan_initiative as i", (join) =>
      join.onRef("i.area_id", "=", "m.area_id").onRef("i.id", "=", "m.initiative_id"),
    )
    .select(["m.id", "m.initiative_id", "i.title", "m.kind", "m.name", "m.unit", "m.part_of"])
    .where("m.area_id", "=", area)
    .where("i.deleted_at", "is", null);
  if (initiativeId) query = query.where("m.initiative_id", "=", initiativeId);
  const measures = await query.orderBy("m.initiative_id").orderBy("m.position").execute();
  if (measures.length === 0) return [];
  const values = await tx
    .selectFrom("plan_measure_value")
    .select(["measure_id", "fiscal_year", "value", "source"])
    .where("area_id", "=", area)
    .where(
      "measure_id",
      "in",
      measures.map((measure) => measure.id),
    )
    .orderBy("fiscal_year")
    .execute();
  return measures.map((measure) => ({
    id: measure.id,
    initiativeId: measure.initiative_id,
    initiative: measure.title,
    kind: measure.kind,
    name: measure.name,
    unit: measure.unit,
    partOf: measure.part_of,
    values: values
      .filter((value) => value.measure_id === measure.id)
      .map((value) => ({ fiscalYear: value.fiscal_year, value: value.value, source: value.source })),
  }));
}

export async function insertMeasure(
  tx: Tx,
  area: string,
  id: string,
  measure: Omit<MeasureSeries, "id" | "initiative" | "values"> & { position: number },
): Promise<void> {
  await tx
    .insertInto("plan_measure")
    .values({
      area_id: area,
      id,
      initiative_id: measure.initiativeId,
      kind: measure.kind,
      name: measure.name,
      unit: measure.unit,
      part_of: measure.partOf,
      position: measure.position,
    })
    .execute();
}

export async function upsertMeasureValue(
  tx: Tx,
  area: string,
  measureId: string,
  fiscalYear: number,
  value: number,
  source: string,
): Promise<void> {
  await tx
    .insertInto("plan_measure_value")
    .values({ area_id: area, measure_id: measureId, fiscal_year: fiscalYear, value, source })
    .onConflict((conflict) =>
      conflict.columns(["area_id", "measure_id", "fiscal_year"]).doUpdateSet({ value, source }),
    )
    .execute();
}
