import type { z } from "zod";
import { type Actor, isFresh, scopeOf } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result, refuse } from "#platform/kernel/result.ts";
import { isOvertaken } from "./concurrent-edit.rules.ts";
import { ALREADY_SENT } from "./messages.ts";
import { findAnswer, insertSentOnce, updateAnswer } from "./once.store.server.ts";
import type { Finder, Permit, Subject, Work } from "./permit.schema.ts";
import { also, inUnit, narrow, writeLook } from "./permit.usecases.server.ts";
import { noteSure } from "./question.rules.ts";
import type { CommandSpec, Declared, QuerySpec, Run, TargetSchema, UseCase } from "./usecase.schema.ts";

const declaredByName = new Map<string, UseCase>();

/** Every use-case of the files that were loaded, for the role matrix, the command line and the fence. */
export const declaredUseCases = (): readonly UseCase[] => [...declaredByName.values()];

/** Declares what changes something: who may, on what, with which input, and what is done. */
export function command<
  Action extends string,
  const Name extends Action,
  Known extends Subject,
  S extends Known,
  T extends TargetSchema,
  I extends z.ZodType = z.ZodType<unknown>,
  Out = undefined,
>(spec: CommandSpec<Action, Name, Known, S, T, I, Out>): UseCase<T, Out> {
  return declare({ kind: "command", ...spec } as unknown as Declared<T, Out>);
}

/** Declares a look: who may, on what, and what a presenter makes of it. */
export function query<
  Action extends string,
  const Name extends Action,
  Known extends Subject,
  S extends Known,
  T extends TargetSchema,
  Out,
>(spec: QuerySpec<Action, Name, Known, S, T, Out>): UseCase<T, Out> {
  return declare({ kind: "query", ...spec } as unknown as Declared<T, Out>);
}

function declare<T extends TargetSchema, Out>(declared: Declared<T, Out>): UseCase<T, Out> {
  if (declaredByName.has(declared.name)) throw new Error(`two use-cases are called ${declared.name}`);
  const run: Run<T, Out> = (app, actor, target, input) => execute(app, actor, declared, target, input);
  const useCase = Object.assign(run, { declared });
  declaredByName.set(declared.name, useCase as unknown as UseCase);
  return useCase;
}

/**
 * The one door: one transaction under the actor's scope, in which the subject is found, the policy asked, the entry
 * written, the permit minted and the work done. A refusal changes nothing, but its entry stays.
 */
const execute = <T extends TargetSchema, Out>(
  app: App,
  actor: Actor,
  declared: Declared<T, Out>,
  rawTarget: unknown,
  rawInput: unknown,
): Promise<Result<Out>> =>
  inUnit(app, actor, (work) => inWork(work, declared, rawTarget, rawInput, app), {
    copy: declared.copy,
    sensitive: declared.policy.sensitive,
  });

async function inWork<T extends TargetSchema, Out>(
  work: Work,
  declared: Declared<T, Out>,
  rawTarget: unknown,
  rawInput: unknown,
  app: App,
): Promise<Result<Out>> {
  const target = declared.target.safeParse(rawTarget);
  if (!target.success) return notFound(declared.name);
  const subject = await declared.subject(work as unknown as Finder, target.data as never);
  if (!subject) return notFound(declared.name);
  const quiet = declared.shows !== undefined;
  const permit = await also(work, declared.policy, declared.name, subject, { quiet });
  if (!permit.ok) return declared.hides ? notFound(declared.name) : permit;
  if (declared.fresh === true && isStale(work)) return refuse(STALE);
  if (declared.within) await narrow(permit.value, declared.within(subject as never));
  const result = await permitted<Out>(permit.value, declared as never, target.data, rawInput, app);
  if (!declared.shows || !result.ok) return result;
  const shown = declared.shows(result.value as never, target.data as never);
  if (shown.length > 0 || !declared.policy.quiet.includes(declared.name))
    await writeLook(permit.value, shown);
  return result;
}

const STALE = { kind: "stale" } as const;
const isStale = ({ actor, clock }: Pick<Work, "actor" | "clock">) => !isFresh(actor, clock.now());

/** What follows the permit: the input read, a form sent twice or over another's change held up, then the work. */
async function permitted<Out>(
  permit: Permit,
  declared: Declared<TargetSchema, Out>,
  target: Record<string, unknown>,
  rawInput: unknown,
  app: App,
): Promise<Result<Out>> {
  const input = declared.input ? checked(declared.input, rawInput ?? {}) : ok({});
  if (!input.ok) return input;
  if (typeof declared.fresh === "function" && declared.fresh(input.value as never) && isStale(permit))
    return refuse(STALE);
  const form = (rawInput ?? {}) as Readonly<Record<string, unknown>>;
  const key = declared.once && typeof form.once === "string" ? idOf(form.once) : undefined;
  const areaId = permit.subject.area;
  if (key) {
    const content = fingerprintOf([target, contentOf(form)]);
    const sent = { areaId, key, command: declared.name, content, actor: scopeOf(permit.actor).actor };
    if (!(await insertSentOnce(permit, { ...sent, at: permit.clock.now() }))) {
      const first = await findAnswer(permit, sent);
      return first ? ok((first.answer ?? undefined) as Out) : conflict(ALREADY_SENT);
    }
  }
  if (declared.seen) {
    const now = await declared.seen(permit as never, target as never);
    if (!now) return notFound(declared.name);
    if (isOvertaken(form, declared.values?.(input.value as never, now), now))
      return { ok: false, error: { kind: "overtaken", now } };
  }
  noteSure(permit, form.sure);
  const result = await declared.run(permit as never, { ...(input.value as object), ...target } as never, app);
  if (result.ok && key) await updateAnswer(permit, areaId, key, result.value);
  return result;
}

/** What a form says; of a file its name and length, and nothing of what the page adds by itself. */
const contentOf = (form: Readonly<Record<string, unknown>>) =>
  Object.entries(form)
    .filter(([name]) => !["once", "seen", "form", "do", "sure"].includes(name))
    .map(([name, value]) => [name, value instanceof File ? [value.name, value.size] : value]);

/** Runs another use-case in the transaction under way, with its own question to its own policy. */
export async function alsoDo<T extends TargetSchema, Out>(
  work: Work,
  { declared }: Pick<UseCase<T, Out>, "declared">,
  rawTarget: z.input<T>,
  rawInput: unknown,
  app: App,
): Promise<Result<Out>> {
  if (declared.copy || declared.within) throw new Error(`${declared.name} needs a transaction of its own`);
  return inWork(work, declared, rawTarget, rawInput, app);
}
