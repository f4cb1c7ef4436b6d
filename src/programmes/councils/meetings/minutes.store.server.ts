import { sql } from "kysely";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { db } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_minutes: {
      area_id: string;
      meeting_id: string;
      version: number;
      revision: number;
      body: string;
      saved_by: string;
      saved_by_name: string;
      saved_at: Date;
      reason: string;
    };
    council_minutes_approval: {
      area_id: string;
      meeting_id: string;
      version: number;
      revision: number;
      approved_by: string;
      approved_by_name: string;
      approved_at: Date;
    };
  }
}

export type Revision = Readonly<{
  version: number;
  revision: number;
  body: string;
  savedBy: string;
  savedAt: Date;
  reason: string;
  approvedAt: Date | null;
  approvedBy: string | null;
}>;

/** The newest state of each version, the latest version first. */
export async function selectVersions(
  permit: CouncilPermit,
  area: string,
  meeting: string,
): Promise<Revision[]> {
  const { rows } = await sql<Revision>`
    select distinct on (m.version) m.version, m.revision, m.body, m.saved_by_name as "savedBy",
      m.saved_at as "savedAt", m.reason, a.approved_at as "approvedAt", a.approved_by_name as "approvedBy"
    from council_minutes m
    left join council_minutes_approval a
      on a.area_id = m.area_id and a.meeting_id = m.meeting_id and a.version = m.version
    where m.area_id = ${area} and m.meeting_id = ${meeting}
    order by m.version desc, m.revision desc`.execute(db(permit));
  return rows;
}

export async function insertRevision(
  permit: CouncilPermit,
  area: string,
  meeting: string,
  revision: Pick<Revision, "version" | "revision" | "body" | "reason">,
): Promise<void> {
  await db(permit)
    .insertInto("council_minutes")
    .values({
      area_id: area,
      meeting_id: meeting,
      version: revision.version,
      revision: revision.revision,
      body: revision.body,
      saved_by: scopeOf(permit.actor).actor,
      saved_by_name: nameOf(permit.actor),
      saved_at: permit.clock.now(),
      reason: revision.reason,
    })
    .execute();
}

export async function insertApproval(
  permit: CouncilPermit,
  area: string,
  meeting: string,
  { version, revision }: Pick<Revision, "version" | "revision">,
): Promise<void> {
  await db(permit)
    .insertInto("council_minutes_approval")
    .values({
      area_id: area,
      meeting_id: meeting,
      version,
      revision,
      approved_by: scopeOf(permit.actor).actor,
      approved_by_name: nameOf(permit.actor),
      approved_at: permit.clock.now(),
    })
    .execute();
}

const nameOf = (actor: Actor): string => (actor.kind === "person" ? actor.name : "");

export async function isApproved(permit: CouncilPermit, area: string, meeting: string): Promise<boolean> {
  const row = await db(permit)
    .selectFrom("council_minutes_approval")
    .select("version")
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .executeTakeFirst();
  return row !== undefined;
}
