import { anyOf } from "#platform/db/database.ts";
import type { Deletable } from "#platform/db/deletions.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { EvaluationInput } from "../schema.ts";

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
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  by: string,
  input: EvaluationInput,
): Promise<void> {
  await db(permit)
    .insertInto("plan_evaluation")
    .values({
      area_id: area,
      id,
      deleted_at: null,
      deleted_by: null,
      initiative_id: input.initiativeId,
      goal_id: input.goalId,
      ...columns(input),
      written_by: by,
      written_at: at,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

/** Whether there was such an evaluation. */
export async function updateEvaluation(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  by: string,
  input: EvaluationInput,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("plan_evaluation")
    .set({ ...columns(input), written_by: by, written_at: at })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const columns = ({ fiscalYear, kind, finding, grade, carriesOver, nextStep }: EvaluationInput) => ({
  fiscal_year: fiscalYear,
  kind,
  finding,
  grade,
  carries_over: carriesOver,
  next_step: nextStep,
});

export async function selectEvaluations(
  permit: RowAccess,
  area: string,
  of: Readonly<{
    id?: string;
    fiscalYear?: number;
    initiatives?: readonly string[];
    goals?: readonly string[];
  }>,
) {
  let query = db(permit)
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
  if (of.id) query = query.where("id", "=", of.id);
  if (of.fiscalYear !== undefined) query = query.where("fiscal_year", "=", of.fiscalYear);
  if (of.initiatives || of.goals)
    query = query.where((either) =>
      either.or([
        either("initiative_id", "=", anyOf(of.initiatives ?? [])),
        either("goal_id", "=", anyOf(of.goals ?? [])),
      ]),
    );
  return query.orderBy("fiscal_year").orderBy("id").execute();
}
