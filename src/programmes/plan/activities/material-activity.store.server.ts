import { changeRow, rowsOf } from "#platform/db/area-rows.ts";
import type { PlanPermit } from "../access.ts";

/** What stands of a material's month, also where it was deleted by hand: it is not brought back. */
export const selectMaterialActivities = (permit: PlanPermit, keys: readonly string[]) =>
  rowsOf(permit, "planActivity")
    .select(["id", "sourceKey", "result", "fiscalYear", "deletedAt"])
    .where("source", "=", MATERIALS)
    .where("sourceKey", "in", [...keys])
    .execute();

export const MATERIALS = "materials";

/** Only what was counted: an initiative that it was tied to since stays. */
export const updateResult = (permit: PlanPermit, id: string, result: string): Promise<boolean> =>
  changeRow(permit, "planActivity", id, { result });
