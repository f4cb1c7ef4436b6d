import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { Result } from "#platform/kernel/result.ts";
import type { Input } from "#platform/web/fields.ts";
import type { FormCommand } from "#platform/web/form-answer.ts";

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
      declared: { name: string };
    },
    then: (value: Out, input: Input) => string | Shown,
  ): FormCommand<Shown> => ({
    name: useCase.declared.name,
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
      declared: { name: string };
    },
    then: (value: Out, input: Input) => string | Shown,
  ): FormCommand<Shown> => ({
    name: useCase.declared.name,
    run: (input) => useCase(app, actor, typeof target === "function" ? target(input) : target, input),
    then,
  });
