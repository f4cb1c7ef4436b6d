import type { ReactNode } from "react";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { answerFor } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import { may } from "../model/request.rules.ts";
import { UNMET_NAMES } from "../model/visit.messages.ts";
import { UNMET_REASONS } from "../model/visit.rules.ts";
import { ASKS } from "../requests/request-asks.messages.ts";
import type { RequestView } from "../requests/request-view.queries.server.ts";
import { WAITS } from "../requests/waiting.messages.ts";
import type { Answered } from "./answers.tsx";

/** For what a request waits, and at which place in line. */
export function WaitsFor({ waiting }: { waiting: RequestView["waitingFor"] }) {
  if (!waiting) return null;
  const { title, place, until, day } = waiting;
  const text = until
    ? WAITS.until(title, showDateJa(until), day ? showDateJa(day) : "")
    : WAITS.inLine(title, place ?? 1);
  return <p className="my-4 text-std-20B-160">{text}</p>;
}

/** What is done seldom, behind one tap each. */
export function Otherwise({
  view: { request, manages, waitable, shown },
  answer,
  children,
}: {
  view: RequestView;
  answer: Answered;
  children: ReactNode;
}) {
  if (!manages) return null;
  const can = (action: Parameters<typeof may>[1]) => may(request.status, action);
  const { fixed } = request;
  if (!["move", "wait", "refuse", "withdraw", "close"].some((action) => can(action as "move"))) return null;
  return (
    <Section title="ほかの進め方">
      {can("move") && fixed ? (
        <Behind summary="日程を変更する" command="visit.move" answer={answer}>
          <OutwardForm
            command="visit.move"
            question={ASKS.move}
            confirm="変更してメールを送信する"
            answer={answer}
            values={{ day: fixed.day, from: fixed.from, to: fixed.to }}
            {...(shown ? { seen: shown.visit } : {})}
            labels={{ day: "日", from: "開始時刻", to: "終了時刻" }}
            submit="この日時に変更する"
            kind="secondary"
          >
            <DayField label="日" name="day" />
            <TextField label="開始時刻" name="from" type="time" />
            <TextField label="終了時刻" name="to" type="time" />
          </OutwardForm>
        </Behind>
      ) : null}
      {can("close") ? (
        <OutwardForm
          command="request.close"
          answer={answer}
          question={ASKS.close}
          submit="完了にする"
          confirm="完了として終了する"
          kind="secondary"
          className="my-3"
        />
      ) : null}
      {can("wait") && waitable.length > 0 ? (
        <Behind summary="順番待ちにする" command="waiting.enter" answer={answer}>
          <OutwardForm
            command="waiting.enter"
            answer={answer}
            question={ASKS.wait}
            submit="順番待ちに登録する"
            kind="secondary"
          >
            <SelectField label="空きを待つ支援メニュー" name="offer" options={waitable} />
          </OutwardForm>
        </Behind>
      ) : null}
      {children}
      {can("refuse") ? (
        <Behind summary="対応不可と回答する" command="request.refuse" answer={answer}>
          <OutwardForm
            command="request.refuse"
            question={ASKS.refuse}
            confirm="回答して終了する"
            answer={answer}
            labels={{ reason: "理由" }}
            submit="対応不可と回答する"
            kind="danger"
          >
            <SelectField
              label="理由"
              name="reason"
              empty="選択してください"
              options={UNMET_REASONS.map((value) => ({ value, label: UNMET_NAMES[value] }))}
            />
          </OutwardForm>
        </Behind>
      ) : null}
      {can("withdraw") ? (
        <Behind summary="取下げを登録する" command="request.withdraw" answer={answer}>
          <OutwardForm
            command="request.withdraw"
            question={ASKS.withdraw}
            confirm="取下げを登録する"
            answer={answer}
            submit="取下げを登録する"
            kind="danger"
          />
        </Behind>
      ) : null}
    </Section>
  );
}

/** A form behind one tap; open where it was refused. */
export const Behind = ({
  summary,
  command,
  answer,
  children,
}: {
  summary: string;
  command: string;
  answer: Answered;
  children: ReactNode;
}) => (
  <details open={answerFor(answer, command) !== undefined}>
    <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">{summary}</summary>
    {children}
  </details>
);
