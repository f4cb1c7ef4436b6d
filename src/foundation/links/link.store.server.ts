import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Link, LinkFilter } from "./link.schema.ts";

interface LinkTable {
  area_id: string;
  id: string;
  token_hash: string;
  purpose: string;
  subject_type: string;
  subject_id: string;
  detail: Readonly<Record<string, string>>;
  made_at: Date;
  made_by: string;
  expires_at: Date | null;
  revoked_at: Date | null;
  uses: number;
  last_used_at: Date | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    link: LinkTable;
  }
}

const toLink = (row: LinkTable): Link => ({
  id: row.id,
  area: row.area_id === "" ? null : (row.area_id as AreaId),
  purpose: row.purpose,
  subjectType: row.subject_type,
  subject: row.subject_id,
  detail: row.detail,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  uses: row.uses,
  lastUsedAt: row.last_used_at,
});

export async function insertLink(
  work: Work,
  link: Pick<Link, "id" | "area" | "purpose" | "subjectType" | "subject" | "detail" | "expiresAt">,
  { tokenHash, madeBy }: Readonly<{ tokenHash: string; madeBy: string }>,
): Promise<void> {
  await db(work)
    .insertInto("link")
    .values({
      area_id: link.area ?? "",
      id: link.id,
      token_hash: tokenHash,
      purpose: link.purpose,
      subject_type: link.subjectType,
      subject_id: link.subject,
      detail: sql`${JSON.stringify(link.detail)}::jsonb`,
      made_at: work.clock.now(),
      made_by: madeBy,
      expires_at: link.expiresAt,
      uses: 0,
    })
    .execute();
}

/** The link of that secret; its transaction holds the hash and therefore sees no other. */
export async function findLinkBySecret(access: RowAccess, tokenHash: string): Promise<Link | undefined> {
  const row = await db(access)
    .selectFrom("link")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row && toLink(row);
}

export async function countUse(access: RowAccess, link: Link, at: Date): Promise<void> {
  await db(access)
    .updateTable("link")
    .set((row) => ({ uses: row("uses", "+", 1), last_used_at: at }))
    .where("area_id", "=", link.area ?? "")
    .where("id", "=", link.id)
    .execute();
}

/** Links of an area that are not revoked, the newest first. */
export async function selectLinks(work: Work, area: AreaId | null, filter: LinkFilter): Promise<Link[]> {
  let query = db(work)
    .selectFrom("link")
    .selectAll()
    .where("area_id", "=", area ?? "")
    .where("revoked_at", "is", null);
  if (filter.subject !== undefined) query = query.where("subject_id", "=", filter.subject);
  if (filter.purpose !== undefined) query = query.where("purpose", "=", filter.purpose);
  if (filter.spared !== undefined) query = query.where("purpose", "!=", filter.spared);
  if (filter.detail !== undefined)
    query = query.where(sql<boolean>`detail @> ${JSON.stringify(filter.detail)}::jsonb`);
  return (await query.orderBy("made_at", "desc").execute()).map(toLink);
}

export async function revokeLinkRows(work: Work, area: AreaId | null, filter: LinkFilter): Promise<number> {
  let query = db(work)
    .updateTable("link")
    .set({ revoked_at: work.clock.now() })
    .where("area_id", "=", area ?? "")
    .where("revoked_at", "is", null);
  if (filter.subject !== undefined) query = query.where("subject_id", "=", filter.subject);
  if (filter.purpose !== undefined) query = query.where("purpose", "=", filter.purpose);
  if (filter.spared !== undefined) query = query.where("purpose", "!=", filter.spared);
  if (filter.detail !== undefined)
    query = query.where(sql<boolean>`detail @> ${JSON.stringify(filter.detail)}::jsonb`);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Dead links are of no use to anyone after a while. */
export async function deleteLinksDeadBefore(work: Work, before: Date): Promise<void> {
  await db(work)
    .deleteFrom("link")
    .where((row) => row.or([row("revoked_at", "<", before), row("expires_at", "<", before)]))
    .execute();
}
