import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec, QueryOf } from "#platform/lists/list.ts";
import { MEMBERS } from "../membership.messages.ts";
import { ROLE_NAMES } from "../messages.ts";
import { USERS } from "../user.messages.ts";
import type { Invitation, Member } from "./membership.schema.ts";

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

const membership = { column: "membership.id", type: "uuid", of: (row: MemberRow) => row.id } as const;

/** The members as a list. */
export const MEMBER_LIST = {
  columns: [
    { key: "name", head: MEMBERS.name, sort: "name", cell: (row) => row.name },
    { key: "organisation", head: MEMBERS.organisation, cell: (row) => row.organisation },
    { key: "role", head: MEMBERS.role, sort: "role", cell: (row) => ROLE_NAMES[row.role] },
    { key: "email", head: MEMBERS.email, sort: "email", cell: (row) => row.email },
    {
      key: "since",
      head: MEMBERS.since,
      sort: "since",
      cell: (row) => showDateJa(plainDateIn(row.since, "Asia/Tokyo")),
    },
    {
      key: "lastSignIn",
      head: USERS.lastSignIn,
      cell: (row) =>
        row.lastSignInAt ? showDateJa(plainDateIn(row.lastSignInAt, "Asia/Tokyo")) : USERS.never,
    },
  ],
  filter: { q: "text" },
  fields: [{ name: "q", type: "text", label: MEMBERS.search }],
  orders: {
    name: [{ column: "user.name", type: "text", of: (row) => row.name }, membership],
    role: [{ column: "membership.role", type: "text", of: (row) => row.role }, membership],
    email: [{ column: "user.email", type: "text", of: (row) => row.email }, membership],
    since: [
      { column: "membership.since", type: "instant", of: (row) => row.since.toISOString() },
      membership,
    ],
  },
  first: "name",
  rowsAPage: 100,
} satisfies ListSpec<MemberRow>;
export type MemberQuery = QueryOf<typeof MEMBER_LIST>;
