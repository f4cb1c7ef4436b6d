import type { Row } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { CouncilPermit } from "../access.ts";

export type BoardLine = Row<
  "councilBoardLine",
  "areaId" | "hasCouncil" | "meetings" | "lastMetOn" | "maturity"
>;

export async function upsertBoardLine(
  permit: CouncilPermit,
  fiscalYear: number,
  line: Omit<BoardLine, "areaId">,
): Promise<void> {
  await tables(permit)
    .insertInto("councilBoardLine")
    .values({ areaId: permit.subject.area, fiscalYear, ...line })
    .onConflict((held) => held.columns(["areaId", "fiscalYear"]).doUpdateSet(line))
    .execute();
}

/** Of all areas. */
export const selectBoardLines = (permit: CouncilPermit, fiscalYear: number): Promise<BoardLine[]> =>
  tables(permit)
    .selectFrom("councilBoardLine")
    .select(["areaId", "hasCouncil", "meetings", "lastMetOn", "maturity"])
    .where("fiscalYear", "=", fiscalYear)
    .execute();

/** The areas that have a body of a council, over all in reach. */
export async function selectAreasWithBodies(permit: CouncilPermit): Promise<AreaId[]> {
  const bodies = tables(permit).selectFrom("councilBody").select("areaId").distinct();
  return (await bodies.where("deletedAt", "is", null).execute()).map((row) => row.areaId);
}
