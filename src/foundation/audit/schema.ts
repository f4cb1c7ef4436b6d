import { createContext } from "react-router";
import type { Actor, Role } from "#foundation/identity/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/**
 * What an action is done to. `area` is the area whose log keeps the entry (`jp` where it belongs to none);
 * `person` is set where the subject is, or tells of, a named person other than the actor.
 */
export type Subject = Readonly<{ type: string; id?: string; area: AreaId; person?: string }>;

/** By what right: the role that allowed it, or that anyone may, or that the system did it itself. */
export type Grounds = Role | "anyone" | "service" | "oneself";

/**
 * A module's rules of access. `may` is a pure function that names the grounds, or undefined where there are none.
 * `quiet` lists the actions that leave no audit entry when granted: looks at facts that concern no person.
 */
export type Policy<Action extends string, Thing extends Subject = Subject> = Readonly<{
  may(actor: Actor, action: Action, subject: Thing): Grounds | undefined;
  quiet: readonly Action[];
}>;

declare const minted: unique symbol;
/** Proof that an actor was allowed an action on a subject, in this transaction. Only authorise() makes one. */
export type Permit<Action extends string> = Readonly<{
  action: Action;
  actor: Actor;
  subject: Subject;
  [minted]: true;
}>;

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
}>;

/**
 * What an action is called in the log. `{person}` stands for the person it concerns, where there is one:
 * `{ done: "{person}の紹介状を見た", refused: "{person}の紹介状を見ようとした" }`.
 */
export type ActionWords = Readonly<Record<string, Readonly<{ done: string; refused: string }>>>;

/** The words of all modules, put together where the modules are; the log's page knows none of them. */
export const actionWordsContext = createContext<ActionWords>({});
