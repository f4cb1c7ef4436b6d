import { FieldErrors, TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { PAGE } from "../enquiries/answers/messages.ts";
import type { AnswerView } from "../enquiries/answers/view/usecases.server.ts";
import { ANSWER_NAMES } from "../enquiries/messages.ts";
import { ANSWERS, type Answer } from "../enquiries/rules.ts";
import type { Slot } from "../offers/rules.ts";
import type { Report } from "../reports/schema.ts";
import { showSlot } from "../visits/present.ts";

type Errors = Readonly<Record<string, readonly string[]>>;
type Typed = Readonly<Record<string, string>>;

/** One row a day, three choices each. */
export function SlotAnswers({
  slots,
  given,
  typed,
  errors,
}: {
  slots: readonly Slot[];
  given: readonly (Answer | null)[] | null;
  typed: Typed;
  errors: readonly string[] | undefined;
}) {
  return (
    <>
      {slots.map((slot, index) => (
        <fieldset
          key={`${slot.day}${slot.from}`}
          className="my-4"
          aria-describedby={errors ? "answers-error" : undefined}
        >
          <legend className="text-std-18B-160">{showSlot(slot)}</legend>
          <div className="mt-2 flex flex-wrap gap-3">
            {ANSWERS.map((answer) => (
              <label
                key={answer}
                className="flex min-h-12 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 px-4 py-2 text-std-16B-170 has-checked:border-blue-900 has-checked:bg-blue-100"
              >
                <input
                  type="radio"
                  name={`slot${index}`}
                  value={answer}
                  defaultChecked={(typed[`slot${index}`] ?? given?.[index]) === answer}
                  className="size-5 accent-blue-900"
                />
                <span aria-hidden="true">{ANSWER_NAMES[answer].sign}</span>
                {ANSWER_NAMES[answer].ja}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <FieldErrors id="answers-error" errors={errors} />
    </>
  );
}

/** The report of a visit; no name of a worker belongs in it. */
export function ReportForm({
  report,
  typed,
  errors,
  day,
  hidden,
}: {
  report: Report | undefined;
  typed: Typed;
  errors: Errors;
  day: string;
  hidden?: Typed;
}) {
  const field = (name: keyof Report & string) => ({
    name,
    defaultValue: typed[name] ?? String(report?.[name] ?? ""),
    errors: errors[name],
  });
  return (
    <OnceForm submit={report ? "報告を直す" : "報告する"} noValidate>
      <input type="hidden" name="do" value="report" />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        {...field("heldOn")}
        label="行った日"
        type="date"
        defaultValue={typed.heldOn ?? report?.heldOn ?? day}
      />
      <TextField {...field("people")} label="参加した人数" inputMode="numeric" />
      <TextArea
        {...field("content")}
        label="したこと"
        hint="働く人の名前や、一人ひとりの結果は書かないでください。"
        rows={3}
      />
      <TextArea {...field("effect")} label="手ごたえ" optional rows={2} />
      <TextArea {...field("questions")} label="出た質問" optional rows={2} />
      <TextField {...field("materials")} label="使った教材" optional />
    </OnceForm>
  );
}

/** What comes after a yes: to say that one can't come after all, and what the workplace thought of it. */
export function AfterAnswer({ view: { enquiry, request, feedback } }: { view: AnswerView }) {
  if (enquiry.state !== "chosen") return null;
  return (
    <>
      {feedback ? (
        <Section title={PAGE.feedback}>
          <p>{`${feedback.rating}／5${feedback.again ? "　また頼みたい" : ""}`}</p>
          <p className="whitespace-pre-wrap">{feedback.useful}</p>
        </Section>
      ) : null}
      {request.status === "fixed" ? (
        <Fold summary={PAGE.gone}>
          <p className="mb-3">{PAGE.goneLead}</p>
          <OnceForm submit={PAGE.goneSubmit} kind="danger">
            <input type="hidden" name="do" value="gone" />
          </OnceForm>
        </Fold>
      ) : null}
    </>
  );
}
