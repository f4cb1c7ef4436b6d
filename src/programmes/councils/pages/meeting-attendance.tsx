import { answerFor, CommandForm, useFormField } from "#ui/form.tsx";
import { ATTENDANCE } from "../messages.ts";
import { proxyField } from "../model/attendance.rules.ts";
import type { MeetingPart } from "./meeting.tsx";
import { Part } from "./meeting-way.tsx";

const SAID = Object.entries(ATTENDANCE).map(([value, label]) => ({ value, label }));
type View = MeetingPart["view"];

/** Before the day who says to come, on the day who came. */
export function Attendance({ view, answer }: MeetingPart) {
  const { can, stage, replies, came, body, invitees, replying, attending } = view;
  const before = can.reply;
  if (!before && !can.attend && came.open === invitees.length) return null;
  const { coming, proxies, absent, open } = before ? replies : came;
  const command = before ? "reply.enter" : "attendance.save";
  const form = before ? replying : attending;
  const mayWrite = before || can.attend;
  return (
    <Part
      stage="day"
      now={stage}
      title={before ? "出欠" : "出席"}
      open={answerFor(answer, command) !== undefined}
      lead={
        <span className="tabular-nums">
          {`${invitees.length}団体中${coming}団体が出席${before ? "予定" : ""}（代理 ${proxies}）、欠席 ${absent}、${before ? "未回答" : "未入力"} ${open}`}
          <Quorum quorum={body.quorum} coming={coming} />
        </span>
      }
    >
      {can.attend && open > 0 ? (
        <div className="no-print my-4 flex flex-wrap gap-4">
          <Fill from="all" label="全員出席にする" />
          {replies.open < invitees.length ? <Fill from="replies" label="出欠の回答のとおりにする" /> : null}
        </div>
      ) : null}
      <CommandForm
        key={form.seen}
        command={command}
        answer={answer}
        values={form.values}
        {...(before ? {} : { seen: form.seen })}
        labels={Object.fromEntries(invitees.map((one) => [one.memberId, one.organisation]))}
        options={Object.fromEntries(invitees.map((one) => [one.memberId, SAID]))}
        submit={before ? "電話で確認した出欠を保存する" : "出席を保存する"}
        kind="secondary"
      >
        <ul className="mb-4 border-t border-solid-gray-300">
          {invitees.map((member) => (
            <li key={member.memberId} className="border-b border-solid-gray-300 py-1">
              <Said member={member} disabled={!mayWrite} before={before} />
            </li>
          ))}
        </ul>
      </CommandForm>
    </Part>
  );
}

/** Whether enough come. */
function Quorum({ quorum, coming }: { quorum: number | null; coming: number }) {
  if (quorum === null) return null;
  return coming >= quorum ? (
    <span className="ml-4 text-success-2">{`✓ 定足数${quorum}を満たしています`}</span>
  ) : (
    <span className="ml-4 text-error-2">{`定足数${quorum}まであと${quorum - coming}団体`}</span>
  );
}

const Fill = ({ from, label }: { from: string; label: string }) => (
  <CommandForm command="attendance.fill" submit={label} kind="secondary" label={label}>
    <input type="hidden" name="from" value={from} />
  </CommandForm>
);

function Said({
  member: { memberId, organisation, repliedBy },
  disabled,
  before,
}: {
  member: View["invitees"][number];
  disabled: boolean;
  before: boolean;
}) {
  const field = useFormField(memberId);
  const proxy = useFormField(proxyField(memberId));
  return (
    <fieldset
      id={field?.id}
      tabIndex={-1}
      disabled={disabled}
      className="group/said flex flex-wrap items-center gap-x-5"
    >
      <legend className="float-left min-w-72 py-2">
        {organisation}
        {before && repliedBy ? (
          <span className="ml-2 text-dns-14N-130">{`（${repliedBy}が入力）`}</span>
        ) : null}
      </legend>
      {[...SAID, { value: "", label: before ? "未回答" : "未入力" }].map(({ value, label }) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-2">
          <input
            type="radio"
            name={memberId}
            value={value}
            defaultChecked={(field?.value ?? "") === value}
            className="size-5 accent-blue-900"
          />
          {label}
        </label>
      ))}
      <label className="hidden items-center gap-2 text-dns-14N-130 group-has-[[value=proxy]:checked]/said:flex">
        代理の方
        <input
          name={proxyField(memberId)}
          defaultValue={proxy?.value}
          maxLength={100}
          className="min-h-11 rounded-8 border border-solid-gray-600 px-3"
        />
      </label>
    </fieldset>
  );
}
