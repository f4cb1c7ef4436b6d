import { data, redirect } from "react-router";
import type { SentFiles } from "#platform/files/form-files.ts";
import { receiveForm } from "#platform/files/upload.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type FormAnswer, PREVIEW, type PreviewedMail } from "#platform/kernel/form-answer.ts";
import { conflict, type FieldErrors, type Result } from "#platform/kernel/result.ts";
import { doneHeaders } from "./done.ts";
import { choicesOf, type Input, inputOf, textsOf } from "./fields.ts";
import { rowsChanged } from "./form-rows.ts";
import { shown, statusOf } from "./refusal.ts";
import { isLarge, readForm, shownBeforeReading } from "./sent-form.ts";

/**
 * A command that a page's form may ask for, by the name that its button carries. `then` gives the address to go to when
 * it is done, or what the page is shown with instead.
 */
export type FormCommand<Shown = never> = Readonly<{
  name: string;
  /** Whether it may be done, asked before anything of its form is judged. */
  asks?(input: Input): Promise<Result<unknown>>;
  /** Its form carries files: what is told of the address alone is asked before they are read. */
  takesFiles?: boolean;
  run(input: Input): Promise<Result<unknown>>;
  /** Tries it, keeps nothing, and tells which mails would go out. */
  rehearse?(input: Input): Promise<Result<readonly PreviewedMail[]>>;
  /** What of the input can't be read, for the steps of a form before it is sent. */
  check?(input: Input): FieldErrors;
  then(value: never, input: Input): string | Shown;
}>;

const UNKNOWN = "この操作はできません。画面を再読み込みしてください。何も変わっていません。";

/**
 * Does what the pressed button names, one command of those that the page offers. An unknown name does nothing; a page
 * with one command needs none. What is refused comes back with what was typed, but for the fields that are secret. With
 * `files` the form is one that is read with small files, which the commands that take any find under that name. One that
 * was read already is given as such.
 */
export async function answerForm<Shown = never>(
  sent: Request | FormData,
  commands: readonly FormCommand<Shown>[],
  options: Options = {},
) {
  if (sent instanceof FormData) return answerRead(sent, commands, options);
  if (isLarge(sent)) await refuseBeforeReading(sent, commands);
  if (options.files) {
    const { form, forget, ...files } = await receiveForm(sent, options.files);
    return answerRead(form, commands, options, files).finally(forget);
  }
  const { form, forget } = await readForm(sent);
  try {
    return await answerRead(form, commands, options);
  } finally {
    await forget();
  }
}

type Options = Readonly<{
  secret?: readonly string[];
  /** So many files, each of so many bytes. */
  files?: Readonly<{ files: number; bytes: number }>;
}>;

/** A long form is for one of the commands that take files; where none of them may be done, it is not read. */
async function refuseBeforeReading(request: Request, commands: readonly FormCommand<unknown>[]) {
  let refused: Result<unknown> | undefined;
  for (const { asks, takesFiles } of commands) {
    if (!asks || !takesFiles) continue;
    const asked = await asks({});
    if (asked.ok) return;
    refused = asked;
  }
  if (refused) await shownBeforeReading(request, refused);
}

async function answerRead<Shown>(
  form: FormData,
  commands: readonly FormCommand<Shown>[],
  { secret = [] }: Options,
  files?: SentFiles,
) {
  const input = inputOf(form);
  for (const field of secret) form.delete(field);
  const values = textsOf(form);
  if (values.rows) return rowsChanged(form, values.rows);
  const named = values.do ?? (commands.length === 1 ? commands[0]!.name : "");
  const command = commands.find(({ name }) => name === named);
  const choices = choicesOf(form);
  if (!command) return formAgain(named, conflict(UNKNOWN), values, { choices, status: 400 });
  if (values.step !== undefined) {
    const asked = await command.asks?.(input);
    if (asked && !asked.ok) return formAgain(named, asked, values, { choices });
    if (values.step === PREVIEW && command.rehearse) {
      const tried = await command.rehearse(input);
      if (!tried.ok) return formAgain(named, tried, values, { choices });
      return previewShown(named, tried.value, values, choices);
    }
    return stepShown(command as FormCommand<unknown>, input, values, choices);
  }
  const result = await command.run(command.takesFiles && files ? { ...input, files: files as never } : input);
  if (!result.ok) return formAgain(named, result, values, { choices });
  const next = command.then(result.value as never, input);
  if (typeof next === "string") throw redirect(next, { headers: doneHeaders(next, named) });
  return next as Exclude<Shown, string>;
}

/** A form that was not done, to be shown again with what was typed; what is no matter of the form gets its own page. */
export function formAgain(
  command: string,
  refused: Extract<Result<unknown>, { ok: false }>,
  values: FormAnswer["values"],
  { choices = {}, status }: Readonly<{ choices?: FormAnswer["choices"]; status?: number }> = {},
) {
  const { error } = refused;
  const answer = (part: Partial<FormAnswer>) =>
    data<FormAnswer>(
      { command, errors: {}, message: null, overtaken: null, values, choices, ...part },
      { status: status ?? statusOf(error) },
    );
  switch (error.kind) {
    case "invalid":
      return answer({ errors: inOrder(error.fields, choices), message: error.message ?? null });
    case "conflict":
      return answer({ message: error.message });
    case "question":
      return answer({ question: { fields: inOrder(error.fields, choices), sure: error.sure } });
    case "overtaken":
      return answer({ overtaken: { now: error.now, seen: fingerprintOf(error.now) } });
    default:
      return shown<never>(refused);
  }
}

/** Errors as the page asks for their fields; those of no field of the page come last. */
function inOrder(errors: FieldErrors, choices: FormAnswer["choices"]): FieldErrors {
  const fields = Object.keys(choices);
  const place = (name: string) => {
    const at = fields.findIndex((field) => field === name || field.startsWith(`${name}.`));
    return at < 0 ? fields.length : at;
  };
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)));
}

/** What would go out, before it is done. */
const previewShown = (
  command: string,
  outgoing: readonly PreviewedMail[],
  values: FormAnswer["values"],
  choices: FormAnswer["choices"],
) =>
  data<FormAnswer>(
    { command, errors: {}, message: null, overtaken: null, values, choices, step: PREVIEW, outgoing },
    { status: 200 },
  );

/** Another step of a form: forward only where what this one asks for can be read. */
function stepShown(
  command: FormCommand<unknown>,
  input: Input,
  values: FormAnswer["values"],
  choices: FormAnswer["choices"],
) {
  const { step = "", "step.at": at = "", "step.fields": fields = "" } = values;
  const here = fields.split(" ");
  const isHere = ([name]: [string, unknown]) =>
    here.some((field) => name === field || name.startsWith(`${field}.`));
  const isForward = step === "check" || Number(step) > Number(at);
  const wrong = isForward ? Object.entries(command.check?.(input) ?? {}).filter(isHere) : [];
  const errors = inOrder(Object.fromEntries(wrong), choices);
  const shownStep = wrong.length > 0 ? at : step;
  return data<FormAnswer>(
    { command: command.name, errors, message: null, overtaken: null, values, choices, step: shownStep },
    { status: wrong.length > 0 ? 422 : 200 },
  );
}
