import { type ExpressionBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { type RowAccess, tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Link, LinkFilter } from "./link.schema.ts";

const toLink = (row: Selectable<CamelTables["link"]>): Link => ({
  id: row.id,
  area: row.areaId === NO_AREA ? null : row.areaId,
  purpose: row.purpose,
  subjectType: row.subjectType,
  subject: row.subjectId,
  detail: row.detail as Link["detail"],
  madeAt: row.madeAt,
  expiresAt: row.expiresAt,
  revokedAt: row.revokedAt,
  uses: row.uses,
  lastUsedAt: row.lastUsedAt,
});

/** Of a link whose subject belongs to no area. */
const NO_AREA = "" as AreaId;

export async function insertLink(
  work: Work,
  link: Pick<Link, "id" | "area" | "purpose" | "subjectType" | "subject" | "detail" | "expiresAt">,
  { tokenHash, madeBy }: Readonly<{ tokenHash: string; madeBy: string }>,
): Promise<void> {
  await tables(work)
    .insertInto("link")
    .values({
      areaId: link.area ?? NO_AREA,
      id: link.id,
      tokenHash,
      purpose: link.purpose,
      subjectType: link.subjectType,
      subjectId: link.subject,
      detail: JSON.stringify(link.detail),
      madeAt: work.clock.now(),
      madeBy,
      expiresAt: link.expiresAt,
      uses: 0,
    })
    .execute();
}

/** The link of that secret; its transaction holds the hash and therefore sees no other. */
export async function findLinkBySecret(access: RowAccess, tokenHash: string): Promise<Link | undefined> {
  const row = await tables(access)
    .selectFrom("link")
    .selectAll()
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
  return row && toLink(row);
}

export async function countUse(access: RowAccess, link: Link, at: Date): Promise<void> {
  await tables(access)
    .updateTable("link")
    .set((row) => ({ uses: row("uses", "+", 1), lastUsedAt: at }))
    .where("areaId", "=", link.area ?? NO_AREA)
    .where("id", "=", link.id)
    .execute();
}

/** The links of an area that are not revoked and fit the filter. */
const alive =
  (area: AreaId | null, { subject, purpose, spared, detail }: LinkFilter) =>
  (row: ExpressionBuilder<CamelTables, "link">) =>
    row.and([
      row("areaId", "=", area ?? NO_AREA),
      row("revokedAt", "is", null),
      ...(subject === undefined ? [] : [row("subjectId", "=", subject)]),
      ...(purpose === undefined ? [] : [row("purpose", "=", purpose)]),
      ...(spared === undefined ? [] : [row("purpose", "!=", spared)]),
      ...(detail === undefined ? [] : [sql<SqlBool>`detail @> ${JSON.stringify(detail)}::jsonb`]),
    ]);

/** Links of an area that are not revoked, the newest first. */
export async function selectLinks(work: Work, area: AreaId | null, filter: LinkFilter): Promise<Link[]> {
  const rows = await tables(work)
    .selectFrom("link")
    .selectAll()
    .where(alive(area, filter))
    .orderBy("madeAt", "desc")
    .execute();
  return rows.map(toLink);
}

export async function revokeLinkRows(work: Work, area: AreaId | null, filter: LinkFilter): Promise<number> {
  const { numUpdatedRows } = await tables(work)
    .updateTable("link")
    .set({ revokedAt: work.clock.now() })
    .where(alive(area, filter))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function revokeRowsOf(work: Work, subject: string): Promise<void> {
  await tables(work)
    .updateTable("link")
    .set({ revokedAt: work.clock.now() })
    .where("subjectId", "=", subject)
    .where("revokedAt", "is", null)
    .execute();
}
