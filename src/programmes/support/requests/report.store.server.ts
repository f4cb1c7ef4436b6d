import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import type { Feedback, Report, ReportDraft } from "../model/report.schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    support_report: {
      area_id: AreaId;
      request_id: string;
      version: number;
      held_on: PlainDate;
      people: number;
      content: string;
      effect: string;
      questions: string;
      materials: string;
      written_by: string;
      written_at: Date;
      withdrawn: boolean;
    };
    support_feedback: {
      area_id: AreaId;
      request_id: string;
      rating: number;
      useful: string;
      again: boolean;
      written_at: Date;
    };
  }
}

/** The report as it stands: its last version, unless that took it back; earlier ones stay. */
export async function findReport(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<Report | undefined> {
  const last = await findLastReport(permit, area, requestId);
  return last?.withdrawn ? undefined : last;
}

export async function findLastReport(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<(Report & Readonly<{ withdrawn: boolean }>) | undefined> {
  const row = await db(permit)
    .selectFrom("support_report")
    .selectAll()
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      version: row.version,
      heldOn: row.held_on,
      people: row.people,
      content: row.content,
      effect: row.effect,
      questions: row.questions,
      materials: row.materials,
      writtenBy: row.written_by,
      writtenAt: row.written_at,
      withdrawn: row.withdrawn,
    }
  );
}

export async function insertReport(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  report: ReportDraft,
  { version, by, at, withdrawn }: { version: number; by: string; at: Date; withdrawn: boolean },
): Promise<void> {
  await db(permit)
    .insertInto("support_report")
    .values({
      area_id: area,
      request_id: requestId,
      version,
      held_on: report.heldOn,
      people: report.people,
      content: report.content,
      effect: report.effect,
      questions: report.questions,
      materials: report.materials,
      written_by: by,
      written_at: at,
      withdrawn,
    })
    .execute();
}

export async function findFeedback(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<Feedback | undefined> {
  return db(permit)
    .selectFrom("support_feedback")
    .select(["rating", "useful", "again"])
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .executeTakeFirst();
}

export async function saveFeedback(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  feedback: Feedback,
  at: Date,
): Promise<void> {
  const content = { ...feedback, written_at: at };
  await db(permit)
    .insertInto("support_feedback")
    .values({ area_id: area, request_id: requestId, ...content })
    .onConflict((conflict) => conflict.columns(["area_id", "request_id"]).doUpdateSet(content))
    .execute();
}
