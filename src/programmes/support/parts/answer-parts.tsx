import { TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import { PAGE, REPORT } from "../model/answer.messages.ts";
import type { ShownReport } from "../model/report.present.ts";
import type { AnswerView } from "../requests/answer-view.queries.server.ts";
import type { Answered } from "./answers.tsx";

/** The report of a visit; no name of a worker belongs in it. */
export function ReportForm({
  report,
  answer,
  day,
  enquiry,
  request,
}: {
  report: ShownReport | undefined;
  answer: Answered;
  day: string;
  enquiry?: string;
  request?: string;
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
      {request ? <input type="hidden" name="request" value={request} /> : null}
      <DayField name="heldOn" label={REPORT.heldOn} />
      <CountField name="people" label={REPORT.people} />
      <TextArea
        name="content"
        label={REPORT.content}
        hint="従業員の氏名や、個人の結果は記載しないでください。"
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
          <OutwardForm
            command="visit.reopen"
            answer={answer}
            question={PAGE.goneAsk}
            submit={PAGE.goneSubmit}
            kind="danger"
          >
            <TextField name="why" label={PAGE.goneReason} optional />
          </OutwardForm>
        </Fold>
      ) : null}
    </>
  );
}
