import type { ReactNode } from "react";
import { showUnderstoodDay } from "#platform/kernel/written-day.ts";
import { Button } from "./button.tsx";
import { TEXTS } from "./form.messages.ts";
import { answerFor, CommandForm, type CommandFormProps } from "./form.tsx";
import { inWords } from "./form-refused.tsx";
import { Facts, Section } from "./page.tsx";

/** A page of a form. `fields` are the names that its part asks for, rows by the name of their list. */
export type Step = Readonly<{
  title: string;
  fields: readonly string[];
  part: ReactNode;
  /** Its answers for the last page, where they are told otherwise than name by name. */
  answers?: readonly Readonly<{ name: string; value: ReactNode }>[];
}>;

const CHECK = "check";

/**
 * A form on several pages, with all answers on the last, where it is sent, once. What the other pages ask for is carried
 * along in hidden fields, so it needs no script and nothing is kept on the server; going back keeps what was typed. A
 * file can't be carried along: it is asked for on the last page (`atCheck`).
 */
export function SteppedForm({
  steps,
  answer,
  language = "ja",
  submit,
  atCheck,
  encType,
  ...form
}: CommandFormProps & { steps: readonly Step[]; atCheck?: ReactNode }) {
  const texts = TEXTS[language];
  const answered = answerFor(answer, form.command);
  const at = placeOf(steps, answered);
  const here = steps[at];
  const sent = answered?.choices ?? {};
  const others = steps.flatMap((step, index) => (index === at ? [] : namesOf(step, Object.keys(sent))));
  const back = at > 0 ? <StepButton to={at - 1}>{texts.back}</StepButton> : null;
  const next = at + 1 < steps.length ? String(at + 1) : CHECK;
  return (
    <CommandForm
      {...form}
      {...{ answer, language }}
      {...(here ? { submit: texts.next, submitStep: next } : { submit, ...(encType ? { encType } : {}) })}
      after={<span className="ml-4">{back}</span>}
    >
      {others.map((name) => (
        <Carried key={name} name={name} values={sent[name] ?? []} />
      ))}
      <input type="hidden" name="step.at" value={here ? at : CHECK} />
      <input type="hidden" name="step.fields" value={here?.fields.join(" ") ?? ""} />
      {here ? (
        <div key={at}>
          <h2 className="text-std-20B-160">
            <span className="mr-3 text-dns-14N-130">{texts.step(at + 1, steps.length + 1)}</span>
            {here.title}
            <StepBar at={at + 1} of={steps.length + 1} />
          </h2>
          {here.part}
        </div>
      ) : (
        <Section title={texts.check} lead={texts.checkLead}>
          {steps.map((step, index) => (
            <Answers key={step.title} {...{ step, index, sent, texts, form }} />
          ))}
          {atCheck}
        </Section>
      )}
    </CommandForm>
  );
}

/** The step that is shown: the one that was asked for, or the first with something to mend. */
function placeOf(steps: readonly Step[], answered: ReturnType<typeof answerFor>): number {
  if (!answered) return 0;
  if (answered.step === CHECK) return steps.length;
  if (answered.step !== undefined) return Math.min(steps.length, Number(answered.step) || 0);
  const wrong = steps.findIndex((step) => namesOf(step, Object.keys(answered.errors)).length > 0);
  return wrong < 0 ? steps.length : wrong;
}

const namesOf = ({ fields }: Step, among: readonly string[]): string[] =>
  fields.flatMap((field) => among.filter((name) => name === field || name.startsWith(`${field}.`)));

const StepBar = ({ at, of }: { at: number; of: number }) => (
  <span aria-hidden="true" className="mt-2 mb-4 flex max-w-xl gap-1">
    {Array.from({ length: of }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the steps stand still
      <span key={index} className={`h-1 grow ${index < at ? "bg-blue-900" : "bg-solid-gray-200"}`} />
    ))}
  </span>
);

function Carried({ name, values }: { name: string; values: readonly string[] }) {
  if (values.length === 0) return <input type="hidden" name="asked" value={name} />;
  // biome-ignore lint/suspicious/noArrayIndexKey: the answers stand still, and may be alike
  return values.map((value, index) => <input key={index} type="hidden" name={name} value={value} />);
}

const StepButton = ({ to, children }: { to: number; children: ReactNode }) => (
  <Button name="step" value={String(to)} kind="plain">
    {children}
  </Button>
);

function Answers({
  step,
  index,
  sent,
  texts,
  form,
}: {
  step: Step;
  index: number;
  sent: Readonly<Record<string, readonly string[]>>;
  texts: (typeof TEXTS)["ja" | "en"];
  form: Pick<CommandFormProps, "labels" | "options">;
}) {
  const shown = (name: string) => {
    const value = (sent[name] ?? []).join(" ");
    return showUnderstoodDay(value) || inWords(value, form.options?.[name], texts);
  };
  const items =
    step.answers ??
    step.fields.map((field) => ({
      name: form.labels?.[field] ?? field,
      value: (
        <span className="whitespace-pre-line">
          {sent[field] && !sent[`${field}.rows`]
            ? shown(field)
            : rowsOf(field, sent)
                .map((row) => row.map(shown).join("　"))
                .join("\n")}
        </span>
      ),
    }));
  return (
    <div className="my-6 border-t border-solid-gray-300 pt-3">
      <h3 className="flex flex-wrap items-baseline gap-x-6 text-std-18B-160">
        {step.title}
        <StepButton to={index}>
          {texts.change}
          <span className="sr-only">{`（${step.title}）`}</span>
        </StepButton>
      </h3>
      <Facts items={items} />
    </div>
  );
}

/** The names of the fields of each row in which something was written. */
function rowsOf(list: string, sent: Readonly<Record<string, readonly string[]>>): string[][] {
  const rows: string[][] = [];
  for (const name of Object.keys(sent)) {
    const [, of, row] = /^(.+)\.(\d+)\.[^.]+$/.exec(name) ?? [];
    if (of !== list) continue;
    rows[Number(row)] ??= [];
    rows[Number(row)]!.push(name);
  }
  return rows.filter((names) => names?.some((name) => sent[name]?.some((value) => value !== "")));
}
