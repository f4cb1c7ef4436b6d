import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "./access.ts";
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

export async function insertBody(
  permit: CouncilPermit,
  area: string,
  id: string,
  input: SavedBody,
): Promise<void> {
  await db(permit)
    .insertInto("council_body")
    .values({ ...freshRow(area, id, permit.clock.now()), ...bodyColumns(input) })
    .execute();
}

export async function updateBody(
  permit: CouncilPermit,
  area: string,
  id: string,
  input: SavedBody,
): Promise<void> {
  await db(permit)
    .updateTable("council_body")
    .set(bodyColumns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

const bodiesIn = (permit: CouncilPermit, area: string) =>
  db(permit)
    .selectFrom("council_body")
    .select(["id", "kind", "name", "parent_id", "founded_on", "terms_of_reference"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);

type BodyRow = Awaited<ReturnType<ReturnType<typeof bodiesIn>["execute"]>>[number];

const bodyOf = (row: BodyRow): Body => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  parentId: row.parent_id,
  foundedOn: row.founded_on as PlainDate | null,
  termsOfReference: row.terms_of_reference,
});

export async function selectBodies(permit: CouncilPermit, area: string): Promise<Body[]> {
  return (await bodiesIn(permit, area).orderBy("created_at").orderBy("id").execute()).map(bodyOf);
}

export async function findBody(permit: CouncilPermit, area: string, id: string): Promise<Body | undefined> {
  const row = await bodiesIn(permit, area).where("id", "=", id).executeTakeFirst();
  return row && bodyOf(row);
}

const memberColumns = (input: MemberInput) => ({
  organisation: input.organisation,
  organisation_id: input.organisationId,
  sector: input.sector,
  representative: input.representative,
  email: input.email,
  role: input.role,
  term_from: input.termFrom,
  term_to: input.termTo,
});

export async function insertMember(
  permit: CouncilPermit,
  area: string,
  body: string,
  id: string,
  input: MemberInput,
): Promise<void> {
  await db(permit)
    .insertInto("council_member")
    .values({
      ...freshRow(area, id, permit.clock.now()),
      ...memberColumns(input),
      body_id: body,
      position: 0,
    })
    .execute();
}

export async function updateMember(
  permit: CouncilPermit,
  area: string,
  id: string,
  input: MemberInput,
): Promise<void> {
  await db(permit)
    .updateTable("council_member")
    .set(memberColumns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

const membersIn = (permit: CouncilPermit, area: string) =>
  db(permit)
    .selectFrom("council_member")
    .selectAll()
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);

type MemberRow = Awaited<ReturnType<ReturnType<typeof membersIn>["execute"]>>[number];

const memberOf = (row: MemberRow): Member => ({
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
});

export async function selectMembers(permit: CouncilPermit, area: string, body?: string): Promise<Member[]> {
  const rows = await membersIn(permit, area)
    .$if(body !== undefined, (query) => query.where("body_id", "=", body!))
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(memberOf);
}

/** A member of a body, locked against others who change it. */
export async function lockMember(
  permit: CouncilPermit,
  area: string,
  body: string,
  id: string,
): Promise<Member | undefined> {
  const row = await membersIn(permit, area)
    .where("body_id", "=", body)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && memberOf(row);
}
