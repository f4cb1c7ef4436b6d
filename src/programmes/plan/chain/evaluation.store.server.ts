import { addRow, changeRow, standingRows } from "#platform/db/area-rows.ts";
import { anyOf } from "#platform/db/database.ts";
import { type PlanPermit, stamp } from "../access.ts";
import type { Evaluated, Evaluation, EvaluationInput } from "../model/plan.schema.ts";

const written = (permit: PlanPermit, input: EvaluationInput) => {
  const { by: writtenBy, at: writtenAt } = stamp(permit);
  return { ...input, writtenBy, writtenAt };
};

export const insertEvaluation = (permit: PlanPermit, { of, id }: Evaluated, input: EvaluationInput) =>
  addRow(permit, "planEvaluation", {
    ...written(permit, input),
    initiativeId: of === "initiative" ? id : null,
    goalId: of === "goal" ? id : null,
  });

export const updateEvaluation = (permit: PlanPermit, id: string, input: EvaluationInput) =>
  changeRow(permit, "planEvaluation", id, written(permit, input));

const evaluations = (permit: PlanPermit) =>
  standingRows(permit, "planEvaluation")
    .select([
      "id",
      "initiativeId",
      "goalId",
      "fiscalYear",
      "kind",
      "finding",
      "grade",
      "carriesOver",
      "nextStep",
      "achieved",
      "putDownTo",
    ])
    .orderBy("fiscalYear")
    .orderBy("id");

export const findEvaluation = (permit: PlanPermit, id: string): Promise<Evaluation | undefined> =>
  evaluations(permit).where("id", "=", id).executeTakeFirst();

export async function selectEvaluations(
  permit: PlanPermit,
  of: Readonly<{ fiscalYear?: number; initiatives?: readonly string[]; goals?: readonly string[] }>,
): Promise<Evaluation[]> {
  let query = evaluations(permit);
  if (of.fiscalYear !== undefined) query = query.where("fiscalYear", "=", of.fiscalYear);
  if (of.initiatives || of.goals)
    query = query.where((either) =>
      either.or([
        either("initiativeId", "=", anyOf(of.initiatives ?? [])),
        either("goalId", "=", anyOf(of.goals ?? [])),
      ]),
    );
  return query.execute();
}
