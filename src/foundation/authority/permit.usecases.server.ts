import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { inCopyTransaction } from "#platform/db/copy.ts";
import { inTransaction, type Scope, type Tx } from "#platform/db/database.ts";
import { type Copy, changeScope, closeRows, openingRows, withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { forbidden, ok, type Result } from "#platform/kernel/result.ts";
import { watchMail } from "#platform/mail/outbox.ts";
import type { Stamp } from "./entry.rules.ts";
import { insertEntry } from "./entry.store.server.ts";
import type { AuditEntry, Grounds, Permit, Policy, Reach, Subject, Work } from "./permit.schema.ts";

/** Carries a refusal, or what a rehearsal found, through the transaction so that it rolls back. */
class RolledBack extends Error {
  readonly result: Result<unknown>;
  constructor(result: Result<unknown>) {
    super("rolled back");
    this.result = result;
  }
}

/** What one transaction keeps beside its rows. */
type Unit = {
  scope: Scope;
  readonly stamp: Stamp;
  /** Whether it runs as the role that may enter the schema of named persons. */
  readonly sensitive: boolean;
  /** The entries of what was refused, written after it has ended. */
  readonly refused: AuditEntry[];
  /** What is done once it has been committed. */
  readonly afterwards: (() => Promise<unknown>)[];
};
const units = new WeakMap<object, Unit>();

function unitOf(work: Work): Unit {
  const unit = units.get(work);
  if (!unit) throw new Error("permits are asked for in a transaction of this module's own");
  return unit;
}

/**
 * One transaction under the actor's scope; a refusal rolls it back, the entries of what was refused stay. One that the
 * database undid for the sake of another begins anew, with nothing kept of its first try.
 */
export async function inUnit<T>(
  app: App,
  actor: Actor,
  run: (work: Work) => Promise<Result<T>>,
  {
    copy = false,
    sensitive = false,
  }: Readonly<{ copy?: boolean | undefined; sensitive?: boolean | undefined }> = {},
): Promise<Result<T>> {
  const begun = (): Unit => ({
    scope: { ...scopeOf(actor), today: app.clock.today() },
    stamp: app.stamp,
    sensitive,
    refused: [],
    afterwards: [],
  });
  const { db, pool } = sensitive ? app.sensitive : app;
  let unit = begun();
  const within = async (tx: Tx, send?: Copy) => {
    unit = begun();
    const work = openingRows({ actor, clock: app.clock }, tx, send);
    units.set(work, unit);
    if (app.mails) watchMail(work, app.mails);
    try {
      const result = await run(work);
      if (!result.ok || app.rehearsing) throw new RolledBack(result);
      return result;
    } finally {
      closeRows(work);
    }
  };
  try {
    const result = await (copy
      ? inCopyTransaction(pool, unit.scope, within)
      : inTransaction(db, unit.scope, within));
    for (const effect of unit.afterwards) await effect();
    return result;
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return error.result as Result<T>;
  } finally {
    if (unit.refused.length > 0 && !app.rehearsing)
      await withRows(app.db, scopeOf(actor), async (access) => {
        for (const entry of unit.refused) await insertEntry(access, app.stamp, entry);
      });
  }
}

/**
 * Asks a policy about a subject and mints the permit, in the transaction of the work under way. What is granted is
 * written down unless it is quiet; what is refused is written down when the transaction has rolled back. A caller that
 * writes the entry itself, once it knows what was shown, asks for a `quiet` one.
 */
export async function also<Action extends string, const Name extends Action, S extends Subject>(
  work: Work,
  policy: Policy<Action, S>,
  action: Name,
  subject: S,
  { quiet = false }: Readonly<{ quiet?: boolean }> = {},
): Promise<Result<Permit<Name, S>>> {
  const unit = unitOf(work);
  if (policy.sensitive && !unit.sensitive)
    throw new Error(`${action} is of named persons: no use-case of another tier asks for it`);
  const grounds = policy.may(work.actor, action, subject);
  if (grounds === undefined) {
    unit.refused.push(entryOf(work, action, subject, "none", "refused"));
    return forbidden(`${action} on ${subject.type}`);
  }
  if (!quiet && !policy.quiet.includes(action))
    await insertEntry(work, unit.stamp, entryOf(work, action, subject, grounds, "granted"));
  const { actor, clock } = work;
  const permit = openingRows({ action, subject, grounds, actor, clock }, work);
  units.set(permit, unit);
  return ok(permit as unknown as Permit<Name, S>);
}

/** Writes down a look, with whom it showed (`type:id`). */
export const writeLook = (permit: Permit, shown: readonly string[]): Promise<void> =>
  insertEntry(
    permit,
    unitOf(permit).stamp,
    entryOf(permit, permit.action, permit.subject, permit.grounds, "granted", shown),
  );

/**
 * Lets a service go on with the reach of whoever asked for the work, which is narrower than its own: row-level security
 * then holds the work to what that person may touch.
 */
export async function narrow(permit: Permit, reach: Reach): Promise<void> {
  const unit = unitOf(permit);
  if (permit.actor.kind !== "service") throw new Error("only the reach of a service is narrowed");
  unit.scope = {
    actor: unit.scope.actor,
    areas: reach.areas,
    facts: reach.facts ?? [],
    roles: reach.roles ?? [],
  };
  await changeScope(permit, unit.scope);
}

/**
 * Does a part of the permitted work in a transaction of its own, under the same permit: it can be seen while the long
 * one goes on, and stays where that one rolls back.
 */
export async function beside<P extends Permit, T>(
  app: App,
  permit: P,
  work: (permit: P) => Promise<T>,
): Promise<T> {
  if (app.rehearsing) return work(permit);
  const { scope, sensitive } = unitOf(permit);
  return withRows((sensitive ? app.sensitive : app).db, scope, (access) =>
    work(openingRows({ ...permit }, access)),
  );
}

/** Does something that a database can't take back (asking for a job, removing a file), once the work is committed. */
export function afterCommit(work: Work, effect: () => Promise<unknown>): void {
  unitOf(work).afterwards.push(effect);
}

function entryOf(
  { actor, clock }: Work,
  action: string,
  subject: Subject,
  grounds: Grounds | "none",
  outcome: AuditEntry["outcome"],
  shown: readonly string[] = [],
): AuditEntry {
  return {
    areaId: subject.area,
    id: newId(),
    at: clock.now(),
    actor: scopeOf(actor).actor,
    grounds,
    action,
    subjectType: subject.type,
    subjectId: subject.id ?? null,
    person: subject.person ?? null,
    outcome,
    shown: shown.length > 0 ? [...new Set(shown)] : null,
  };
}
