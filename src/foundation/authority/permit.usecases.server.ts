import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import { closeRows, openingRows, withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { forbidden, ok, type Result } from "#platform/kernel/result.ts";
import { insertEntry } from "./entry.store.server.ts";
import type { AuditEntry, Grounds, Permit, Policy, Subject, Work } from "./permit.schema.ts";

/** Carries a refusal, or what a rehearsal found, through the transaction so that it rolls back. */
class RolledBack extends Error {
  readonly result: Result<unknown>;
  constructor(result: Result<unknown>) {
    super("rolled back");
    this.result = result;
  }
}

/** What one transaction keeps beside its rows: the entries of what was refused, written after it has ended. */
const refusedIn = new WeakMap<object, AuditEntry[]>();

/** One transaction under the actor's scope; a refusal rolls it back, the entries of what was refused stay. */
export async function inUnit<T>(
  app: App,
  actor: Actor,
  work: (work: Work) => Promise<Result<T>>,
): Promise<Result<T>> {
  const refused: AuditEntry[] = [];
  try {
    return await inTransaction(app.db, scopeOf(actor), async (tx) => {
      const unit = openingRows({ actor, clock: app.clock }, tx);
      refusedIn.set(unit, refused);
      try {
        const result = await work(unit);
        if (!result.ok || app.rehearsing) throw new RolledBack(result);
        return result;
      } finally {
        closeRows(unit);
      }
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return error.result as Result<T>;
  } finally {
    if (refused.length > 0 && !app.rehearsing)
      await withRows(app.db, scopeOf(actor), async (access) => {
        for (const entry of refused) await insertEntry(access, entry);
      });
  }
}

/**
 * Asks a policy about a subject and mints the permit, in the transaction of the work under way. What is granted is
 * written down unless it is quiet; what is refused is written down when the transaction has rolled back.
 */
export async function also<Action extends string, const Name extends Action, S extends Subject>(
  work: Work,
  policy: Policy<Action, S>,
  action: Name,
  subject: S,
): Promise<Result<Permit<Name, S>>> {
  const refused = refusedIn.get(work);
  if (!refused) throw new Error("permits are asked for in a transaction of this module's own");
  const grounds = policy.may(work.actor, action, subject);
  if (grounds === undefined) {
    refused.push(entryOf(work, action, subject, "none", "refused"));
    return forbidden(`${action} on ${subject.type}`);
  }
  if (!policy.quiet.includes(action))
    await insertEntry(work, entryOf(work, action, subject, grounds, "granted"));
  const { actor, clock } = work;
  const permit = openingRows({ action, subject, grounds, actor, clock }, work);
  refusedIn.set(permit, refused);
  return ok(permit as unknown as Permit<Name, S>);
}

function entryOf(
  { actor, clock }: Work,
  action: string,
  subject: Subject,
  grounds: Grounds | "none",
  outcome: AuditEntry["outcome"],
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
  };
}
