import { standingRows } from "#platform/db/area-rows.ts";
import type { PlanPermit } from "../access.ts";

const pillars = (permit: PlanPermit) =>
  standingRows(permit, "planPillar").select(["id", "title"]).orderBy("position").orderBy("id");

export const selectPillars = (permit: PlanPermit) => pillars(permit).execute();

/** The ids of the pillars, in their order; locked, so that of two who move them one comes after the other. */
export const lockPillars = async (permit: PlanPermit): Promise<string[]> =>
  (await pillars(permit).forUpdate().execute()).map((row) => row.id);

/** The pillars in their order, each with how many goals come under it. */
export const countGoals = (permit: PlanPermit) =>
  pillars(permit)
    .select((eb) =>
      eb
        .selectFrom("planGoal as goal")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("goal.areaId", "=", "planPillar.areaId")
        .whereRef("goal.pillarId", "=", "planPillar.id")
        .where("goal.deletedAt", "is", null)
        .$asScalar()
        .$notNull()
        .as("goals"),
    )
    .execute();

export const findPillar = (permit: PlanPermit, id: string) =>
  standingRows(permit, "planPillar").select("title").where("id", "=", id).executeTakeFirst();
