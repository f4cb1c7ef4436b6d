import type { Person, Role } from "#foundation/actors/public.ts";
import type { UserId } from "#platform/kernel/ids.ts";

/** A session ends after a working day, however it is used. */
export const SESSION_HOURS = 12;
/** A session that nobody used for so long is locked: the same person signs in again to go on. */
export const IDLE_MINUTES = 30;
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
  /** Whose session it is. They act everywhere only where it is active; else in what unlocks or completes it. */
  owner: Person;
  userId: UserId;
  name: string;
  email: string;
  /** By an authenticator app or a passkey. */
  secondFactor: boolean;
  authenticator: boolean;
  fresh: boolean;
  roles: readonly Role[];
  /** So long it was not used. */
  idleMs: number;
}>;

/** Who knocks: the request's headers, and the address it came from. */
export type Caller = Readonly<{ headers: Headers; address: string }>;
