import type { ReactNode } from "react";
import { ButtonLink } from "#ui/button.tsx";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { DECLINES, PAGE, REPORT } from "../model/answer.messages.ts";
import { ANSWER_NAMES } from "../model/enquiry.messages.ts";
import { PLACES_SAID } from "../model/offer.messages.ts";
import type { ShownReport } from "../model/report.present.ts";
import { showSlot } from "../model/visit.present.ts";
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

/** What was answered, time by time, instead of the form. */
export function AnswerSummary({ view: { enquiry, request } }: { view: AnswerView }) {
  return (
    <Section title={PAGE.answered}>
      <Facts
        items={[
          ...request.slots.map((slot, index) => {
            const given = enquiry.answers?.[index];
            return {
              name: showSlot(slot),
              value: given ? (
                <strong>
                  <span aria-hidden="true">{`${ANSWER_NAMES[given].sign} `}</span>
                  {ANSWER_NAMES[given].ja}
                </strong>
              ) : (
                "未回答"
              ),
            };
          }),
          { name: PAGE.proposal, value: enquiry.proposal || null },
          { name: PAGE.comment, value: enquiry.comment || null },
        ]}
      />
    </Section>
  );
}

/** One tap: this time not, and why. */
export const Decline = ({ answer, children }: { answer: Answered; children?: ReactNode }) => (
  <Fold summary={PAGE.decline} open={answerFor(answer, "enquiry.decline") !== undefined}>
    <CommandForm
      command="enquiry.decline"
      answer={answer}
      labels={{ reason: PAGE.declineReason }}
      submit={PAGE.declineSubmit}
      kind="secondary"
    >
      {children}
      <p>{PAGE.declineLead}</p>
      <ChoiceField
        name="reason"
        type="radio"
        label={PAGE.declineReason}
        options={Object.entries(DECLINES).map(([value, label]) => ({ value, label }))}
      />
    </CommandForm>
  </Fold>
);

/** Once it is fixed: when, where, whom to reach, and the entry for the calendar. */
export function Visit({ view, token }: { view: AnswerView; token: string }) {
  const { request, contact, town } = view;
  if (!request.fixed || !contact) return null;
  return (
    <Section title={PAGE.fixedTitle} lead={PAGE.fixedLead}>
      <p className="my-2 text-std-24B-150">{showSlot(request.fixed)}</p>
      <Facts
        items={[
          { name: "実施場所", value: PLACES_SAID[request.place] },
          {
            name: PAGE.address,
            value: request.place === "on_site" ? contact.address || `${town}（${PAGE.noAddress}）` : null,
          },
          {
            name: PAGE.contact,
            value: (
              <>
                {contact.contact}
                {contact.phone ? (
                  <a
                    className="ml-3 text-blue-1000 underline underline-offset-4"
                    href={`tel:${contact.phone.replace(/[^0-9+]/g, "")}`}
                  >
                    {contact.phone}
                  </a>
                ) : null}
                {contact.email ? <span className="block">{contact.email}</span> : null}
              </>
            ),
          },
          { name: PAGE.together, value: view.together.join("、") || null },
        ]}
      />
      <ButtonLink to={`/a/${token}/visit.ics`} reload>
        {PAGE.calendar}
      </ButtonLink>
    </Section>
  );
}
