import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { type Row, rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";

export type Revision = Row<"councilMinutes", "version" | "revision" | "body" | "savedAt" | "reason"> &
  Readonly<{ savedBy: string; approvedAt: Date | null; approvedBy: string | null }>;

/** The newest state of each version, the latest version first. */
export const selectVersions = (permit: CouncilPermit, meeting: string): Promise<Revision[]> =>
  rowsOf(permit, "councilMinutes")
    .distinctOn("councilMinutes.version")
    .leftJoin("councilMinutesApproval as approval", (join) =>
      join
        .onRef("approval.areaId", "=", "councilMinutes.areaId")
        .onRef("approval.meetingId", "=", "councilMinutes.meetingId")
        .onRef("approval.version", "=", "councilMinutes.version"),
    )
    .select(["councilMinutes.version", "councilMinutes.revision", "body", "savedByName as savedBy"])
    .select(["savedAt", "reason", "approvedAt", "approvedByName as approvedBy"])
    .where("councilMinutes.meetingId", "=", meeting)
    .orderBy("councilMinutes.version", "desc")
    .orderBy("councilMinutes.revision", "desc")
    .execute();

const nameOf = (actor: Actor): string => (actor.kind === "person" ? actor.name : "");

export async function insertRevision(
  permit: CouncilPermit,
  meetingId: string,
  revision: Pick<Revision, "version" | "revision" | "body" | "reason">,
): Promise<void> {
  const { actor, subject, clock } = permit;
  const by = { savedBy: scopeOf(actor).actor, savedByName: nameOf(actor), savedAt: clock.now() };
  await tables(permit)
    .insertInto("councilMinutes")
    .values({ areaId: subject.area, meetingId, ...revision, ...by })
    .execute();
}

export async function insertApproval(
  permit: CouncilPermit,
  meetingId: string,
  { version, revision }: Pick<Revision, "version" | "revision">,
): Promise<void> {
  const { actor, subject, clock } = permit;
  const by = { approvedBy: scopeOf(actor).actor, approvedByName: nameOf(actor), approvedAt: clock.now() };
  await tables(permit)
    .insertInto("councilMinutesApproval")
    .values({ areaId: subject.area, meetingId, version, revision, ...by })
    .execute();
}

export async function isApproved(permit: CouncilPermit, meeting: string): Promise<boolean> {
  const approvals = rowsOf(permit, "councilMinutesApproval").select("version");
  return (await approvals.where("meetingId", "=", meeting).executeTakeFirst()) !== undefined;
}
