import { type ZodType, z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { PreviewedMail } from "#platform/kernel/form-answer.ts";
import {
  conflict,
  type FieldErrors,
  invalid,
  notFound,
  ok,
  type Result,
  refuse,
} from "#platform/kernel/result.ts";
import { withoutSecrets } from "#platform/mail/content.ts";
import type { Mail } from "#platform/mail/outbox.ts";
import type { Input } from "#platform/web/fields.ts";
import type { FormCommand } from "#platform/web/form-answer.ts";
import type { Finder, Subject } from "./permit.schema.ts";
import { also, inUnit } from "./permit.usecases.server.ts";
import type { Declared } from "./usecase.schema.ts";

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
    asks: (input) =>
      askBefore(app, actor, useCase.declared as Declared, { ...target, id: String(input.id ?? "") }),
    run: (input) => useCase(app, actor, { ...target, id: String(input.id ?? "") }, input),
    rehearse: (input) =>
      mailsOf(app, (trying) => useCase(trying, actor, { ...target, id: String(input.id ?? "") }, input)),
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
    asks: (input) =>
      askBefore(
        app,
        actor,
        useCase.declared as Declared,
        typeof target === "function" ? target(input) : target,
      ),
    takesFiles: useCase.declared.takesFiles === true && typeof target !== "function",
    run: (input) => useCase(app, actor, typeof target === "function" ? target(input) : target, input),
    rehearse: (input) =>
      mailsOf(app, (trying) =>
        useCase(trying, actor, typeof target === "function" ? target(input) : target, input),
      ),
    then,
  });

/** Which mails a deed would send: it is tried, and nothing is kept of it. */
export async function mailsOf(
  app: App,
  work: (app: App) => Promise<Result<unknown>>,
): Promise<Result<readonly PreviewedMail[]>> {
  const mails: Mail[] = [];
  const tried = await work({ ...app, rehearsing: true, mails });
  if (!tried.ok) return tried;
  return ok(
    mails.map(({ to, name = "", subject, body }) => ({ to, name, subject, body: withoutSecrets(body) })),
  );
}

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

/**
 * A command whose target is chosen in its form: `choose` reads it. The right is asked before the form is judged: of what
 * was chosen, or where that can't be told, of `own`, what the actor might choose. Who may nothing of the kind is refused
 * whatever the form says; who may, but not there, is told so beside the fields of `elsewhere`.
 */
export function chosenInForm<Address extends object, T extends Record<string, unknown>, Out>(
  command: ((app: App, actor: Actor, target: T, input?: unknown) => Promise<Result<Out>>) & {
    declared: unknown;
  },
  {
    choose,
    own,
    elsewhere,
    message,
  }: Readonly<{
    choose(
      form: unknown,
      from: Readonly<{ app: App; actor: Actor; address: Address }>,
    ): Promise<Result<T>> | Result<T>;
    own(find: Finder, address: Address): Subject | undefined | Promise<Subject | undefined>;
    /** Of what is not there, and of what is somebody else's. */
    elsewhere: Readonly<Record<"not-found" | "forbidden", FieldErrors>>;
    message?: string;
  }>,
) {
  // Before anything was chosen, as for a preview, what is asked about is what the actor might choose.
  const ofOwn = {
    ...(command.declared as Declared),
    target: z.looseObject({}),
    subject: (find: Finder, address: Address) => own(find, address),
  } as Declared;
  const run = async (app: App, actor: Actor, address: Address, form?: unknown): Promise<Result<Out>> => {
    const chosen = await choose(form, { app, actor, address });
    const done = chosen.ok ? await command(app, actor, chosen.value, form) : chosen;
    if (done.ok || (chosen.ok && !(done.error.kind in elsewhere))) return done;
    const { kind } = done.error;
    // What was chosen has been asked about, and its refusal is written down.
    const asking = kind === "forbidden" ? { ...app, rehearsing: true } : app;
    const asked = await askBefore(asking, actor, ofOwn, address);
    if (!asked.ok) return kind === "forbidden" ? done : asked;
    if (kind === "not-found") return invalid(elsewhere["not-found"], message);
    if (kind !== "forbidden") return done;
    const fields = elsewhere.forbidden;
    return refuse({ kind: "invalid", fields, ...(message ? { message } : {}), refused: true } as const);
  };
  return Object.assign(run, { declared: ofOwn as { name: string; input?: ZodType } });
}
