import { TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import type { MeetingPart } from "./meeting.tsx";
import { Act } from "./meeting-act.tsx";

/** Another day, time or place, and calling it off: folded, as few need it and who was invited is told at once. */
export function ChangeMeeting({ view: { meeting, move, place, can }, answer }: MeetingPart) {
  const { invited } = meeting;
  const where = (
    <TextField label="場所" hint="オンラインで開くときは、そのことを入力してください" optional name="place" />
  );
  return (
    <div className="no-print mt-4 flex flex-col items-start">
      {can.move ? (
        <Folded summary="日時・場所を変更する" open={answerFor(answer, "meeting.move") !== undefined}>
          {invited ? (
            <p className="my-2">
              これからの日にすると、案内済みの委員に、変更のお知らせと新しい予定表のファイルがすぐに送信されます。
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
              <DayField label="日" name="day" />
              <TextField label="開始時刻" type="time" name="startsAt" />
              <TextField label="終了時刻" type="time" name="endsAt" />
            </div>
            {where}
          </CommandForm>
        </Folded>
      ) : null}
      {can.place ? (
        <Folded summary="場所を変更する" open={answerFor(answer, "meeting.set-place") !== undefined}>
          <CommandForm
            command="meeting.set-place"
            answer={answer}
            values={place.values}
            seen={place.seen}
            submit="場所を保存する"
            kind="secondary"
          >
            {where}
          </CommandForm>
        </Folded>
      ) : null}
      {can.cancel ? (
        <Folded summary="会議を中止する">
          <p className="my-2">
            {invited ? "案内済みの委員に、中止のお知らせがすぐに送信されます。" : ""}
            中止した会議は、元に戻せません。
          </p>
          <Act command="meeting.cancel" label="中止する" kind="danger" />
        </Folded>
      ) : null}
    </div>
  );
}
