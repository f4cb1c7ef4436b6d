import { db, type RowAccess } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";

export type LinkPurpose = "receipt" | "answer" | "feed" | "again";

declare module "#platform/db/database.ts" {
  interface Tables {
    support_link: {
      area_id: AreaId;
      id: string;
      token_hash: string;
      purpose: LinkPurpose;
      request_id: string | null;
      enquiry_id: string | null;
      organisation_id: string | null;
      user_id: string | null;
      made_at: Date;
      expires_at: Date | null;
      revoked_at: Date | null;
    };
  }
}

export type LinkRow = Readonly<{
  area: AreaId;
  id: string;
  purpose: LinkPurpose;
  requestId: string | null;
  enquiryId: string | null;
  organisationId: string | null;
  userId: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
}>;

export async function insertLink(
  permit: RowAccess,
  link: Omit<LinkRow, "id" | "revokedAt"> & { tokenHash: string; madeAt: Date },
): Promise<void> {
  await db(permit)
    .insertInto("support_link")
    .values({
      area_id: link.area,
      id: newId(),
      token_hash: link.tokenHash,
      purpose: link.purpose,
      request_id: link.requestId,
      enquiry_id: link.enquiryId,
      organisation_id: link.organisationId,
      user_id: link.userId,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
      revoked_at: null,
    })
    .execute();
}

export async function findLink(permit: RowAccess, tokenHash: string): Promise<LinkRow | undefined> {
  const row = await db(permit)
    .selectFrom("support_link")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return (
    row && {
      area: row.area_id,
      id: row.id,
      purpose: row.purpose,
      requestId: row.request_id,
      enquiryId: row.enquiry_id,
      organisationId: row.organisation_id,
      userId: row.user_id,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
    }
  );
}

/** Revokes the links of a request but those of a purpose that is spared, or the feeds of an owner. */
export async function revokeLinks(
  permit: RowAccess,
  area: AreaId,
  of: Readonly<{
    requestId?: string;
    organisationId?: string;
    userId?: string;
    purpose?: LinkPurpose;
    spared?: LinkPurpose;
  }>,
  at: Date,
): Promise<void> {
  let query = db(permit)
    .updateTable("support_link")
    .set({ revoked_at: at })
    .where("area_id", "=", area)
    .where("revoked_at", "is", null);
  if (of.requestId) query = query.where("request_id", "=", of.requestId);
  if (of.organisationId) query = query.where("organisation_id", "=", of.organisationId);
  if (of.userId) query = query.where("user_id", "=", of.userId);
  if (of.purpose) query = query.where("purpose", "=", of.purpose);
  if (of.spared) query = query.where("purpose", "!=", of.spared);
  await query.execute();
}
