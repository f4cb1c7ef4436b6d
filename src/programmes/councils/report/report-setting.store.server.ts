import { scopeOf } from "#foundation/actors/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";
import { type ReportSetting, UNPREPARED } from "./report-setting.schema.ts";

export const findSetting = async (permit: CouncilPermit, year: number): Promise<ReportSetting> =>
  (await rowsOf(permit, "annualReportSetting")
    .select(["foreword", "author", "leftOut", "figures", "photos"])
    .where("fiscalYear", "=", year)
    .executeTakeFirst()) ?? UNPREPARED;

export async function upsertSetting(permit: CouncilPermit, year: number, setting: ReportSetting) {
  const row = {
    ...setting,
    leftOut: [...setting.leftOut],
    figures: [...setting.figures],
    photos: [...setting.photos],
    changedBy: scopeOf(permit.actor).actor,
    changedAt: permit.clock.now(),
  };
  await tables(permit)
    .insertInto("annualReportSetting")
    .values({ areaId: permit.subject.area, fiscalYear: year, ...row })
    .onConflict((held) => held.columns(["areaId", "fiscalYear"]).doUpdateSet(row))
    .execute();
}
