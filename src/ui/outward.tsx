import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { type FormAnswer, PREVIEW, type PreviewedMail } from "#platform/kernel/form-answer.ts";
import { Button } from "./button.tsx";
import { Fold } from "./fold.tsx";
import { answerFor, CommandForm, type CommandFormProps } from "./form.tsx";
import { Notice } from "./notice.tsx";
import { OUTWARD } from "./outward.messages.ts";

/**
 * A deed that reaches people outside. The first press does nothing: the page comes back with the question, with the
 * consequences that a caller names, and with each mail that would go out, and there stands the button that does it. It
 * needs no script. The command is tried and rolled back for that (`onTarget`), so the preview is what it would do.
 */
export function OutwardForm({
  question,
  summary,
  confirm,
  back = "",
  change,
  children,
  ...form
}: Omit<CommandFormProps, "submitStep" | "after"> & {
  /** What is about to be done, as a sentence: 12月15日に決定します。 */
  question: ReactNode;
  /** What was chosen, to be looked over once more. */
  summary?: ReactNode;
  /** The button that does it. */
  confirm?: string;
  /** The page to come back to without doing anything; this one where none is named. */
  back?: string;
  /** The button that shows the form again as it was filled in, in place of the way back. */
  change?: string;
}) {
  const answered = answerFor(form.answer, form.command);
  if (answered?.step !== PREVIEW)
    return (
      <CommandForm {...form} submitStep={PREVIEW} busy={form.busy ?? "確認画面を表示しています…"}>
        {children}
      </CommandForm>
    );
  return (
    <Asked>
      <p className="text-std-18B-160">{question}</p>
      <p className="my-1">{OUTWARD.lead}</p>
      {summary}
      <Mails mails={answered.outgoing ?? []} />
      <CommandForm
        {...form}
        className="mt-4 flex flex-wrap items-center gap-3"
        kind="primary"
        submit={confirm ?? form.submit}
        busy={OUTWARD.sending}
        after={
          change ? (
            <Button name="step" value={CHANGE}>
              {change}
            </Button>
          ) : (
            <Link
              className="inline-flex min-h-11 items-center px-2 underline underline-offset-4"
              to={back}
              replace
            >
              {OUTWARD.stop}
            </Link>
          )
        }
      >
        <Carried choices={answered.choices} />
      </CommandForm>
    </Asked>
  );
}

/** Where the question stands: it takes the focus, so that nobody misses that nothing was done yet. */
function Asked({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={OUTWARD.title}
      className="my-6 w-full max-w-3xl border border-l-8 border-blue-900 bg-white px-4 py-3"
    >
      {children}
    </section>
  );
}

/** The step at which the form is shown again. */
const CHANGE = "change";

/** What the form itself adds, not its fields. */
const OWN = new Set(["form", "do", "seen", "once", "step", "step.at", "step.fields"]);

/** The fields of the form as they were typed, for the second press. */
const Carried = ({ choices }: Pick<FormAnswer, "choices">) =>
  Object.entries(choices).flatMap(([name, values]) =>
    OWN.has(name)
      ? []
      : values.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the answers stand still, and may be alike
          <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
        )),
  );

/** Each mail by whom it reaches; the first is open. */
function Mails({ mails }: { mails: readonly PreviewedMail[] }) {
  if (mails.length === 0) return <p className="my-2">{OUTWARD.noMail}</p>;
  return (
    <>
      <h3 className="mt-3 text-std-16B-170">{OUTWARD.mails(mails.length)}</h3>
      {mails.map(({ to, name, subject, body }, index) => (
        <Fold key={`${to} ${subject}`} summary={name ? `${name}（${to}）` : to} open={index === 0}>
          <p className="text-std-16B-170">{subject}</p>
          <p className="whitespace-pre-line break-words">{body}</p>
        </Fold>
      ))}
    </>
  );
}

/** What was just done and can still be undone: said beside the deed, until its minute is over. */
export function Undoable({
  done,
  until,
  outbox,
  ...form
}: Omit<CommandFormProps, "submit" | "kind"> & {
  done: string;
  /** The instant until which it can be undone, as ISO 8601. */
  until: string;
  /** Where the mails that wait can be read. */
  outbox?: string;
}) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  if (over) return null;
  const time = new Date(until).toLocaleTimeString("ja-JP", {
    ...{ timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (
    <Notice kind="success" title={done}>
      <p>{OUTWARD.until(time)}</p>
      <div className="mt-2 flex flex-wrap items-center gap-4">
        <CommandForm {...form} kind="secondary" submit={OUTWARD.undo} busy={OUTWARD.undoing} />
        {outbox ? (
          <Link className="inline-flex min-h-11 items-center underline underline-offset-4" to={outbox}>
            {OUTWARD.sent}
          </Link>
        ) : null}
      </div>
    </Notice>
  );
}
