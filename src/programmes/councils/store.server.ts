import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Body, BodyInput, Member, MemberInput } from "./schema.ts";

type Kept = Deletable & { created_at: Date };

declare module "#platform/db/database.ts" {
  interface Tables {
    council_body: Kept & {
      kind: Body["kind"];
      name: string;
      parent_area_id: string | null;
      parent_id: string | null;
      founded_on: string | null;
      terms_of_reference: string;
    };
    council_member: Kept & {
      body_id: string;
      position: number;
      organisation: string;
      organisation_id: string | null;
      sector: string;
      representative: string;
      email: string;
      role: Member["role"];
      term_from: string | null;
      term_to: string | null;
    };
  }
}

/** With the area of the parent, which may be another. */
type SavedBody = BodyInput & Readonly<{ parentAreaId: string | null }>;

const bodyColumns = (input: SavedBody) => ({
  kind: input.kind,
  name: input.name,
  parent_area_id: input.parentAreaId,
  parent_id: input.parentId,
  founded_on: input.foundedOn,
  terms_of_reference: input.termsOfReference,
});

/** One of that id may stand already, and stays as it is. */
export async function insertBody(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  input: SavedBody,
): Promise<void> {
  await db(permit)
    .insertInto("council_body")
    .values({ ...freshRow(area, id, at), ...bodyColumns(input) })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function updateBody(
  permit: RowAccess,
  area: string,
  id: string,
  input: SavedBody,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("council_body")
    .set(bodyColumns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function selectBodies(permit: RowAccess, area: string): Promise<Body[]> {
  const rows = await db(permit)
    .selectFrom("council_body")
    .selectAll()
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    parentId: row.parent_id,
    foundedOn: row.founded_on as PlainDate | null,
    termsOfReference: row.terms_of_reference,
  }));
}

const memberColumns = (input: MemberInput) => ({
  body_id: input.bodyId,
  organisation: input.organisation,
  organisation_id: input.organisationId,
  sector: input.sector,
  representative: input.representative,
  email: input.email,
  role: input.role,
  term_from: input.termFrom,
  term_to: input.termTo,
});

/** One of that id may stand already, and stays as it is. */
export async function insertMember(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  input: MemberInput,
): Promise<void> {
  await db(permit)
    .insertInto("council_member")
    .values({ ...freshRow(area, id, at), ...memberColumns(input), position: 0 })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function updateMember(
  permit: RowAccess,
  area: string,
  id: string,
  input: MemberInput,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("council_member")
    .set(memberColumns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function selectMembers(permit: RowAccess, area: string, body?: string): Promise<Member[]> {
  let query = db(permit)
    .selectFrom("council_member")
    .selectAll()
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);
  if (body) query = query.where("body_id", "=", body);
  const rows = await query.orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    organisation: row.organisation,
    organisationId: row.organisation_id,
    sector: row.sector,
    representative: row.representative,
    email: row.email,
    role: row.role,
    termFrom: row.term_from as PlainDate | null,
    termTo: row.term_to as PlainDate | null,
  }));
}
