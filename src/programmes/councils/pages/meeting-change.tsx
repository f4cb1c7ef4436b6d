import { TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import type { MeetingPart } from "./meeting.tsx";

const MOVE_LABELS = { day: "日", startsAt: "開始時刻", endsAt: "終了時刻", place: "場所" };

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
              案内済みの委員に、変更のお知らせと新しい予定表のファイルを送信します。送信する前に内容を確認できます。
            </p>
          ) : null}
          <OutwardForm
            command="meeting.move"
            answer={answer}
            values={move.values}
            seen={move.seen}
            labels={MOVE_LABELS}
            question="会議の日時・場所を変更します。"
            confirm="日時・場所を変更する"
            submit={invited ? "変更の内容を確認する" : "日時・場所を保存する"}
            kind="secondary"
          >
            <div className="flex flex-wrap gap-x-6">
              <DayField label="日" name="day" />
              <TextField label="開始時刻" type="time" name="startsAt" />
              <TextField label="終了時刻" type="time" name="endsAt" />
            </div>
            {where}
          </OutwardForm>
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
        <Folded summary="会議を中止する" open={answerFor(answer, "meeting.cancel") !== undefined}>
          <p className="my-2">
            {invited ? "案内済みの委員に、中止のお知らせを送信します。" : ""}
            中止した会議は、元に戻せません。
          </p>
          <OutwardForm
            command="meeting.cancel"
            answer={answer}
            question="会議を中止します。元に戻せません。"
            confirm="会議を中止する"
            submit="中止の内容を確認する"
            kind="danger"
          />
        </Folded>
      ) : null}
    </div>
  );
}
