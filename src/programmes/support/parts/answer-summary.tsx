import type { ReactNode } from "react";
import { ButtonLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { DECLINES, PAGE } from "../model/answer.messages.ts";
import { ANSWER_NAMES } from "../model/enquiry.messages.ts";
import { PLACES_SAID } from "../model/offer.messages.ts";
import { showSlot } from "../model/visit.present.ts";
import type { AnswerView } from "../requests/answer-view.queries.server.ts";
import type { Answered } from "./answers.tsx";

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
