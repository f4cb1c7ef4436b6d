import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";
import type { Body, BodyInput, Member, MemberInput } from "../model/body.schema.ts";

type Kept = Deletable & { created_at: Date };

declare module "#platform/db/database.ts" {
  interface Tables {
    council_body: Kept & {
      kind: Body["kind"];
      name: string;
      parent_area_id: string | null;
      parent_id: string | null;
      founded_on: PlainDate | null;
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
      term_from: PlainDate | null;
      term_to: PlainDate | null;
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
    .select(["id", "kind", "name", "parent_id as parentId", "founded_on as foundedOn"])
    .select("terms_of_reference as termsOfReference")
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);

export const selectBodies = (permit: CouncilPermit, area: string): Promise<Body[]> =>
  bodiesIn(permit, area).orderBy("created_at").orderBy("id").execute();

export const findBody = (permit: CouncilPermit, area: string, id: string): Promise<Body | undefined> =>
  bodiesIn(permit, area).where("id", "=", id).executeTakeFirst();

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
    .select(["id", "body_id as bodyId", "organisation", "organisation_id as organisationId", "sector"])
    .select(["representative", "email", "role", "term_from as termFrom", "term_to as termTo"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);

export const selectMembers = (permit: CouncilPermit, area: string, body?: string): Promise<Member[]> =>
  membersIn(permit, area)
    .$if(body !== undefined, (query) => query.where("body_id", "=", body!))
    .orderBy("created_at")
    .orderBy("id")
    .execute();

/** A member of a body, locked against others who change it. */
export const lockMember = (
  permit: CouncilPermit,
  area: string,
  body: string,
  id: string,
): Promise<Member | undefined> =>
  membersIn(permit, area)
    .where("body_id", "=", body)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
