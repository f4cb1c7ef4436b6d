import type { Policy, Subject } from "#foundation/authority/public.ts";

/** A user's account; `id` is the user where the address belongs to one. */
export type AccountSubject = Subject & Readonly<{ type: "account" }>;

/** What one does with one's own account. A failed sign-in is a visitor's refused `session.begin`. */
export type AccountAction =
  | "session.begin"
  | "session.unlock"
  | "session.end"
  | "session.end-other"
  | "account.change-password"
  | "account.mail"
  | "account.second-factor-on"
  | "account.second-factor-off"
  | "account.recovery-codes"
  | "account.passkey-add"
  | "account.passkey-remove";

export const accountPolicy: Policy<AccountAction, AccountSubject> = {
  may: (actor, _action, subject) =>
    actor.kind === "person" && actor.userId === subject.id ? "oneself" : undefined,
  quiet: [],
};
