import { data, redirect } from "react-router";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import type { Result } from "#platform/kernel/result.ts";
import { formOf, type Input, inputOf, textsOf } from "./fields.ts";
import { shown, statusOf } from "./refusal.ts";

/**
 * A command that a page's form may ask for, by the name that its button carries. `then` gives the address to go to when
 * it is done, or what the page is shown with instead.
 */
export type FormCommand<Shown = never> = Readonly<{
  name: string;
  run(input: Input): Promise<Result<unknown>>;
  then(value: never, input: Input): string | Shown;
}>;

const UNKNOWN = "この操作はできません。画面を開き直してください。何も変わっていません。";

/**
 * Does what the pressed button names, one command of those that the page offers. An unknown name does nothing; a page
 * with one command needs none. What is refused comes back with what was typed, but for the fields that are secret.
 */
export async function answerForm<Shown = never>(
  request: Request,
  commands: readonly FormCommand<Shown>[],
  { secret = [] }: Readonly<{ secret?: readonly string[] }> = {},
) {
  const form = await formOf(request);
  const sent = inputOf(form);
  for (const field of secret) form.delete(field);
  const values = textsOf(form);
  const named = values.do ?? (commands.length === 1 ? commands[0]!.name : "");
  const command = commands.find(({ name }) => name === named);
  const refused = {
    command: named,
    errors: {},
    message: null,
    overtaken: null,
    values,
    choices: choicesOf(form),
  };
  const answer = (part: Partial<FormAnswer>, status: number) =>
    data<FormAnswer>({ ...refused, ...part }, { status });
  if (!command) return answer({ message: UNKNOWN }, 400);
  const result = await command.run(sent);
  if (result.ok) {
    const next = command.then(result.value as never, sent);
    if (typeof next === "string") throw redirect(next);
    return next;
  }
  const { error } = result;
  switch (error.kind) {
    case "invalid":
      return answer({ errors: error.fields, message: error.message ?? null }, statusOf(error));
    case "conflict":
      return answer({ message: error.message }, statusOf(error));
    case "overtaken":
      return answer({ overtaken: { now: error.now, seen: fingerprintOf(error.now) } }, statusOf(error));
    default:
      return shown(result as Result<never>);
  }
}

const choicesOf = (form: FormData): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set(form.keys())].map((name) => [
      name,
      form.getAll(name).filter((one): one is string => typeof one === "string"),
    ]),
  );
