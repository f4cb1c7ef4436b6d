import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";

/** The roles that somebody can be invited to. Ordered as the pages list them. */
export const OFFERED_ROLES = [
  "coordinator",
  "provider",
  "workplace",
  "member",
  "caseworker",
  "supervisor",
  "reception",
  "analyst",
  "implementer",
  "interview_doctor",
  "organiser",
  "administrator",
  "auditor",
] as const;

/** What a membership lets a user do for an organisation; the README says what each may. */
export const ROLES = [...OFFERED_ROLES, "judge", "guardian", "directory_editor"] as const;
export type Role = (typeof ROLES)[number];

/** A user's place in one organisation; `areas` are the areas which that organisation serves. */
export type Membership = Readonly<{
  organisationId: OrganisationId;
  role: Role;
  areas: readonly AreaId[];
}>;

/**
 * A signed-in user. `reach` holds every area whose rows the memberships bring into reach (the areas served and those
 * inside them), or `all` for an administrator or auditor of the nation; `facts` the further areas, facts about which
 * concern them (those that overlap or contain the former): a figure of the prefecture is theirs to compare with, a draft
 * of its council is not.
 */
export type Person = Readonly<{
  kind: "person";
  userId: UserId;
  name: string;
  memberships: readonly Membership[];
  reach: readonly AreaId[] | "all";
  facts?: readonly AreaId[];
  /** When they last showed who they are, with all that they sign in with; unknown is long ago. */
  provenAt?: Date;
}>;

/**
 * Somebody without an account who holds a secret link: to one subject, for one purpose, in one area (or in none, where
 * the subject belongs to none). What a link of that purpose allows stands in the policies.
 */
export type Holder = Readonly<{
  kind: "holder";
  purpose: string;
  area: AreaId | null;
  subject: string;
  /** Ids that narrow what may be done there: whose answer, which member. */
  detail: Readonly<Record<string, string>>;
}>;

/**
 * Who acts. Every command and query gets one.
 *
 * - `visitor`: somebody without a session.
 * - `person`: a signed-in user.
 * - `holder`: of one secret link.
 * - `service`: the system itself (a round, the command line): a person with access to the machine has started it. It may
 *   what a policy grants to its name, and nothing else.
 */
export type Actor =
  | Readonly<{ kind: "visitor" }>
  | Person
  | Holder
  | Readonly<{ kind: "service"; name: string }>;

export const VISITOR: Actor = { kind: "visitor" };
export const service = (name: string): Actor => ({ kind: "service", name });

/** Roles that see what is not public: outside the demonstration they sign in with a second factor. */
export const STAFF_ROLES: readonly Role[] = [
  "coordinator",
  "provider",
  "member",
  "caseworker",
  "administrator",
  "auditor",
  "supervisor",
  "reception",
  "analyst",
  "implementer",
  "interview_doctor",
  "organiser",
  "judge",
  "directory_editor",
];
