import { TextLink } from "#ui/button.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import { ANSWER, ANSWER_SIGN } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";
import { FixDate } from "./meeting-act.tsx";

/** What each member said of each date, and the button that fixes one of them. */
export function PollTable({ view, answer }: MeetingPart) {
  const { poll, invitees, answers, can } = view;
  const answerOf = (memberId: string, optionId: string) =>
    answers.find((one) => one.memberId === memberId && one.optionId === optionId)?.answer ?? "none";
  return (
    <ScrollsSideways label="都合の一覧" className="my-4">
      <table className="border-collapse text-std-16N-170">
        <caption className="sr-only">委員ごとの都合</caption>
        <thead>
          <tr className="border-b border-solid-gray-900 align-bottom">
            <th scope="col" className="px-3 py-2 text-left">
              委員
            </th>
            {poll.map((option) => (
              <th key={option.id} scope="col" className="min-w-36 px-3 py-2 text-left">
                {option.name}
                {option.best ? (
                  <span className="block text-dns-14N-130 text-success-2">出席可能な団体が最も多い日</span>
                ) : null}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-left">
              備考
            </th>
          </tr>
        </thead>
        <tbody>
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
          {invitees.map((member) => (
            <tr key={member.memberId} className="border-b border-solid-gray-200">
              <th scope="row" className="min-w-32 px-3 py-1 text-left font-normal [word-break:normal]">
                {member.organisation}
              </th>
              {poll.map((option) => {
                const given = answerOf(member.memberId, option.id);
                return (
                  <td key={option.id} className="px-3 py-1 whitespace-nowrap">
                    <span aria-hidden="true" className="mr-1">
                      {ANSWER_SIGN[given]}
                    </span>
                    <span className={given === "none" ? "sr-only" : "text-dns-14N-130"}>{ANSWER[given]}</span>
                  </td>
                );
              })}
              <td className="px-3 py-1 text-dns-14N-130">
                {member.comment}
                {member.answeredBy ? ` （${member.answeredBy}が入力）` : ""}
                {can.enter ? (
                  <span className="no-print whitespace-nowrap">
                    <TextLink to={`?enter=${member.memberId}#telephone`}>
                      {member.answered ? "変更する" : "回答を入力する"}
                      <span className="sr-only">{`（${member.organisation}）`}</span>
                    </TextLink>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}
