import { addRow, changeRow, standingRows } from "#platform/db/area-rows.ts";
import type { CouncilPermit } from "../access.ts";
import type { Past, PastInput } from "../model/past.schema.ts";

/** The earliest first. */
export const selectPast = (permit: CouncilPermit): Promise<Past[]> =>
  standingRows(permit, "councilPast")
    .select(["id", "kind", "fiscalYear", "untilYear", "onDay", "text", "document"])
    .orderBy("fiscalYear")
    .orderBy("onDay", (order) => order.asc().nullsFirst())
    .orderBy("createdAt")
    .orderBy("id")
    .execute();

export const insertPast = (permit: CouncilPermit, past: PastInput) =>
  addRow(permit, "councilPast", { ...past, createdAt: permit.clock.now() });

export const updatePast = (permit: CouncilPermit, id: string, past: PastInput) =>
  changeRow(permit, "councilPast", id, past);
