import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { PAGE } from "../../model/answer.messages.ts";
import { DECIDED_BY } from "../../model/enquiry.messages.ts";
import { ReportForm } from "../../parts/answer-parts.tsx";
import type { Answered } from "../../parts/answers.tsx";
import { SlotAnswers } from "../../parts/slot-answers.tsx";
import type { AnswerView } from "../../requests/answer-view.queries.server.ts";

type Props = Readonly<{ view: AnswerView; answer: Answered }>;

/** One row a time, three choices each; the button stays in sight. */
export function AnswerForm({ view, answer }: Props) {
  const { enquiry, request } = view;
  return (
    <Section title={PAGE.times}>
      <CommandForm
        command="enquiry.answer"
        answer={answer}
        values={{ proposal: enquiry.proposal, comment: enquiry.comment }}
        labels={{ proposal: PAGE.proposal, comment: PAGE.comment }}
        submit={PAGE.submit}
        className="sends-in-sight"
      >
        {enquiry.deadline ? <p>{`回答期限 ${showDateJa(enquiry.deadline)}`}</p> : null}
        <p>{`決定方法: ${DECIDED_BY[request.decidedBy]}`}</p>
        <SlotAnswers slots={request.slots} given={enquiry.answers} clashes={view.clashes} />
        <TextField label={PAGE.proposal} hint={PAGE.proposalHint} optional name="proposal" />
        <TextArea label={PAGE.comment} optional name="comment" rows={2} />
      </CommandForm>
    </Section>
  );
}

/** The report, from the day of the visit on; before it only the word that there is one. */
export function Reporting({ view, answer }: Props) {
  const { enquiry, request, report, today } = view;
  if (enquiry.state !== "chosen") return null;
  if (!report && request.fixed && request.fixed.day > today)
    return <p className="my-4">{PAGE.reportLater}</p>;
  return (
    <Section
      title={report ? PAGE.reportChange : PAGE.reportNow}
      {...(report ? {} : { lead: PAGE.reportLead })}
    >
      <ReportForm report={report} answer={answer} day={request.fixed?.day ?? today} />
    </Section>
  );
}
