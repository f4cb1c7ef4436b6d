import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import { ANSWER, ANSWER_SIGN } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";
import { Act, FixDate } from "./meeting-act.tsx";
import { ChangeMeeting } from "./meeting-change.tsx";

/** Who can come when; then the date, the invitation, or calling it off. */
export function Poll({ view, answer }: MeetingPart) {
  const { poll, invitees, asked, can, meeting, state, body, base } = view;
  const reachable = invitees.filter((one) => one.reachable).length;
  const silent = invitees.filter((one) => !one.answered).length;
  const waiting = invitees.filter((one) => one.reachable && !one.answered);
  const unasked = waiting.filter((one) => !asked.includes(one.memberId)).length;
  const begun = asked.length > 0;
  if (poll.length === 0 && !can.move && !can.cancel) return null;
  const deadline = meeting.pollDeadline ? `回答期限 ${showDateJa(meeting.pollDeadline)}　` : "";
  return (
    <Section
      title="日程と案内"
      lead={state === "polling" ? `${deadline}未回答の委員 ${silent}団体` : undefined}
    >
      {poll.length > 0 ? <PollTable view={view} answer={answer} /> : null}
      {reachable < invitees.length && (can.poll || can.invite) ? (
        <p className="text-dns-14N-130">
          メールアドレスのない委員が{invitees.length - reachable}
          者います。<TextLink to={`${base}/bodies/${body.id}`}>会議体のページ</TextLink>
          で書くか、電話などで確認してください。
        </p>
      ) : null}
      <UndeliveredMembers view={view} />
      <div className="no-print mt-4 flex flex-wrap gap-4">
        {can.poll && unasked > 0 ? (
          <Act
            command="poll.start"
            label={begun ? `未依頼の${unasked}団体に依頼する` : "日程調整を依頼する"}
            kind={begun ? "secondary" : "primary"}
          />
        ) : null}
        {can.poll && waiting.length > unasked ? (
          <Act command="poll.remind" label="未回答の委員に再依頼する" />
        ) : null}
        {can.invite ? (
          <CommandForm
            command="meeting.invite"
            submit={meeting.invited ? "案内を再送信する" : "案内を送信する"}
            kind={meeting.invited ? "secondary" : "primary"}
          >
            <input type="hidden" name="sequence" value={meeting.calendarSequence} />
          </CommandForm>
        ) : null}
      </div>
      <ChangeMeeting view={view} answer={answer} />
    </Section>
  );
}

function PollTable({ view, answer }: MeetingPart) {
  const { poll, invitees, answers, can } = view;
  const answerOf = (memberId: string, optionId: string) =>
    answers.find((one) => one.memberId === memberId && one.optionId === optionId)?.answer ?? "none";
  return (
    <ScrollsSideways label="都合の一覧" className="my-4">
      <table className="border-collapse text-std-16N-170">
        <caption className="sr-only">委員ごとの都合</caption>
        <thead>
          <tr className="border-y border-solid-gray-420 bg-solid-gray-50 align-bottom">
            <th scope="col" className="px-3 py-2 text-left">
              委員
            </th>
            {poll.map((option) => (
              <th key={option.id} scope="col" className="min-w-40 px-3 py-2 text-left">
                {option.name}
                {option.best ? (
                  <span className="block text-dns-14N-130 text-success-2">いちばん集まる日</span>
                ) : null}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-left">
              備考
            </th>
          </tr>
        </thead>
        <tbody>
          {invitees.map((member) => (
            <tr key={member.memberId} className="border-b border-solid-gray-200">
              <th scope="row" className="px-3 py-1 text-left font-normal">
                {member.organisation}
              </th>
              {poll.map((option) => {
                const answer = answerOf(member.memberId, option.id);
                return (
                  <td key={option.id} className="px-3 py-1 whitespace-nowrap">
                    <span aria-hidden="true" className="mr-1">
                      {ANSWER_SIGN[answer]}
                    </span>
                    <span className="text-dns-14N-130">{ANSWER[answer]}</span>
                  </td>
                );
              })}
              <td className="px-3 py-1 text-dns-14N-130">{member.comment}</td>
            </tr>
          ))}
          <tr className="border-b border-solid-gray-420 bg-solid-gray-50">
            <th scope="row" className="px-3 py-2 text-left">
              合計
            </th>
            {poll.map(({ id, counts }) => (
              <td key={id} className="px-3 py-2 tabular-nums">
                ○{counts.yes} △{counts.if_need_be} ×{counts.no} ―{counts.none}
                {can.fix ? <FixDate {...{ view, answer, id }} /> : null}
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

/** Members whom our last mail did not reach, and what to do about it. */
function UndeliveredMembers({ view: { invitees, base, body } }: { view: MeetingPart["view"] }) {
  const unreached = invitees.filter((one) => one.undelivered);
  if (unreached.length === 0) return null;
  return (
    <Notice kind="warning" title={`メールが届いていない委員が${unreached.length}団体あります。`}>
      <ul>
        {unreached.map((one) => (
          <li key={one.memberId}>{`${one.organisation}　${one.undelivered}`}</li>
        ))}
      </ul>
      電話などで確認し、メールアドレスは
      <TextLink to={`${base}/bodies/${body.id}`}>委員の一覧</TextLink>
      で修正してから、もう一度送信してください。
    </Notice>
  );
}
