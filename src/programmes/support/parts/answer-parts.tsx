import { FieldErrors, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm, useFormField } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { PAGE, REPORT } from "../model/answer.messages.ts";
import { ANSWER_NAMES } from "../model/enquiry.messages.ts";
import { ANSWERS, type Answer } from "../model/enquiry.rules.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { ShownReport } from "../model/report.present.ts";
import { showSlot } from "../model/visit.present.ts";
import type { AnswerView } from "../requests/answer-view.queries.server.ts";
import { clashText } from "../requests/engagement.messages.ts";
import type { Clash } from "../requests/engagement.rules.ts";
import type { Answered } from "./answers.tsx";

/** One row a day, three choices each. */
export function SlotAnswers({
  slots,
  given,
  clashes,
}: {
  slots: readonly Slot[];
  given: readonly (Answer | null)[] | null;
  clashes: readonly (readonly Clash[])[];
}) {
  const all = useFormField("answers");
  return (
    <div id={all?.id} tabIndex={-1}>
      {slots.map((slot, index) => (
        <SlotAnswer
          key={`${slot.day}${slot.from}`}
          name={`slot${index}`}
          legend={showSlot(slot)}
          given={given?.[index] ?? null}
          clashes={clashes[index] ?? []}
          described={all?.errors ? `${all.id}-error` : undefined}
        />
      ))}
      <FieldErrors id={`${all?.id}-error`} errors={all?.errors} />
    </div>
  );
}

function SlotAnswer({
  name,
  legend,
  given,
  clashes,
  described,
}: {
  name: string;
  legend: string;
  given: Answer | null;
  clashes: readonly Clash[];
  described: string | undefined;
}) {
  const field = useFormField(name);
  return (
    <fieldset className="my-4" aria-describedby={described}>
      <legend className="text-std-18B-160">{legend}</legend>
      <Clashes clashes={clashes} />
      <div className="mt-2 flex flex-wrap gap-3">
        {ANSWERS.map((answer) => (
          <label
            key={answer}
            className="flex min-h-12 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 px-4 py-2 text-std-16B-170 has-checked:border-blue-900 has-checked:bg-blue-100"
          >
            <input
              type="radio"
              name={name}
              value={answer}
              defaultChecked={(field?.value ?? given) === answer}
              className="size-5 accent-blue-900"
            />
            <span aria-hidden="true">{ANSWER_NAMES[answer].sign}</span>
            {ANSWER_NAMES[answer].ja}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Where who answers is bound elsewhere at a time. */
export const Clashes = ({ clashes }: { clashes: readonly Clash[] }) =>
  clashes.map((clash) => (
    <p key={`${clash.number}${clash.fixed}`} className="mt-1">
      <strong>{`⚠ ${clashText(clash)}`}</strong>
    </p>
  ));

/** The report of a visit; no name of a worker belongs in it. */
export function ReportForm({
  report,
  answer,
  day,
  enquiry,
}: {
  report: ShownReport | undefined;
  answer: Answered;
  day: string;
  enquiry?: string;
}) {
  const {
    heldOn = day,
    people = "",
    content = "",
    effect = "",
    questions = "",
    materials = "",
  } = report ?? {};
  return (
    <CommandForm
      command="visit.report"
      answer={answer}
      values={{ heldOn, people: String(people), content, effect, questions, materials }}
      labels={REPORT}
      submit={report ? "報告を編集する" : "報告する"}
    >
      {enquiry ? <input type="hidden" name="enquiry" value={enquiry} /> : null}
      <DayField name="heldOn" label={REPORT.heldOn} />
      <CountField name="people" label={REPORT.people} />
      <TextArea
        name="content"
        label={REPORT.content}
        hint="働く人の名前や、一人ひとりの結果は書かないでください。"
        rows={3}
      />
      <TextArea name="effect" label={REPORT.effect} optional rows={2} />
      <TextArea name="questions" label={REPORT.questions} optional rows={2} />
      <TextField name="materials" label={REPORT.materials} optional />
    </CommandForm>
  );
}

/** What comes after a yes: to say that one can't come after all, and what the workplace thought of it. */
export function AfterAnswer({
  view: { enquiry, request, feedback },
  answer,
}: {
  view: AnswerView;
  answer: Answered;
}) {
  if (enquiry.state !== "chosen") return null;
  return (
    <>
      {feedback ? (
        <Section title={PAGE.feedback}>
          <p>{`${feedback.rating}／5${feedback.again ? "　また利用したい" : ""}`}</p>
          <p className="whitespace-pre-wrap">{feedback.useful}</p>
        </Section>
      ) : null}
      {request.status === "fixed" ? (
        <Fold summary={PAGE.gone}>
          <p className="mb-3">{PAGE.goneLead}</p>
          <CommandForm command="visit.reopen" answer={answer} submit={PAGE.goneSubmit} kind="danger" />
        </Fold>
      ) : null}
    </>
  );
}
