import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_board_line: {
      area_id: string;
      fiscal_year: number;
      has_council: boolean;
      meetings: number;
      last_met_on: PlainDate | null;
      maturity: string;
    };
  }
}

export type BoardLine = Readonly<{
  areaId: string;
  hasCouncil: boolean;
  meetings: number;
  lastMetOn: PlainDate | null;
  maturity: string;
}>;

export async function upsertBoardLine(permit: CouncilPermit, year: number, line: BoardLine): Promise<void> {
  const values = {
    has_council: line.hasCouncil,
    meetings: line.meetings,
    last_met_on: line.lastMetOn,
    maturity: line.maturity,
  };
  await db(permit)
    .insertInto("council_board_line")
    .values({ area_id: line.areaId, fiscal_year: year, ...values })
    .onConflict((conflict) => conflict.columns(["area_id", "fiscal_year"]).doUpdateSet(values))
    .execute();
}

export const selectBoardLines = (permit: CouncilPermit, year: number): Promise<BoardLine[]> =>
  db(permit)
    .selectFrom("council_board_line")
    .select([
      "area_id as areaId",
      "has_council as hasCouncil",
      "meetings",
      "last_met_on as lastMetOn",
      "maturity",
    ])
    .where("fiscal_year", "=", year)
    .execute();

/** The areas that have a body of a council, over all in reach. */
export async function selectAreasWithBodies(permit: CouncilPermit): Promise<string[]> {
  const rows = await db(permit)
    .selectFrom("council_body")
    .select("area_id")
    .distinct()
    .where("deleted_at", "is", null)
    .execute();
  return rows.map((row) => row.area_id);
}
