import type { Body, Member } from "../model/body.schema.ts";

export type MemberView = Omit<Member, "bodyId" | "email"> &
  Readonly<{
    reachable: boolean;
    /** For the secretariat, which writes to it; null for others. */
    email: string | null;
  }>;
export type BodyView = Body & Readonly<{ members: readonly MemberView[] }>;

/** A body with its members, for who edits it or for who reads. */
export const bodyView = (body: Body & { members: readonly Member[] }, mayEdit: boolean): BodyView => ({
  id: body.id,
  kind: body.kind,
  name: body.name,
  parentId: body.parentId,
  foundedOn: body.foundedOn,
  termsOfReference: body.termsOfReference,
  members: body.members.map((member) => ({
    id: member.id,
    organisation: member.organisation,
    organisationId: member.organisationId,
    sector: member.sector,
    representative: member.representative,
    role: member.role,
    termFrom: member.termFrom,
    termTo: member.termTo,
    reachable: member.email !== "",
    email: mayEdit ? member.email : null,
  })),
});
