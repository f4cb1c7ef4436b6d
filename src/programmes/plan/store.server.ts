import { type JSONColumnType, sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { newId } from "#platform/kernel/ids.ts";
import type {
  EvaluationInput,
  EvidenceInput,
  Figure,
  GoalInput,
  IssueInput,
  Origin,
  PlanSkeleton,
  TargetInput,
  TargetRow,
  TargetValueInput,
  Thing,
} from "./schema.ts";

interface Kept {
  area_id: string;
  id: string;
  deleted_at: Date | null;
  deleted_by: string | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_issue: Kept & {
      title: string;
      description: string;
      seen_in: number;
      origin: JSONColumnType<Origin | null, string | null, string | null>;
      created_at: Date;
    };
    plan_evidence: Kept & {
      issue_id: string;
      kind: "indicator" | "finding" | "statement";
      text: string;
      sector: string | null;
      source: string;
      figure: JSONColumnType<Figure | null, string | null, string | null>;
      created_at: Date;
    };
    plan_pillar: Kept & { title: string; position: number; created_at: Date };
    plan_goal: Kept & { issue_id: string | null; pillar_id: string | null; title: string; created_at: Date };
    plan_target: Kept & {
      goal_id: string | null;
      item: string;
      unit: string;
      direction: "at_least" | "at_most";
      baseline_year: number;
      baseline_value: number;
      target_year: number;
      target_value: number;
      source: string;
      indicator: string | null;
      created_at: Date;
    };
    plan_target_value: {
      area_id: string;
      target_id: string;
      fiscal_year: number;
      value: number;
      source: string;
      entered_at: Date;
    };
    plan_evaluation: Kept & {
      initiative_id: string | null;
      goal_id: string | null;
      fiscal_year: number;
      kind: "structure" | "process" | "output" | "outcome";
      finding: string;
      grade: "good" | "fair" | "poor" | null;
      carries_over: boolean;
      next_step: string;
      written_by: string;
      written_at: Date;
    };
  }
}

/** Everything above the initiatives: small, a few dozen rows an area. */
export async function selectSkeleton(tx: Tx, area: PlanSkeleton["area"]): Promise<PlanSkeleton> {
  const issues = await tx
    .selectFrom("plan_issue")
    .select(["id", "title", "description", "seen_in as seenIn", "origin"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const evidence = await tx
    .selectFrom("plan_evidence")
    .select(["id", "issue_id as issueId", "kind", "text", "source", "sector", "figure"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const pillars = await tx
    .selectFrom("plan_pillar")
    .select(["id", "title"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const goals = await tx
    .selectFrom("plan_goal")
    .select(["id", "title", "issue_id as issueId", "pillar_id as pillarId"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return { area, issues, evidence, pillars, goals, targets: await selectTargets(tx, area) };
}

export async function selectTargets(tx: Tx, area: string): Promise<TargetRow[]> {
  const rows = await tx
    .selectFrom("plan_target")
    .selectAll()
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const values = await tx
    .selectFrom("plan_target_value")
    .select(["target_id", "fiscal_year", "value", "source"])
    .where("area_id", "=", area)
    .orderBy("fiscal_year")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    goalId: row.goal_id,
    item: row.item,
    unit: row.unit,
    direction: row.direction,
    baselineYear: row.baseline_year,
    baselineValue: row.baseline_value,
    targetYear: row.target_year,
    targetValue: row.target_value,
    source: row.source,
    indicator: row.indicator,
    values: values
      .filter((value) => value.target_id === row.id)
      .map((value) => ({ fiscalYear: value.fiscal_year, value: value.value, source: value.source })),
  }));
}

export async function insertIssue(
  tx: Tx,
  area: string,
  id: string,
  at: Date,
  { title, description, seenIn }: IssueInput & { seenIn: number },
  origin: Origin | null,
): Promise<void> {
  await tx
    .insertInto("plan_issue")
    .values({
      ...fresh(area, id, at),
      title,
      description,
      seen_in: seenIn,
      origin: origin && JSON.stringify(origin),
    })
    .execute();
}

export async function insertPillar(
  tx: Tx,
  area: string,
  id: string,
  at: Date,
  title: string,
  position: number,
): Promise<void> {
  await tx
    .insertInto("plan_pillar")
    .values({ ...fresh(area, id, at), title, position })
    .execute();
}

export async function insertEvidence(
  tx: Tx,
  area: string,
  id: string,
  at: Date,
  { issueId, kind, text, source, sector, figure }: EvidenceInput,
): Promise<void> {
  await tx
    .insertInto("plan_evidence")
    .values({
      ...fresh(area, id, at),
      issue_id: issueId,
      kind,
      text,
      source,
      sector: sector === "" ? null : sector,
      figure: figure ? JSON.stringify(figure) : null,
    })
    .execute();
}

export async function insertGoal(
  tx: Tx,
  area: string,
  id: string,
  at: Date,
  { title, issueId, pillarId }: GoalInput,
): Promise<void> {
  await tx
    .insertInto("plan_goal")
    .values({ ...fresh(area, id, at), title, issue_id: issueId, pillar_id: pillarId })
    .execute();
}

const targetColumns = (input: TargetInput) => ({
  goal_id: input.goalId,
  item: input.item,
  unit: input.unit,
  direction: input.direction,
  baseline_year: input.baselineYear,
  baseline_value: input.baselineValue,
  target_year: input.targetYear,
  target_value: input.targetValue,
  source: input.source,
  indicator: input.indicator === "" ? null : input.indicator,
});

export async function insertTarget(
  tx: Tx,
  area: string,
  id: string,
  at: Date,
  input: TargetInput,
): Promise<void> {
  await tx
    .insertInto("plan_target")
    .values({ ...fresh(area, id, at), ...targetColumns(input) })
    .execute();
}

export async function updateTarget(tx: Tx, area: string, id: string, input: TargetInput): Promise<boolean> {
  return changed(
    await tx
      .updateTable("plan_target")
      .set(targetColumns(input))
      .where("area_id", "=", area)
      .where("id", "=", id)
      .executeTakeFirst(),
  );
}

export async function updateIssue(
  tx: Tx,
  area: string,
  id: string,
  { seenIn, ...input }: IssueInput,
): Promise<boolean> {
  return changed(
    await tx
      .updateTable("plan_issue")
      .set(seenIn === undefined ? input : { ...input, seen_in: seenIn })
      .where("area_id", "=", area)
      .where("id", "=", id)
      .executeTakeFirst(),
  );
}

export async function updateGoal(tx: Tx, area: string, id: string, input: GoalInput): Promise<boolean> {
  return changed(
    await tx
      .updateTable("plan_goal")
      .set({ title: input.title, issue_id: input.issueId, pillar_id: input.pillarId })
      .where("area_id", "=", area)
      .where("id", "=", id)
      .executeTakeFirst(),
  );
}

/** The value of a target in a year; a later entry of the same year corrects it. */
export async function upsertTargetValue(
  tx: Tx,
  area: string,
  at: Date,
  input: TargetValueInput,
): Promise<void> {
  await tx
    .insertInto("plan_target_value")
    .values({
      area_id: area,
      target_id: input.targetId,
      fiscal_year: input.fiscalYear,
      value: input.value,
      source: input.source,
      entered_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_id", "target_id", "fiscal_year"])
        .doUpdateSet({ value: input.value, source: input.source, entered_at: at }),
    )
    .execute();
}

export async function insertEvaluation(
  tx: Tx,
  area: string,
  at: Date,
  by: string,
  input: EvaluationInput,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto("plan_evaluation")
    .values({
      area_id: area,
      id,
      deleted_at: null,
      deleted_by: null,
      initiative_id: input.initiativeId,
      goal_id: input.goalId,
      fiscal_year: input.fiscalYear,
      kind: input.kind,
      finding: input.finding,
      grade: input.grade,
      carries_over: input.carriesOver,
      next_step: input.nextStep,
      written_by: by,
      written_at: at,
    })
    .execute();
  return id;
}

export async function selectEvaluations(
  tx: Tx,
  area: string,
  of: Readonly<{ fiscalYear?: number; initiatives?: readonly string[]; goals?: readonly string[] }>,
) {
  let query = tx
    .selectFrom("plan_evaluation")
    .select([
      "id",
      "initiative_id as initiativeId",
      "goal_id as goalId",
      "fiscal_year as fiscalYear",
      "kind",
      "finding",
      "grade",
      "carries_over as carriesOver",
      "next_step as nextStep",
    ])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);
  if (of.fiscalYear !== undefined) query = query.where("fiscal_year", "=", of.fiscalYear);
  if (of.initiatives || of.goals)
    query = query.where((either) =>
      either.or([
        either("initiative_id", "in", [...(of.initiatives ?? []), NONE]),
        either("goal_id", "in", [...(of.goals ?? []), NONE]),
      ]),
    );
  return query.orderBy("fiscal_year").orderBy("id").execute();
}

/** An id that nothing has: an `in` list must not be empty. */
export const NONE = "00000000-0000-0000-0000-000000000000";

const TABLE_OF: Readonly<Record<Thing, string>> = {
  issue: "plan_issue",
  evidence: "plan_evidence",
  goal: "plan_goal",
  target: "plan_target",
  initiative: "plan_initiative",
  activity: "plan_activity",
  evaluation: "plan_evaluation",
};

/** Whether there was such a thing to delete. */
export async function markDeleted(
  tx: Tx,
  area: string,
  thing: Thing,
  id: string,
  by: string,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update ${sql.table(TABLE_OF[thing])}
    set deleted_at = ${at}, deleted_by = ${by}
    where area_id = ${area} and id = ${id} and deleted_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function selectDeletedAt(
  tx: Tx,
  area: string,
  thing: Thing,
  id: string,
): Promise<Date | undefined> {
  const { rows } = await sql<{ deleted_at: Date }>`select deleted_at from ${sql.table(TABLE_OF[thing])}
    where area_id = ${area} and id = ${id} and deleted_at is not null`.execute(tx);
  return rows[0]?.deleted_at;
}

export async function clearDeleted(tx: Tx, area: string, thing: Thing, id: string): Promise<void> {
  await sql`update ${sql.table(TABLE_OF[thing])} set deleted_at = null, deleted_by = null
    where area_id = ${area} and id = ${id}`.execute(tx);
}

export type DeletedThing = Readonly<{ thing: Thing; id: string; title: string; deletedAt: Date }>;

/** What a person deleted since then; what another module took back is not ours to restore. */
export async function selectDeleted(tx: Tx, area: string, since: Date): Promise<DeletedThing[]> {
  const of = (
    thing: Thing,
    title: string,
  ) => sql`select ${thing} as thing, id::text as id, ${sql.ref(title)} as title,
    deleted_at as "deletedAt" from ${sql.table(TABLE_OF[thing])} where area_id = ${area} and deleted_at >= ${since}
    ${thing === "activity" ? sql`and source in ('page', 'csv')` : sql``}`;
  const parts = [
    of("issue", "title"),
    of("evidence", "text"),
    of("goal", "title"),
    of("target", "item"),
    of("initiative", "title"),
    of("activity", "title"),
    of("evaluation", "finding"),
  ];
  const { rows } =
    await sql<DeletedThing>`${sql.join(parts, sql` union all `)} order by "deletedAt" desc`.execute(tx);
  return rows;
}

/** Whether a thing of that kind is there and not deleted. */
export async function isThere(tx: Tx, area: string, thing: Thing, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(TABLE_OF[thing])}
    where area_id = ${area} and id = ${id} and deleted_at is null`.execute(tx);
  return rows.length > 0;
}

const fresh = (area: string, id: string, at: Date) => ({
  area_id: area,
  id,
  created_at: at,
  deleted_at: null,
  deleted_by: null,
});

const changed = (result: { numUpdatedRows: bigint }) => result.numUpdatedRows === 1n;
