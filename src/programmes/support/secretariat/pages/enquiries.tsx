import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { Fold } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import { DECIDED_BY, ENQUIRIES } from "../../model/enquiry.messages.ts";
import { may } from "../../model/request.rules.ts";
import { needsText } from "../../model/visit.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
import { ReportForm } from "../../parts/answer-parts.tsx";
import { type Answered, forForm } from "../../parts/answers.tsx";
import { ASKS } from "../../requests/request-asks.messages.ts";
import type { RequestView } from "../../requests/request-view.queries.server.ts";
import { ByHand } from "./enquiries-by-hand.tsx";
import { EnquiryRow } from "./enquiry-row.tsx";

/** Who was asked and what they answered, one column a time, on a phone one under the other, and the decision under it. */
export function Enquiries({
  view,
  answer,
  today,
}: {
  view: RequestView;
  answer: Answered;
  today: PlainDate;
}) {
  const { request, enquiries, teams, manages } = view;
  if (enquiries.length === 0) return null;
  return (
    <Section
      title={`打診　${needsText(request.needs)}`}
      lead={`決め方: ${DECIDED_BY[request.decidedBy]}（打診時に伝えています）`}
    >
      <ScrollsSideways label="打診の表">
        <table className="block w-full border-collapse desktop:table">
          <thead className="hidden desktop:table-header-group">
            <tr className="border-y border-solid-gray-420 bg-solid-gray-50 text-left">
              <th scope="col" className="px-3 py-2">
                機関
              </th>
              {request.slots.map((slot) => (
                <th key={`${slot.day}${slot.from}`} scope="col" className="px-3 py-2 whitespace-nowrap">
                  {showSlot(slot)}
                </th>
              ))}
              <th scope="col" className="px-3 py-2">
                状況
              </th>
            </tr>
          </thead>
          <tbody className="block desktop:table-row-group">
            {enquiries.map((one) => (
              <EnquiryRow key={one.id} {...{ one, view, answer, today }} />
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
      {manages && request.status === "deciding" && teams.length === 0 ? (
        <Notice kind="warning" title={ENQUIRIES.short}>
          {ENQUIRIES.shortMend}
        </Notice>
      ) : null}
      {manages && may(request.status, "fix")
        ? teams.map((team, index) =>
            team.full ? (
              <Notice
                key={team.slot}
                kind="warning"
                title={`${showSlot(request.slots[team.slot]!)}　${team.full}`}
              />
            ) : (
              <OutwardForm
                key={team.slot}
                command="visit.decide"
                answer={forForm(answer, "team", String(team.slot))}
                question={ASKS.decide(
                  showSlot(request.slots[team.slot]!),
                  team.members
                    .map((id) => enquiries.find((one) => one.id === id)?.organisationName)
                    .join("、"),
                )}
                submit="この日に決定する"
                confirm="決定してメールを送信する"
                kind={index === 0 ? "primary" : "secondary"}
                className="my-3 flex flex-wrap items-center gap-4 border-l-8 border-blue-900 bg-blue-50 px-4 py-3"
              >
                <input type="hidden" name="team" value={team.slot} />
                <input type="hidden" name="slot" value={team.slot} />
                {team.members.map((id) => (
                  <input key={id} type="hidden" name="member" value={id} />
                ))}
                <span className="grow">
                  <strong>{`${showSlot(request.slots[team.slot]!)} で決められます`}</strong>
                  <span className="block">
                    {team.members
                      .map((id) => enquiries.find((one) => one.id === id)?.organisationName)
                      .join("、")}
                    {team.reluctant > 0 ? `（△${team.reluctant}）` : ""}
                  </span>
                  {team.warnings.map((warning) => (
                    <strong key={warning} className="block">{`⚠ ${warning}`}</strong>
                  ))}
                </span>
              </OutwardForm>
            ),
          )
        : null}
      {manages && may(request.status, "retract") ? (
        <Fold summary={ENQUIRIES.retract}>
          <p>{ENQUIRIES.retractLead}</p>
          <CommandForm command="visit.retract" answer={answer} submit={ENQUIRIES.retract} kind="danger" />
        </Fold>
      ) : null}
      {manages ? <ByHand view={view} answer={answer} /> : null}
      {manages && (may(request.status, "hold") || may(request.status, "report"))
        ? enquiries
            .filter((one) => one.state === "chosen")
            .slice(0, 1)
            .map((one) => (
              <Fold
                key={one.id}
                summary="電話などで受けた報告を登録する"
                open={answerFor(answer, "visit.report") !== undefined}
              >
                <ReportForm
                  report={view.report}
                  answer={answer}
                  day={request.fixed?.day ?? today}
                  enquiry={one.id}
                />
              </Fold>
            ))
        : null}
    </Section>
  );
}
