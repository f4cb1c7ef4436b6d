import { type ReactNode, useId, useRef } from "react";
import { Form, useNavigation } from "react-router";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { Button } from "./button.tsx";
import { TEXTS } from "./form.messages.ts";
import { useDraft } from "./form-draft.ts";
import { FormContext, type FormState } from "./form-field.ts";
import { NotSent, Question, Refused } from "./form-refused.tsx";

export { useFilled, useFormField } from "./form-field.ts";

type Shown = Readonly<Record<string, string>>;

export type CommandFormProps = Readonly<{
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
  /** The step that the button leads to instead of asking for the command. */
  submitStep?: string;
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
  /** Notes on a person: no browser keeps what was typed. */
  private?: boolean;
  /** Marks what is required, as forms of visitors do. */
  marksRequired?: boolean;
  children?: ReactNode;
  /** Other ways on, after the button. */
  after?: ReactNode;
}>;

/**
 * A form that asks for one command. It acts once, keeps what was typed when it was refused, links what is to be mended
 * to its field, asks once about what is odd, and shows what somebody else has saved meanwhile. Fields inside take their
 * value and errors from it.
 */
export function CommandForm({
  command,
  answer,
  values = {},
  seen,
  once,
  submit,
  submitStep,
  kind = "primary",
  busy,
  language = "ja",
  labels = {},
  options = {},
  action,
  encType,
  label,
  className,
  private: isPrivate,
  marksRequired,
  children,
  after,
}: CommandFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const navigation = useNavigation();
  const underWay = navigation.state !== "idle" && navigation.formData?.get("form") === id;
  const refused = answerFor(answer, command);
  const draft = useDraft(form, { answer: refused, underWay, navigation });
  const state: FormState = {
    id,
    values: refused?.step === undefined ? (refused?.values ?? values) : { ...values, ...refused.values },
    choices: refused?.choices ?? {},
    errors: refused?.errors ?? {},
    language,
    marksRequired,
  };
  const texts = TEXTS[language];
  const isShown =
    refused && !refused.told && !refused.unsent && (refused.step === undefined || hasAny(refused.errors));
  return (
    <FormContext value={state}>
      {isShown ? <Refused {...{ refused, formId: id, labels, options, texts }} /> : null}
      <Form
        ref={form}
        method="post"
        noValidate
        {...(action ? { action } : {})}
        {...(encType ? { encType } : {})}
        {...(label ? { "aria-label": label } : {})}
        {...(className ? { className } : {})}
        {...(isPrivate ? { "data-private": true } : {})}
        onInput={draft.keep}
        onSubmit={(event) => underWay && event.preventDefault()}
      >
        <input type="hidden" name="form" value={id} />
        <input type="hidden" name="do" value={command} />
        {seen === undefined ? null : (
          <input type="hidden" name="seen" value={refused?.overtaken?.seen ?? refused?.values.seen ?? seen} />
        )}
        {once === undefined ? null : <input type="hidden" name="once" value={refused?.values.once ?? once} />}
        {children}
        {refused?.question ? <Question {...{ id, question: refused.question, texts }} /> : null}
        {refused?.unsent && !underWay ? <NotSent {...{ unsent: refused.unsent, language }} /> : null}
        <Button
          kind={kind}
          data-busy={busy ?? texts.busy}
          aria-disabled={underWay || undefined}
          {...(submitStep === undefined ? {} : { name: "step", value: submitStep })}
        >
          {underWay ? (busy ?? texts.busy) : submit}
        </Button>
        {after}
      </Form>
    </FormContext>
  );
}

const hasAny = (errors: FormAnswer["errors"]) => Object.keys(errors).length > 0;

/** The part of a page's action data that concerns the form of this command. */
export function answerFor(answer: unknown, command: string): FormAnswer | undefined {
  const one = answer as Partial<FormAnswer> | undefined | null;
  return one?.command === command ? (one as FormAnswer) : undefined;
}
