import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PreventionPermit } from "../access.ts";
import type { StockRow } from "./stock.rules.ts";

const areaOf = ({ subject }: PreventionPermit) => subject.area;

export const selectStock = (permit: PreventionPermit, fiscalYear: number): Promise<StockRow[]> =>
  tables(permit)
    .selectFrom("sensitive.preventionStock")
    .select(["organisationId", "measure", "answer", "progress"])
    .where("areaId", "=", areaOf(permit))
    .where("fiscalYear", "=", fiscalYear)
    .execute();

/** The whole answer of an office for a year, in place of the one before. */
export async function replaceStock(
  permit: PreventionPermit,
  organisationId: OrganisationId,
  fiscalYear: number,
  rows: readonly Omit<StockRow, "organisationId">[],
): Promise<void> {
  await tables(permit)
    .deleteFrom("sensitive.preventionStock")
    .where("areaId", "=", areaOf(permit))
    .where("organisationId", "=", organisationId)
    .where("fiscalYear", "=", fiscalYear)
    .execute();
  if (rows.length === 0) return;
  await tables(permit)
    .insertInto("sensitive.preventionStock")
    .values(
      rows.map(({ measure, answer, progress }) => ({
        ...{ areaId: areaOf(permit), organisationId, fiscalYear, measure, answer },
        progress: progress as "not-begun" | "under-way" | "done" | null,
      })),
    )
    .execute();
}

export const selectPlanned = (permit: PreventionPermit, fiscalYear: number) =>
  tables(permit)
    .selectFrom("sensitive.preventionPlanned")
    .select(["measure", "initiativeId"])
    .where("areaId", "=", areaOf(permit))
    .where("fiscalYear", "=", fiscalYear)
    .execute();

export const insertPlanned = (
  permit: PreventionPermit,
  fiscalYear: number,
  measure: string,
  initiativeId: string,
) =>
  tables(permit)
    .insertInto("sensitive.preventionPlanned")
    .values({ areaId: areaOf(permit), fiscalYear, measure, initiativeId })
    .execute();
