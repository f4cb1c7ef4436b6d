import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from "react";
import { Form, useNavigation } from "react-router";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { Button } from "./button.tsx";
import { Facts } from "./page.tsx";

type Shown = Readonly<Record<string, string>>;

/** What the fields of a form read: their values, what is to be mended, and the ids that the summary links to. */
type FormState = Readonly<{
  id: string;
  values: Shown;
  choices: Readonly<Record<string, readonly string[]>>;
  errors: FormAnswer["errors"];
}>;

const FormContext = createContext<FormState | undefined>(undefined);

/** What the form around a field knows of it; outside of one nothing. */
export function useFormField(name: string | undefined) {
  const form = useContext(FormContext);
  if (!form || !name) return undefined;
  return {
    id: fieldId(form.id, name),
    value: form.values[name],
    choices: form.choices[name],
    errors: form.errors[name],
  };
}

/** Whether any of these fields is filled or wrong, so that it must not be folded away. */
export function useFilled(...names: readonly string[]): boolean {
  const form = useContext(FormContext);
  return names.some((name) => form?.errors[name] || form?.values[name]);
}

const fieldId = (form: string, name: string) => `${form}-${name}`;

const TEXTS = {
  ja: {
    mend: "直すところがあります。書いたものは残っています。",
    notDone: "できませんでした。書いたものは残っています。",
    overtaken:
      "あなたが開いたあとに、ほかの人が保存しました。書いたものは下に残してあります。いまの内容と見比べて、よければもう一度保存してください。",
    now: "いまの内容（あなたの書いたものとちがうところ）",
    blank: "（空）",
    yes: "はい",
    gone: "（いまは無いもの）",
    busy: "送っています…",
  },
  en: {
    mend: "Something needs to be corrected. What you wrote is still here.",
    notDone: "This could not be done. What you wrote is still here.",
    overtaken:
      "Somebody else saved this after you opened it. What you wrote is below. Compare it with what stands now, and save again if it is right.",
    now: "What stands now, where it differs from yours",
    blank: "(empty)",
    yes: "Yes",
    gone: "(no longer there)",
    busy: "Sending…",
  },
} as const;

/**
 * A form that asks for one command. It acts once, keeps what was typed when it was refused, links what is to be mended
 * to its field, and shows what somebody else has saved meanwhile. Fields inside take their value and errors from it.
 */
export function CommandForm({
  command,
  answer,
  values = {},
  seen,
  once,
  submit,
  kind = "primary",
  busy,
  language = "ja",
  labels = {},
  options = {},
  action,
  encType,
  label,
  className,
  children,
}: {
  command: string;
  /** The page's action data; only the form whose command was asked for takes notice of it. */
  answer?: unknown;
  /** What the fields hold at first. */
  values?: Shown;
  /** The fingerprint of `values`, where two may edit. */
  seen?: string;
  /** A key of this showing, where sending twice must act once. */
  once?: string;
  submit: string;
  kind?: "primary" | "secondary" | "danger" | "plain";
  busy?: string;
  language?: "ja" | "en";
  /** The names of the fields, as a person reads them. */
  labels?: Shown;
  /** The words of the fields that are chosen from. */
  options?: Readonly<Record<string, readonly Readonly<{ value: string; label: string }>[]>>;
  action?: string;
  encType?: "multipart/form-data";
  /** Its own name, where a page has several alike. */
  label?: string;
  className?: string;
  children?: ReactNode;
}) {
  const id = useId();
  const navigation = useNavigation();
  const underWay = navigation.state !== "idle" && navigation.formData?.get("form") === id;
  const refused = answerFor(answer, command);
  const state: FormState = {
    id,
    values: refused?.values ?? values,
    choices: refused?.choices ?? {},
    errors: refused?.errors ?? {},
  };
  const texts = TEXTS[language];
  return (
    <FormContext value={state}>
      {refused ? <Refused {...{ refused, formId: id, labels, options, texts }} /> : null}
      <Form
        method="post"
        noValidate
        {...(action ? { action } : {})}
        {...(encType ? { encType } : {})}
        {...(label ? { "aria-label": label } : {})}
        {...(className ? { className } : {})}
        onSubmit={(event) => underWay && event.preventDefault()}
      >
        <input type="hidden" name="form" value={id} />
        <input type="hidden" name="do" value={command} />
        {seen === undefined ? null : (
          <input type="hidden" name="seen" value={refused?.overtaken?.seen ?? refused?.values.seen ?? seen} />
        )}
        {once === undefined ? null : <input type="hidden" name="once" value={refused?.values.once ?? once} />}
        {children}
        <Button kind={kind} data-busy={busy ?? texts.busy} aria-disabled={underWay || undefined}>
          {underWay ? (busy ?? texts.busy) : submit}
        </Button>
      </Form>
    </FormContext>
  );
}

/** The part of a page's action data that concerns the form of this command. */
export function answerFor(answer: unknown, command: string): FormAnswer | undefined {
  const one = answer as Partial<FormAnswer> | undefined | null;
  return one?.command === command ? (one as FormAnswer) : undefined;
}

function Refused({
  refused,
  formId,
  labels,
  options,
  texts,
}: {
  refused: FormAnswer;
  formId: string;
  labels: Shown;
  options: Readonly<Record<string, readonly Readonly<{ value: string; label: string }>[]>>;
  texts: (typeof TEXTS)["ja" | "en"];
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const errors = Object.entries(refused.errors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  const { overtaken } = refused;
  const title = overtaken
    ? texts.overtaken
    : (refused.message ?? (errors.length > 0 ? texts.mend : texts.notDone));
  return (
    <div
      ref={place}
      data-refused
      role="alert"
      tabIndex={-1}
      className="my-6 border-l-8 border-error-1 bg-solid-gray-50 px-4 py-3"
    >
      <p className="text-std-16B-170">{title}</p>
      {errors.length > 0 ? (
        <ul className="mt-2 list-disc pl-6 text-std-16N-170">
          {errors.map(({ field, sentence }) => (
            <li key={`${field} ${sentence}`}>
              <a className="text-blue-1000 underline underline-offset-4" href={`#${fieldId(formId, field)}`}>
                {labels[field] ? `${labels[field]}: ` : ""}
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {overtaken ? (
        <>
          <p className="mt-3 text-std-16B-170">{texts.now}</p>
          <Facts
            items={differing(refused.choices, overtaken.now).map(([field, value]) => ({
              name: labels[field] ?? field,
              value: <span className="whitespace-pre-line">{inWords(value, options[field], texts)}</span>,
            }))}
          />
        </>
      ) : null}
    </div>
  );
}

function inWords(
  value: string,
  words: readonly Readonly<{ value: string; label: string }>[] | undefined,
  texts: (typeof TEXTS)["ja" | "en"],
): string {
  if (value === "") return texts.blank;
  if (!words) return value === "on" ? texts.yes : value;
  return value
    .split(" ")
    .map((chosen) => words.find((one) => one.value === chosen)?.label ?? texts.gone)
    .join("、");
}

const plain = (text = "") => text.replaceAll("\r\n", "\n").trim();

/** The fields of what stands now that differ from what was typed; several that were chosen stand in one text. */
const differing = (typed: FormAnswer["choices"], now: Shown): [string, string][] =>
  Object.entries(now).filter(([field, value]) => plain(value) !== plain(typed[field]?.join(" ")));
