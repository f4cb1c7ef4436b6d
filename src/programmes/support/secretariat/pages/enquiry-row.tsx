import { type PlainDate, plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { OutwardForm } from "#ui/outward.tsx";
import { ANSWER_NAMES, STATE_NAMES } from "../../model/enquiry.messages.ts";
import { mayStep } from "../../model/enquiry.rules.ts";
import { KIND_NAMES, PROFESSION_NAMES } from "../../model/offer.messages.ts";
import { may } from "../../model/request.rules.ts";
import { showSlot } from "../../model/visit.present.ts";
import { type Answered, forForm } from "../../parts/answers.tsx";
import { StaffAnswer } from "../../parts/staff-answer.tsx";
import { UndeliveredEnquiry } from "../../parts/undelivered.tsx";
import { ASKS } from "../../requests/request-asks.messages.ts";
import type { ShownEnquiry } from "../../requests/request-view.present.ts";
import type { RequestView } from "../../requests/request-view.queries.server.ts";

/** One office of those asked: its answers, its state, what can be done about it. */
export function EnquiryRow({
  one,
  view,
  answer: whole,
  today,
}: {
  one: ShownEnquiry;
  view: RequestView;
  answer: Answered;
  today: PlainDate;
}) {
  const { request, manages } = view;
  const answer = forForm(whole, "enquiry", one.id);
  const deadline = one.deadline ? plainDateIn(one.deadline, "Asia/Tokyo") : undefined;
  const late = one.state === "open" && deadline !== undefined && deadline < today;
  const skills = one.professions.map((each) => PROFESSION_NAMES[each].ja).join("・");
  const joint = view.enquiries.some((other) => other.offerId === one.offerId && other.id !== one.id);
  return (
    <tr className="block border-b border-solid-gray-200 py-2 align-top desktop:table-row desktop:py-0">
      <th
        scope="row"
        className="block py-1 text-left text-std-16B-170 desktop:table-cell desktop:px-3 desktop:py-2"
      >
        {one.organisationName}
        <span className="block text-dns-14N-130 font-normal">
          {[KIND_NAMES[one.kind].ja, skills, joint ? "共同の支援メニュー" : ""].filter(Boolean).join("　")}
        </span>
      </th>
      {request.slots.map((slot, index) => {
        const given = one.answers?.[index];
        return (
          <td
            key={`${slot.day}${slot.from}`}
            className="block py-1 text-std-18B-160 desktop:table-cell desktop:px-3 desktop:py-2"
          >
            <span className="mr-3 text-dns-14N-130 desktop:hidden">{showSlot(slot)}</span>
            {given ? (
              <>
                <span aria-hidden="true">{ANSWER_NAMES[given].sign}</span>
                <span className="sr-only">{ANSWER_NAMES[given].ja}</span>
              </>
            ) : (
              <span className="text-solid-gray-600">―</span>
            )}
          </td>
        );
      })}
      <td className="block py-1 desktop:table-cell desktop:min-w-64 desktop:px-3 desktop:py-2">
        {STATE_NAMES[one.state]}
        {one.state === "open" && deadline ? (
          <span className="block text-dns-14N-130">{`${late ? "● 期限を過ぎた " : "期限 "}${showDateJa(deadline)}`}</span>
        ) : null}
        {one.reminders > 0 && one.state === "open" ? (
          <span className="block text-dns-14N-130">{`${one.reminders}回再打診`}</span>
        ) : null}
        {one.proposal ? <span className="block">{`ほかの候補日: ${one.proposal}`}</span> : null}
        {one.comment ? <span className="block">{`「${one.comment}」`}</span> : null}
        {view.undelivered.enquiries[one.id] ? (
          <UndeliveredEnquiry
            {...{ one, answer }}
            mail={view.undelivered.enquiries[one.id]!}
            status={request.status}
          />
        ) : null}
        {!one.hasMailbox && one.state === "open" ? (
          <span className="block text-dns-14N-130">メールの登録なし（電話で確認してください）</span>
        ) : null}
        {manages && may(request.status, "remind") && mayStep(one.state, "remind") ? (
          <div className="mt-2 flex flex-wrap gap-3">
            <OutwardForm
              command="enquiry.remind"
              answer={answer}
              question={ASKS.remind(one.organisationName)}
              submit="再度打診する"
              confirm="再打診のメールを送信する"
              kind="secondary"
            >
              <input type="hidden" name="enquiry" value={one.id} />
            </OutwardForm>
            <StaffAnswer {...{ one, answer }} slots={request.slots} clashes={view.clashes[one.id]} />
          </div>
        ) : null}
        {manages && may(request.status, "answer") && one.state === "answered" ? (
          <StaffAnswer {...{ one, answer }} slots={request.slots} clashes={view.clashes[one.id]} />
        ) : null}
        {manages && may(request.status, "reopen") && one.state === "chosen" ? (
          <OutwardForm
            command="visit.reopen"
            answer={answer}
            question={ASKS.reopen(one.organisationName)}
            submit="派遣を取り消して再調整する"
            kind="plain"
            className="mt-2"
          >
            <input type="hidden" name="enquiry" value={one.id} />
          </OutwardForm>
        ) : null}
      </td>
    </tr>
  );
}
