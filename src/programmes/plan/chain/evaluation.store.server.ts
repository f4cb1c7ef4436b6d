import { anyOf } from "#platform/db/database.ts";
import type { Deletable } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import { type PlanPermit, stamp } from "../access.ts";
import type { Evaluated, Evaluation, EvaluationInput } from "../model/plan.schema.ts";
import { newRow } from "./deleted-row.store.server.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_evaluation: Deletable & {
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

export async function insertEvaluation(
  permit: PlanPermit,
  area: string,
  { thing, id }: Evaluated,
  input: EvaluationInput,
): Promise<string> {
  const { created_at: _, ...row } = newRow(permit, area);
  const of = {
    initiative_id: thing === "initiative" ? id : null,
    goal_id: thing === "goal" ? id : null,
  };
  await db(permit)
    .insertInto("plan_evaluation")
    .values({ ...row, ...of, ...columns(permit, input) })
    .execute();
  return row.id;
}

export async function updateEvaluation(
  permit: PlanPermit,
  area: string,
  id: string,
  input: EvaluationInput,
): Promise<void> {
  await db(permit)
    .updateTable("plan_evaluation")
    .set(columns(permit, input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .execute();
}

const columns = (permit: PlanPermit, input: EvaluationInput) => ({
  fiscal_year: input.fiscalYear,
  kind: input.kind,
  finding: input.finding,
  grade: input.grade,
  carries_over: input.carriesOver,
  next_step: input.nextStep,
  written_by: stamp(permit).by,
  written_at: stamp(permit).at,
});

const evaluations = (permit: PlanPermit, area: string) =>
  db(permit)
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
    .where("deleted_at", "is", null)
    .orderBy("fiscal_year")
    .orderBy("id");

export async function findEvaluation(
  permit: PlanPermit,
  area: string,
  id: string,
): Promise<Evaluation | undefined> {
  return evaluations(permit, area).where("id", "=", id).executeTakeFirst();
}

export async function selectEvaluations(
  permit: PlanPermit,
  area: string,
  of: Readonly<{ fiscalYear?: number; initiatives?: readonly string[]; goals?: readonly string[] }>,
): Promise<Evaluation[]> {
  let query = evaluations(permit, area);
  if (of.fiscalYear !== undefined) query = query.where("fiscal_year", "=", of.fiscalYear);
  if (of.initiatives || of.goals)
    query = query.where((either) =>
      either.or([
        either("initiative_id", "=", anyOf(of.initiatives ?? [])),
        either("goal_id", "=", anyOf(of.goals ?? [])),
      ]),
    );
  return query.execute();
}
