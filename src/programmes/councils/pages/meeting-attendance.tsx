import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm, useFormField } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { ATTENDANCE } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";

const CAME = Object.entries(ATTENDANCE).map(([value, label]) => ({ value, label }));

/** Who came. */
export function Attendance({ view, answer }: MeetingPart) {
  const { invitees, came: form, can } = view;
  const came = invitees.filter((one) => one.attendance === "present" || one.attendance === "proxy").length;
  return (
    <Section title="出席" lead={`${invitees.length}団体中${came}団体が出席`}>
      <Folded
        summary={<>委員ごとに{can.attend ? "入力" : "表示"}</>}
        open={answerFor(answer, "attendance.save") !== undefined}
      >
        <CommandForm
          command="attendance.save"
          answer={answer}
          values={form.values}
          seen={form.seen}
          labels={Object.fromEntries(invitees.map((one) => [one.memberId, one.organisation]))}
          options={Object.fromEntries(invitees.map((one) => [one.memberId, CAME]))}
          submit="出席を保存する"
          kind="secondary"
        >
          <ul className="border-t border-solid-gray-300">
            {invitees.map((member) => (
              <li key={member.memberId} className="border-b border-solid-gray-300 py-2">
                <Came member={member} disabled={!can.attend} />
              </li>
            ))}
          </ul>
        </CommandForm>
      </Folded>
    </Section>
  );
}

type Invitee = MeetingPart["view"]["invitees"][number];

function Came({ member: { memberId, organisation }, disabled }: { member: Invitee; disabled: boolean }) {
  const field = useFormField(memberId);
  return (
    <label className="flex flex-wrap items-center justify-between gap-3">
      <span>{organisation}</span>
      <select
        id={field?.id}
        name={memberId}
        defaultValue={field?.value}
        disabled={disabled}
        className="rounded-8 border border-solid-gray-600 bg-white px-4 py-2"
      >
        <option value="">未入力</option>
        {CAME.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
