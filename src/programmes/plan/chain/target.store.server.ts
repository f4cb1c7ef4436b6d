import { addRow, standingRows } from "#platform/db/area-rows.ts";
import type { PlanPermit } from "../access.ts";
import type { TargetInput, TargetRow } from "../model/plan.schema.ts";
import { valuesOf } from "./year-value.store.server.ts";

const targets = (permit: PlanPermit) =>
  standingRows(permit, "planTarget")
    .leftJoin("planGoal as goal", (join) =>
      join
        .onRef("goal.areaId", "=", "planTarget.areaId")
        .onRef("goal.id", "=", "planTarget.goalId")
        .on("goal.deletedAt", "is", null),
    )
    .select(["planTarget.id", "planTarget.goalId", "goal.title as goal", "item", "unit", "direction"])
    .select(["baselineYear", "baselineValue", "targetYear", "targetValue", "source", "indicator"])
    .select(valuesOf("target"))
    .orderBy("planTarget.createdAt")
    .orderBy("planTarget.id");

/** All targets, or those of a goal. */
export const selectTargets = (permit: PlanPermit, goalId?: string): Promise<TargetRow[]> =>
  targets(permit)
    .$if(goalId !== undefined, (query) => query.where("planTarget.goalId", "=", goalId!))
    .execute();

export const findTarget = (permit: PlanPermit, id: string): Promise<TargetRow | undefined> =>
  targets(permit).where("planTarget.id", "=", id).executeTakeFirst();

/** A target that is about no indicator keeps none. */
export const stored = (target: TargetInput) => ({ ...target, indicator: target.indicator || null });

export const insertTarget = (permit: PlanPermit, target: TargetInput) =>
  addRow(permit, "planTarget", { ...stored(target), createdAt: permit.clock.now() });
