import type { Invitation, Member } from "./schema.ts";

export type MemberRow = Readonly<
  Pick<Member, "id" | "userId" | "name" | "email" | "role" | "since" | "disabled" | "lastSignInAt"> & {
    organisation: string;
  }
>;
export type InvitationRow = Readonly<
  Pick<Invitation, "id" | "name" | "email" | "role" | "expiresAt"> & { organisation: string }
>;

/** Who belongs, for who looks after the members. */
export const presentMember = (member: Member, organisation: string): MemberRow => ({
  id: member.id,
  userId: member.userId,
  name: member.name,
  email: member.email,
  role: member.role,
  since: member.since,
  disabled: member.disabled,
  lastSignInAt: member.lastSignInAt,
  organisation,
});

/** Who is to join, for who looks after the members and for the one who is invited. */
export const presentInvitation = (invitation: Invitation, organisation: string): InvitationRow => ({
  id: invitation.id,
  name: invitation.name,
  email: invitation.email,
  role: invitation.role,
  expiresAt: invitation.expiresAt,
  organisation,
});
