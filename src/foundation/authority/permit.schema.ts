import type { Actor, Role } from "#foundation/actors/public.ts";
import type { Scope } from "#platform/db/database.ts";
import type { RowAccess } from "#platform/db/rows.ts";
import type { Clock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/**
 * What an action is done to: ids alone, no content. `area` is the area whose log keeps the entry (`jp` where it belongs
 * to none); `person` is set where the subject is, or tells of, a named person other than the actor.
 */
export type Subject = Readonly<{ type: string; id?: string; area: AreaId; person?: string }>;

/** By what right: the role that allowed it, or that anyone may, or who one is without a role. */
export type Grounds = Role | "anyone" | "service" | "oneself" | "holder";

/** One rule of access: the grounds on which the actor may act on the subject, or undefined where there are none. */
export type Rule<S extends Subject = Subject> = (actor: Actor, subject: S) => Grounds | undefined;

/**
 * A module's rules of access. `may` is a pure function that names the grounds, or undefined where there are none.
 * `quiet` lists the actions that leave no audit entry when granted: looks at facts that concern no person. A `sensitive`
 * one is of a module under src/sensitive: its use-cases run as the role that may enter the schema of that name.
 */
export type Policy<Action extends string, S extends Subject = Subject> = Readonly<{
  may(actor: Actor, action: Action, subject: S): Grounds | undefined;
  quiet: readonly Action[];
  sensitive?: boolean;
}>;

/** A policy whose rights are a table, so that a test can turn each one around. */
export type PolicyTable<Action extends string, S extends Subject = Subject> = Policy<Action, S> &
  Readonly<{ rights: Readonly<Record<Action, Rule<S>>> }>;

/** Work under way in one transaction: the rows in reach, who acts, and the time. */
export type Work = RowAccess & Readonly<{ actor: Actor; clock: Clock }>;

declare const minted: unique symbol;
/**
 * Proof that an actor was allowed an action on a subject, and the transaction in which it was: stores take one, and
 * nothing else opens a row. Only this module mints any, each with its entry in the audit log.
 */
export type Permit<Action extends string = string, S extends Subject = Subject> = Work &
  Readonly<{ action: Action; subject: S; grounds: Grounds; [minted]: true }>;

declare const finding: unique symbol;
/** Opens rows to find what an action is done to: ids alone, before the policy is asked. */
export type Finder = RowAccess & Readonly<{ actor: Actor; clock: Clock; [finding]: true }>;

/** The areas whose rows are in reach, and those facts about which are. */
export type Reach = Pick<Scope, "areas" | "facts" | "roles">;

export type AuditEntry = Readonly<{
  areaId: AreaId;
  id: string;
  at: Date;
  actor: string;
  grounds: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  person: string | null;
  outcome: "granted" | "refused";
  /** What a look showed of persons, as `type:id`; null where it showed none or was no look. */
  shown: readonly string[] | null;
}>;
