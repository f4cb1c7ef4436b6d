import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { Feedback, Report } from "../model/report.schema.ts";

/** The report as it stands: its last version, unless that took it back; earlier ones stay. */
export async function findReport(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<Report | undefined> {
  const last = await findLastReport(permit, area, requestId);
  return last?.withdrawn ? undefined : last;
}

export const findLastReport = (
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<Report | undefined> =>
  tables(permit)
    .selectFrom("supportReport")
    .selectAll()
    .where("areaId", "=", area)
    .where("requestId", "=", requestId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();

export async function insertReport(permit: SupportPermit, report: Report): Promise<void> {
  await tables(permit).insertInto("supportReport").values(report).execute();
}

export const findFeedback = (
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<Feedback | undefined> =>
  tables(permit)
    .selectFrom("supportFeedback")
    .select(["rating", "useful", "again"])
    .where("areaId", "=", area)
    .where("requestId", "=", requestId)
    .executeTakeFirst();

export async function saveFeedback(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  feedback: Feedback,
  writtenAt: Date,
): Promise<void> {
  const content = { ...feedback, writtenAt };
  await tables(permit)
    .insertInto("supportFeedback")
    .values({ areaId: area, requestId, ...content })
    .onConflict((conflict) => conflict.columns(["areaId", "requestId"]).doUpdateSet(content))
    .execute();
}
