import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";

/** What a membership lets a user do for an organisation. Ordered as the pages list them. */
export const ROLES = [
  "coordinator",
  "provider",
  "workplace",
  "member",
  "caseworker",
  "administrator",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

/** A user's place in one organisation; `areas` are the areas which that organisation serves. */
export type Membership = Readonly<{
  organisationId: OrganisationId;
  role: Role;
  areas: readonly AreaId[];
}>;

/**
 * Who acts. Every use-case gets one.
 *
 * - `visitor`: somebody without a session.
 * - `person`: a signed-in user; `reach` holds every area whose rows the memberships bring into reach (the areas
 *   served and those inside them), or `all` for an administrator or auditor of the nation; `facts` the further areas,
 *   facts about which concern them (those that overlap or contain the former): a figure of the prefecture is theirs to
 *   compare with, a draft of its council is not.
 * - `service`: the system itself (a job, the command line): a person with access to the machine has started it.
 */
export type Actor =
  | Readonly<{ kind: "visitor" }>
  | Readonly<{
      kind: "person";
      userId: UserId;
      name: string;
      memberships: readonly Membership[];
      reach: readonly AreaId[] | "all";
      facts?: readonly AreaId[];
    }>
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
];

/** A session ends after a working day, however it is used. */
export const SESSION_HOURS = 12;
/** A session that nobody used for so long is locked: the same person signs in again to go on. */
export const IDLE_MINUTES = 30;
/** So long after signing in may a passkey be added; later one signs in again first. */
export const FRESH_MINUTES = 15;
/** Where the server writes the client's address for better-auth; one sent from outside is overwritten. */
export const ADDRESS_HEADER = "x-yui-client-address";

/**
 * What stands behind a request's cookie.
 *
 * - `active`: the person acts.
 * - `locked`: idle for too long; nothing but unlocking or signing out.
 * - `incomplete`: a staff role without a second factor outside the demonstration; nothing but setting it up.
 */
export type SessionState = "active" | "locked" | "incomplete";

/** The signed-in person as pages show them. */
export type Session = Readonly<{
  id: string;
  token: string;
  state: SessionState;
  userId: UserId;
  name: string;
  email: string;
  /** By an authenticator app or a passkey. */
  secondFactor: boolean;
  authenticator: boolean;
  fresh: boolean;
  roles: readonly Role[];
}>;
