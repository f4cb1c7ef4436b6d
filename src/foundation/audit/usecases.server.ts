import { type Actor, scopeOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction, type Tx } from "#platform/db/database.ts";
import type { Clock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { forbidden, ok, type Refusal, type Result } from "#platform/kernel/result.ts";
import type { AuditEntry, Grounds, Permit, Policy, Subject } from "./schema.ts";
import { insertEntry } from "./store.server.ts";

/** One use-case under way: its transaction, who acts, and the time. */
export type Unit = Readonly<{ tx: Tx; actor: Actor; clock: Clock; refusals: AuditEntry[] }>;

/** Carries a refusal through the transaction so that it rolls back. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super("rolled back");
    this.refusal = refusal;
  }
}

/**
 * Runs a use-case in one transaction under the actor's scope. What it returns as a refusal changes nothing: the
 * transaction rolls back, but the audit entries of refused actions stay.
 */
export async function act<T>(
  app: App,
  actor: Actor,
  work: (unit: Unit) => Promise<Result<T>>,
): Promise<Result<T>> {
  const refusals: AuditEntry[] = [];
  try {
    return await inTransaction(app.db, scopeOf(actor), async (tx) => {
      const result = await work({ tx, actor, clock: app.clock, refusals });
      if (!result.ok) throw new RolledBack(result.error);
      return result;
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return { ok: false, error: error.refusal };
  } finally {
    if (refusals.length > 0) {
      await inTransaction(app.db, scopeOf(actor), async (tx) => {
        for (const entry of refusals) await insertEntry(tx, entry);
      });
    }
  }
}

/**
 * Asks the module's policy and mints the permit. The only place that does: a store function that takes a
 * `Permit<'referral.read'>` can't be reached without this question having been asked and written down.
 */
export async function authorise<Action extends string, Thing extends Subject>(
  unit: Unit,
  policy: Policy<Action, Thing>,
  action: Action,
  subject: Thing,
): Promise<Result<Permit<Action>>> {
  const grounds = policy.may(unit.actor, action, subject);
  if (grounds === undefined) {
    unit.refusals.push(entryOf(unit, action, subject, "none", "refused"));
    return forbidden(`${action} on ${subject.type}`);
  }
  if (!policy.quiet.includes(action))
    await insertEntry(unit.tx, entryOf(unit, action, subject, grounds, "granted"));
  return ok({ action, actor: unit.actor, subject } as unknown as Permit<Action>);
}

function entryOf(
  unit: Unit,
  action: string,
  subject: Subject,
  grounds: Grounds | "none",
  outcome: AuditEntry["outcome"],
): AuditEntry {
  return {
    areaId: subject.area,
    id: newId(),
    at: unit.clock.now(),
    actor: scopeOf(unit.actor).actor,
    grounds,
    action,
    subjectType: subject.type,
    subjectId: subject.id ?? null,
    person: subject.person ?? null,
    outcome,
  };
}
