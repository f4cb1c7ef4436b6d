import { showDateJa } from "#platform/kernel/plain-date.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import type { MeetingPart } from "./meeting.tsx";
import { PollTable } from "./meeting-poll-table.tsx";
import { TelephoneAnswers } from "./meeting-telephone.tsx";
import { Part } from "./meeting-way.tsx";

/** Who can come when: asked by mail, or by telephone and written down here; then the date. */
export function Poll({ view, answer }: MeetingPart) {
  const { poll, invitees, asked, can, meeting, stage, enter } = view;
  if (poll.length === 0) return null;
  const silent = invitees.filter((one) => !one.answered);
  const waiting = silent.filter((one) => one.reachable);
  const unasked = waiting.filter((one) => !asked.includes(one.memberId)).length;
  const begun = asked.length > 0;
  const deadline = meeting.pollDeadline ? `回答期限 ${showDateJa(meeting.pollDeadline)}` : "";
  const counted = `回答済み ${invitees.length - silent.length}団体、未回答 ${silent.length}団体`;
  return (
    <Part stage="schedule" now={stage} title="日程調整" lead={[counted, deadline].filter(Boolean).join("。")}>
      {enter === "" ? <PollTable view={view} answer={answer} /> : null}
      {can.enter ? <Unreachable view={view} /> : null}
      <UndeliveredMembers view={view} />
      <div className="no-print mt-4 flex flex-wrap gap-4">
        {can.poll && unasked > 0 ? (
          <OutwardForm
            command="poll.start"
            answer={answer}
            question={`${unasked}団体に日程調整を依頼します。`}
            confirm="依頼のメールを送信する"
            submit={begun ? `未依頼の${unasked}団体に依頼する` : "日程調整を依頼する"}
            kind={begun ? "secondary" : "primary"}
          />
        ) : null}
        {can.poll && waiting.length > unasked ? (
          <OutwardForm
            command="poll.remind"
            answer={answer}
            question={`未回答の${waiting.length - unasked}団体に再依頼します。`}
            confirm="再依頼のメールを送信する"
            submit="未回答の委員に再依頼する"
            kind="secondary"
          />
        ) : null}
        {can.enter && silent.length > 0 && enter === "" ? (
          <ButtonLink to="?enter=all#telephone">{`電話の回答をまとめて入力する（${silent.length}団体）`}</ButtonLink>
        ) : null}
      </div>
      {can.enter ? <TelephoneAnswers view={view} answer={answer} /> : null}
    </Part>
  );
}

/** Whom mail can't reach: they are telephoned, or their address is entered. */
function Unreachable({ view: { invitees, body, base } }: Pick<MeetingPart, "view">) {
  const without = invitees.filter((one) => !one.reachable).length;
  if (without === 0) return null;
  return (
    <p className="text-dns-14N-130">
      メールアドレスのない委員が{without}団体あります。電話で確認し、「回答を入力する」から登録してください。
      アドレスは<TextLink to={`${base}/bodies/${body.id}#mail`}>委員の一覧</TextLink>で登録できます。
    </p>
  );
}

/** Members whom our last mail did not reach, and what to do about it. */
export function UndeliveredMembers({ view: { invitees, base, body } }: { view: MeetingPart["view"] }) {
  const unreached = invitees.filter((one) => one.undelivered);
  if (unreached.length === 0) return null;
  return (
    <Notice kind="warning" title={`メールが届いていない委員が${unreached.length}団体あります。`}>
      <ul>
        {unreached.map((one) => (
          <li key={one.memberId}>{`${one.organisation}：${one.undelivered}`}</li>
        ))}
      </ul>
      電話などで確認し、メールアドレスは
      <TextLink to={`${base}/bodies/${body.id}`}>委員の一覧</TextLink>
      で修正してから、もう一度送信してください。
    </Notice>
  );
}
