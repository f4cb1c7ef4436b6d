import { pick } from "#platform/kernel/pick.ts";
import type { Body, Member } from "../model/body.schema.ts";

export type MemberView = ReturnType<typeof memberView>;

/** A member; the address is for the secretariat, which writes to it. */
const memberView = (member: Member, mayEdit: boolean) => ({
  ...pick(member, "id", "organisation", "organisationId", "sector", "representative", "role"),
  ...pick(member, "termFrom", "termTo"),
  userId: mayEdit ? member.userId : null,
  reachable: member.email !== "",
  email: mayEdit ? member.email : null,
});

/** A body with its members, for who edits it or for who reads. */
export const bodyView = (body: Body & { members: readonly Member[] }, mayEdit: boolean) => ({
  ...pick(body, "id", "kind", "name", "parentId", "foundedOn", "termsOfReference", "quorum"),
  members: body.members.map((member) => memberView(member, mayEdit)),
});
