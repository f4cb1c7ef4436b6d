import { showDateJa } from "#platform/kernel/plain-date.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import type { MeetingPart } from "./meeting.tsx";

/** How far the minutes are, and the way to them. */
export function MinutesState({ view }: Pick<MeetingPart, "view">) {
  const { minutes, can, path, round, stage, invitees } = view;
  if (!minutes && !can.minute) return null;
  const label = !minutes
    ? "議事録を作成する"
    : can.minute
      ? minutes.approved
        ? "議事録を閲覧・訂正する"
        : "議事録を編集・回覧・承認する"
      : "議事録を閲覧する";
  const isNext = can.minute && (stage === "minutes" || stage === "approval");
  return (
    <Section title="議事録">
      <p>
        {minutes
          ? `第${minutes.version}版（${minutes.approved ? "承認済み" : "下書き"}）`
          : "未作成です。次第・出席・決定事項を入れた文から書き始められます。"}
      </p>
      {round && !minutes?.approved ? (
        <p>
          {`回覧中：${invitees.length}団体中 承認 ${round.agreed}、意見 ${round.comments}`}
          {round.answerBy ? `（回答期限 ${showDateJa(round.answerBy)}）` : ""}
        </p>
      ) : null}
      <p className="no-print mt-3">
        <ButtonLink to={`${path}/minutes`} kind={isNext ? "primary" : "secondary"}>
          {label}
        </ButtonLink>
      </p>
    </Section>
  );
}
