import type { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { FormValues, Result } from "#platform/kernel/result.ts";
import type { Finder, Permit, Policy, Reach, Subject } from "./permit.schema.ts";

export type TargetSchema = z.ZodType<Record<string, unknown>>;

type Common<
  Action extends string,
  Name extends Action,
  Known extends Subject,
  S extends Known,
  T extends TargetSchema,
> = Readonly<{
  /** The action of the policy, the word of the audit log, and the name of the button. */
  name: Name;
  policy: Policy<Action, Known>;
  /** What is named by an address. What does not fit it names nothing. */
  target: T;
  /**
   * What the policy is asked about: found by ids alone, of which the policy may know fewer. Undefined where there is no
   * such thing.
   */
  subject(find: Finder, target: z.output<T>): S | undefined | Promise<S | undefined>;
  /** Whoever may not is told that there is no such thing. */
  hides?: boolean;
  /** A person must have shown who they are a short while ago (`FRESH_MINUTES`), or is led to do so first. */
  fresh?: boolean;
}>;

/** Whom a look showed, as `type:id` of each: the entry of the look holds them. Its action is quiet where it shows nobody. */
type Shows<T extends TargetSchema, Out> = Readonly<{
  shows?(output: Out, target: z.output<T>): readonly string[];
}>;

export type CommandSpec<
  Action extends string,
  Name extends Action,
  Known extends Subject,
  S extends Known,
  T extends TargetSchema,
  I extends z.ZodType,
  Out,
> = Omit<Common<Action, Name, Known, S, T>, "fresh"> &
  Readonly<{
    /** What was typed. What does not fit it is told beside its field. */
    input?: I;
    /** As for a look; or by what was typed, where a proof is wanted for some of it alone. */
    fresh?: boolean | ((input: z.output<I>) => boolean);
    /** What the form showed, as it stands now, held against a concurrent edit. Undefined where it is gone. */
    seen?(permit: Permit<Name, S>, target: z.output<T>): Promise<FormValues | undefined>;
    /** What was typed, as the form will show it once it is saved over `now`: sent twice, it is no concurrent edit. */
    values?(input: z.output<I>, now: FormValues): FormValues;
    /** A form sent twice acts once; the second gets the answer of the first, which must be plain JSON. */
    once?: boolean;
    /** Its form carries files, which may be long: the policy is asked once more before they are read. */
    takesFiles?: boolean;
    /** Rows are sent by COPY, which needs a connection of its own: stores then find it by `copyInto(permit)`. */
    copy?: boolean;
    /** The reach of whoever asked a service for the work, under which it is done instead of the service's own. */
    within?(subject: S): Reach;
    run(
      permit: Permit<Name, S>,
      input: z.output<T> & z.output<I>,
      app: App,
    ): Promise<Result<Out>> | Result<Out>;
  }>;

export type QuerySpec<
  Action extends string,
  Name extends Action,
  Known extends Subject,
  S extends Known,
  T extends TargetSchema,
  Out,
> = Common<Action, Name, Known, S, T> &
  Shows<T, Out> &
  Readonly<{
    run(permit: Permit<Name, S>, target: z.output<T>, app: App): Promise<Result<Out>> | Result<Out>;
  }>;

/** Runs a use-case for an actor: `saveIssue(app, actor, { area, id }, form)`. */
export type Run<T extends TargetSchema, Out> = (
  app: App,
  actor: Actor,
  target: z.input<T>,
  input?: unknown,
) => Promise<Result<Out>>;

export type UseCase<T extends TargetSchema = TargetSchema, Out = unknown> = Run<T, Out> &
  Readonly<{ declared: Declared<T, Out> }>;

/** What a use-case gives where it is not refused. */
export type OutputOf<U> = U extends (...args: never[]) => Promise<Result<infer Out>> ? Out : never;

/** What is known of every use-case alike, whatever its types. */
export type Declared<T extends TargetSchema = TargetSchema, Out = unknown> = Readonly<{
  kind: "command" | "query";
  name: string;
  policy: Policy<string>;
  target: T;
  input?: z.ZodType;
  subject(find: Finder, target: never): Subject | undefined | Promise<Subject | undefined>;
  seen?(permit: never, target: never): Promise<FormValues | undefined>;
  values?(input: never, now: FormValues): FormValues;
  once?: boolean;
  takesFiles?: boolean;
  copy?: boolean;
  within?(subject: never): Reach;
  hides?: boolean;
  fresh?: boolean | ((input: never) => boolean);
  shows?(output: never, target: never): readonly string[];
  run(permit: never, input: never, app: App): Promise<Result<Out>> | Result<Out>;
}>;
