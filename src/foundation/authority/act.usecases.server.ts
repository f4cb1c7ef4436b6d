import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { Result } from "#platform/kernel/result.ts";
import type { Permit, Policy, Subject, Work } from "./permit.schema.ts";
import { also, inUnit } from "./permit.usecases.server.ts";

/** @deprecated Declare a `command` or `query`. */
export type Unit = Work;

/** @deprecated Declare a `command` or `query`. */
export const act = <T>(
  app: App,
  actor: Actor,
  work: (unit: Unit) => Promise<Result<T>>,
): Promise<Result<T>> => inUnit(app, actor, work);

/** @deprecated Declare a `command` or `query`. */
export const authorise = <Action extends string, S extends Subject>(
  unit: Unit,
  policy: Policy<Action, S>,
  action: Action,
  subject: S,
): Promise<Result<Permit<Action, S>>> => also(unit, policy, action, subject);
