import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import { ANSWER, ANSWER_SIGN } from "../messages.ts";
import type { MeetingPageProps } from "./meeting.tsx";
import { ChangeMeeting } from "./meeting-change.tsx";
import { UndeliveredMembers } from "./meeting-undelivered.tsx";

type View = MeetingPageProps["loaderData"];

/** Who can come when; then the date, the invitation, or calling it off. */
export function Poll({
  view,
  values,
  intent,
}: {
  view: View;
  values: Readonly<Record<string, string>> | undefined;
  intent: string | undefined;
}) {
  const { poll, invitees, asked, can, meeting, state, body, base } = view;
  const reachable = invitees.filter((one) => one.email).length;
  const silent = invitees.filter((one) => one.answeredAt === null).length;
  const waiting = invitees.filter((one) => one.email && one.answeredAt === null);
  const unasked = waiting.filter((one) => !asked.includes(one.memberId)).length;
  const begun = asked.length > 0;
  if (poll.length === 0 && !can.move && !can.cancel) return null;
  const deadline = meeting.pollDeadline ? `返事の期限 ${showDateJa(meeting.pollDeadline)}　` : "";
  return (
    <Section
      title="日程と案内"
      lead={state === "polling" ? `${deadline}返事のない委員 ${silent}者` : undefined}
    >
      {poll.length > 0 ? <PollTable view={view} /> : null}
      {reachable < invitees.length && (can.poll || can.invite) ? (
        <p className="text-dns-14N-130">
          メールアドレスのない委員が{invitees.length - reachable}
          者います。<TextLink to={`${base}/bodies/${body.id}`}>会議体のページ</TextLink>
          で書くか、電話などで確かめてください。
        </p>
      ) : null}
      <UndeliveredMembers view={view} />
      <div className="no-print mt-4 flex flex-wrap gap-4">
        {can.poll && unasked > 0 ? (
          <Act
            intent="poll"
            label={begun ? `まだたずねていない${unasked}者にたずねる` : "委員に都合をたずねる"}
            primary={!begun}
          />
        ) : null}
        {can.poll && waiting.length > unasked ? (
          <Act intent="remind" label="返事のない委員にもう一度たずねる" />
        ) : null}
        {can.invite ? (
          <Act
            intent="invite"
            label={meeting.invitedAt ? "案内をもう一度送る" : "案内を送る"}
            about={String(meeting.calendarSequence)}
            primary={!meeting.invitedAt}
          />
        ) : null}
      </div>
      <ChangeMeeting view={view} values={intent === "move" || intent === "place" ? values : undefined} />
    </Section>
  );
}

function PollTable({ view: { poll, invitees, answers, can } }: { view: View }) {
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
              ひとこと
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
                {can.fix ? <Act intent="fix" label="この日に決める" about={id} /> : null}
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

function Act({
  intent,
  label,
  about,
  primary = false,
}: {
  intent: string;
  label: string;
  about?: string;
  primary?: boolean;
}) {
  return (
    <OnceForm submit={label} kind={primary ? "primary" : "secondary"}>
      <input type="hidden" name="intent" value={intent} />
      {about ? <input type="hidden" name="about" value={about} /> : null}
    </OnceForm>
  );
}
