import { addRow, changeRow, standingRows } from "#platform/db/area-rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { CouncilPermit } from "../access.ts";
import type { Body, BodyInput, Member, MemberInput } from "../model/body.schema.ts";

/** With the area of the parent, which may be another. */
type SavedBody = BodyInput & Readonly<{ parentAreaId: AreaId | null }>;

export const insertBody = (permit: CouncilPermit, body: SavedBody) =>
  addRow(permit, "councilBody", { ...body, createdAt: permit.clock.now() });

export const updateBody = (permit: CouncilPermit, id: string, body: SavedBody) =>
  changeRow(permit, "councilBody", id, body);

const bodies = (permit: CouncilPermit) =>
  standingRows(permit, "councilBody").select([
    "id",
    "kind",
    "name",
    "parentId",
    "foundedOn",
    "termsOfReference",
    "quorum",
  ]);

export const selectBodies = (permit: CouncilPermit): Promise<Body[]> =>
  bodies(permit).orderBy("createdAt").orderBy("id").execute();

export const findBody = (permit: CouncilPermit, id: string): Promise<Body | undefined> =>
  bodies(permit).where("id", "=", id).executeTakeFirst();

export const insertMember = (permit: CouncilPermit, bodyId: string, member: MemberInput) =>
  addRow(permit, "councilMember", { ...member, bodyId, createdAt: permit.clock.now() });

const members = (permit: CouncilPermit) =>
  standingRows(permit, "councilMember")
    .select(["id", "bodyId", "organisation", "organisationId", "sector"])
    .select(["representative", "email", "role", "termFrom", "termTo", "userId"]);

export const selectMembers = (permit: CouncilPermit, body?: string): Promise<Member[]> =>
  members(permit)
    .$if(body !== undefined, (query) => query.where("bodyId", "=", body!))
    .orderBy("createdAt")
    .orderBy("id")
    .execute();

/** A member of a body, locked against others who change it. */
export const lockMember = (permit: CouncilPermit, body: string, id: string): Promise<Member | undefined> =>
  members(permit).where("bodyId", "=", body).where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
