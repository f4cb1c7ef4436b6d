import type { ZodType } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { FieldErrors, Result } from "#platform/kernel/result.ts";
import type { Input } from "#platform/web/fields.ts";
import type { FormCommand } from "#platform/web/form-answer.ts";

type Read = Readonly<{ name: string; input?: ZodType }>;

function unreadable({ input: schema }: Read, input: Input): FieldErrors {
  const read = schema && checked(schema, input);
  return read && !read.ok && read.error.kind === "invalid" ? read.error.fields : {};
}

/** As `onTarget`, for the forms of a list, each of which names its row by a hidden `id`. */
export const onRow =
  <T extends Record<string, unknown>>(app: App, actor: Actor, target: T) =>
  <Out, Shown = never>(
    useCase: ((
      app: App,
      actor: Actor,
      target: T & { id: string },
      input?: unknown,
    ) => Promise<Result<Out>>) & {
      declared: Read;
    },
    then: (value: Out, input: Input) => string | Shown,
  ): FormCommand<Shown> => ({
    name: useCase.declared.name,
    check: (input) => unreadable(useCase.declared, input),
    run: (input) => useCase(app, actor, { ...target, id: String(input.id ?? "") }, input),
    then,
  });

/**
 * Commands as a page's forms ask for them: `on = onTarget(app, actor, { area, id })`, then
 * `answerForm(request, [on(saveIssue, () => address), on(removeIssue, () => other)])`. Where the form names a part of the
 * target, the target is a function of what was sent.
 */
export const onTarget =
  <T extends Record<string, unknown>>(app: App, actor: Actor, target: T | ((input: Input) => T)) =>
  <Out, Shown = never>(
    useCase: ((app: App, actor: Actor, target: T, input?: unknown) => Promise<Result<Out>>) & {
      declared: Read;
    },
    then: (value: Out, input: Input) => string | Shown,
  ): FormCommand<Shown> => ({
    name: useCase.declared.name,
    check: (input) => unreadable(useCase.declared, input),
    run: (input) => useCase(app, actor, typeof target === "function" ? target(input) : target, input),
    then,
  });
