import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { Fold } from "#ui/fold.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import { DECIDED_BY, ENQUIRIES } from "../enquiries/messages.ts";
import { may } from "../requests/rules.ts";
import type { RequestView } from "../requests/view/usecases.server.ts";
import { needsText } from "../visits/messages.ts";
import { showSlot } from "../visits/present.ts";
import { ReportForm } from "./answer-parts.tsx";
import { ByHand } from "./enquiries-by-hand.tsx";
import { EnquiryRow } from "./enquiry-row.tsx";

/** Who was asked and what they answered, one column a time, on a phone one under the other, and the decision under it. */
export function Enquiries({
  view,
  today,
  errors,
}: {
  view: RequestView;
  today: PlainDate;
  errors: Readonly<Record<string, readonly string[]>>;
}) {
  const { request, enquiries, teams, manages } = view;
  if (enquiries.length === 0) return null;
  return (
    <Section
      title={`打診　${needsText(request.needs)}`}
      lead={`決め方: ${DECIDED_BY[request.decidedBy]}（たずねるときに伝えています）`}
    >
      <ScrollsSideways label="打診の表" className="relative">
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
                ようす
              </th>
            </tr>
          </thead>
          <tbody className="block desktop:table-row-group">
            {enquiries.map((one) => (
              <EnquiryRow key={one.id} one={one} view={view} today={today} />
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
        ? teams.map((team, index) => (
            <OnceForm
              key={team.slot}
              submit="この日に決める"
              kind={index === 0 ? "primary" : "secondary"}
              className="my-3 flex flex-wrap items-center gap-4 border-l-8 border-blue-900 bg-blue-50 px-4 py-3"
            >
              <input type="hidden" name="do" value="decide" />
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
              </span>
            </OnceForm>
          ))
        : null}
      {manages && may(request.status, "retract") ? (
        <Fold summary={ENQUIRIES.retract}>
          <p>{ENQUIRIES.retractLead}</p>
          <OnceForm submit={ENQUIRIES.retract} kind="danger">
            <input type="hidden" name="do" value="retract" />
          </OnceForm>
        </Fold>
      ) : null}
      {manages ? <ByHand view={view} /> : null}
      {manages && (may(request.status, "hold") || may(request.status, "report"))
        ? enquiries
            .filter((one) => one.state === "chosen")
            .slice(0, 1)
            .map((one) => (
              <Fold key={one.id} summary="電話などで受けた報告を書く">
                <ReportForm
                  report={view.report}
                  typed={{}}
                  errors={errors}
                  day={request.fixed?.day ?? today}
                  hidden={{ enquiry: one.id }}
                />
              </Fold>
            ))
        : null}
    </Section>
  );
}
