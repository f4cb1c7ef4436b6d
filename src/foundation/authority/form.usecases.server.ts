import type { ZodType } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { conflict, type FieldErrors, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { Input } from "#platform/web/fields.ts";
import type { FormCommand } from "#platform/web/form-answer.ts";
import type { Finder } from "./permit.schema.ts";
import { also, inUnit } from "./permit.usecases.server.ts";
import type { Declared } from "./usecases.server.ts";

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
      declared: Read & Pick<Declared, "takesFiles">;
    },
    then: (value: Out, input: Input) => string | Shown,
  ): FormCommand<Shown> => ({
    name: useCase.declared.name,
    check: (input) => unreadable(useCase.declared, input),
    takesFiles: useCase.declared.takesFiles,
    asks:
      useCase.declared.takesFiles && typeof target !== "function"
        ? () => askBefore(app, actor, useCase.declared as Declared, target)
        : undefined,
    run: (input) => useCase(app, actor, typeof target === "function" ? target(input) : target, input),
    then,
  });

/**
 * Whether the actor may, before there is an input. A refusal is written down as always; what is granted is asked, and
 * written down, when it is done.
 */
async function askBefore(
  app: App,
  actor: Actor,
  { name, policy, hides, ...declared }: Declared,
  rawTarget: unknown,
): Promise<Result<undefined>> {
  let granted = false;
  const asked = await inUnit<undefined>(
    app,
    actor,
    async (work) => {
      const target = declared.target.safeParse(rawTarget);
      const subject =
        target.success && (await declared.subject(work as unknown as Finder, target.data as never));
      if (!subject) return notFound(name);
      const permit = await also(work, policy, name, subject);
      granted = permit.ok;
      if (!permit.ok) return hides ? notFound(name) : permit;
      // Only a refusal rolls back the entry.
      return conflict("granted");
    },
    { sensitive: policy.sensitive },
  );
  return granted ? ok(undefined) : asked;
}
