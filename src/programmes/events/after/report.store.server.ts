import { scopeOf } from "#foundation/actors/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { EventPermit } from "../access.ts";
import type { Report } from "./report.rules.ts";

export const findReport = (permit: EventPermit, event: string): Promise<Report | undefined> =>
  rowsOf(permit, "eventReport")
    .select(["counts", "summary", "toldCentre", "toldResources"])
    .$narrowType<Report>()
    .where("eventId", "=", event)
    .executeTakeFirst();

export async function upsertReport(permit: EventPermit, eventId: string, report: Report): Promise<void> {
  const columns = {
    ...{ ...report, counts: JSON.stringify(report.counts) },
    ...{ reportedAt: permit.clock.now(), reportedBy: scopeOf(permit.actor).actor },
  };
  await tables(permit)
    .insertInto("eventReport")
    .values({ areaId: permit.subject.area, eventId, ...columns })
    .onConflict((row) => row.columns(["areaId", "eventId"]).doUpdateSet(columns))
    .execute();
}
