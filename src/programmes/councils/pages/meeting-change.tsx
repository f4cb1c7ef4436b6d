import { TextField } from "#ui/field.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import type { MeetingPart } from "./meeting.tsx";
import { Act } from "./meeting-act.tsx";

const SUMMARY =
  "inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4";

/** Another day, time or place, and calling it off: folded, as few need it and who was invited is told at once. */
export function ChangeMeeting({ view: { meeting, move, can }, answer }: MeetingPart) {
  const { place, invited } = meeting;
  const where = (
    <TextField label="場所" hint="オンラインで開くときは、そのことを書いてください" optional name="place" />
  );
  return (
    <div className="no-print mt-4 flex flex-col items-start">
      {can.move ? (
        <details open={answerFor(answer, "meeting.move") !== undefined}>
          <summary className={SUMMARY}>日時・場所を変える</summary>
          {invited ? (
            <p className="my-2">
              これからの日にすると、案内ずみの委員に、変更のお知らせと新しい予定表のファイルがすぐに送られます。
            </p>
          ) : null}
          <CommandForm
            command="meeting.move"
            answer={answer}
            values={move.values}
            seen={move.seen}
            submit="日時・場所を保存する"
            kind="secondary"
          >
            <div className="flex flex-wrap gap-x-6">
              <TextField label="日" name="day" type="date" />
              <TextField label="始まり" type="time" name="startsAt" />
              <TextField label="終わり" type="time" name="endsAt" />
            </div>
            {where}
          </CommandForm>
        </details>
      ) : null}
      {can.place ? (
        <details open={answerFor(answer, "meeting.set-place") !== undefined}>
          <summary className={SUMMARY}>場所を変える</summary>
          <CommandForm
            command="meeting.set-place"
            answer={answer}
            values={{ place }}
            submit="場所を保存する"
            kind="secondary"
          >
            {where}
          </CommandForm>
        </details>
      ) : null}
      {can.cancel ? (
        <details>
          <summary className={SUMMARY}>会議を取りやめる</summary>
          <p className="my-2">
            {invited ? "案内ずみの委員に、取りやめのお知らせがすぐに送られます。" : ""}
            取りやめた会議は、もとに戻せません。
          </p>
          <Act command="meeting.cancel" label="取りやめる" kind="danger" />
        </details>
      ) : null}
    </div>
  );
}
