import { sql } from "kysely";
import { scopeOf, VISITOR } from "#foundation/actors/public.ts";
import type { Permit, Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type Scope, scopeStatements } from "#platform/db/database.ts";
import { db, openingRows, type RowAccess, withRows } from "#platform/db/rows.ts";

/** The scope of the sign-in itself: it reaches the tables of people and secrets, and no area. */
export const IDENTITY_SCOPE = { actor: "<identity>", areas: [] } as const;

declare const signIn: unique symbol;
/** What opens the rows of people and secrets: sessions, passwords, second factors. */
export type SignInAccess = Work & Readonly<{ [signIn]: true }>;

/**
 * Work of the sign-in, which comes before there is an actor: this is the one place that opens its rows, here in a
 * transaction of its own.
 */
export const asSignIn = <T>(
  app: Pick<App, "db" | "clock">,
  work: (access: SignInAccess) => Promise<T>,
): Promise<T> =>
  withRows(app.db, IDENTITY_SCOPE, (access) =>
    work(signInAccess({ actor: VISITOR, clock: app.clock }, access)),
  );

/** The same in the transaction of a permit, whose own scope is taken up again when the work is done. */
export async function alsoAsSignIn<T>(
  permit: Permit,
  work: (access: SignInAccess) => Promise<T>,
): Promise<T> {
  await setScope(permit, IDENTITY_SCOPE);
  const result = await work(signInAccess({ actor: permit.actor, clock: permit.clock }, permit));
  await setScope(permit, scopeOf(permit.actor));
  return result;
}

/** Lets the sign-in read rows of these areas: what a person's organisations are, before the person acts. */
export const reachAreas = (access: SignInAccess, areas: readonly string[]): Promise<void> =>
  setScope(access, { ...IDENTITY_SCOPE, areas });

const signInAccess = (work: Pick<Work, "actor" | "clock">, rows: RowAccess) =>
  openingRows(work, rows) as SignInAccess;

async function setScope(access: RowAccess, scope: Scope): Promise<void> {
  await sql.raw(scopeStatements(scope)).execute(db(access));
}
