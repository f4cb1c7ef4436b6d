import { DayField } from "#ui/field-kinds.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import type { MeetingPart } from "./meeting.tsx";
import { UndeliveredMembers } from "./meeting-poll.tsx";
import { Part } from "./meeting-way.tsx";

/** Telling the members when and where, and asking whether they come. */
export function Invitation({ view, answer }: MeetingPart) {
  const { can, meeting, stage, invitees } = view;
  if (!can.invite) return null;
  const reachable = invitees.filter((one) => one.reachable).length;
  return (
    <Part
      stage="invitation"
      now={stage}
      title={meeting.invited ? "案内を再送信する" : "開催案内"}
      lead={`メールの届く委員 ${reachable}団体、メールアドレスのない委員 ${invitees.length - reachable}団体（電話・文書でご案内ください）`}
    >
      <UndeliveredMembers view={view} />
      <OutwardForm
        command="meeting.invite"
        answer={answer}
        values={{ replyBy: meeting.replyBy ?? "" }}
        labels={{ replyBy: "出欠の回答期限" }}
        question={`${reachable}団体に開催案内を送信します。`}
        confirm="案内のメールを送信する"
        submit={meeting.invited ? "案内を再送信する" : "案内を送信する"}
        kind={meeting.invited ? "secondary" : "primary"}
      >
        <input type="hidden" name="sequence" value={meeting.calendarSequence} />
        <DayField
          label="出欠の回答期限"
          hint="案内に、出席・代理・欠席の回答のお願いとして記載されます"
          name="replyBy"
          optional
        />
      </OutwardForm>
    </Part>
  );
}
