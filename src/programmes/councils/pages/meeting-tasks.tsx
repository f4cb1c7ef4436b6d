import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { MeetingPart } from "./meeting.tsx";
import { Act, answerOfRow } from "./meeting-act.tsx";

type View = MeetingPart["view"];
type Task = View["tasks"][number];

/** Who does what until when. An owner who is a member with a mail address is reminded of a day that has gone by. */
export function Tasks({ view, answer }: MeetingPart) {
  const { tasks, can } = view;
  if (tasks.length === 0) return null;
  return (
    <Section title={`対応事項（未完了 ${tasks.filter((task) => !task.done).length}件）`}>
      <ul className="border-t border-solid-gray-300">
        {tasks.map((task) => (
          <li key={task.id} id={`task-${task.id}`} className="border-b border-solid-gray-300 py-2">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <TaskLine task={task} view={view} />
              {can.minute ? (
                <Act
                  command={task.done ? "task.reopen" : "task.finish"}
                  label={task.done ? "未完了に戻す" : "完了にする"}
                  id={task.id}
                />
              ) : null}
            </div>
            {can.minute && !task.done ? (
              <Folded summary="編集・削除" open={answerOfRow(answer, "task.save", task.id) !== undefined}>
                <TaskForm task={task} answer={answerOfRow(answer, "task.save", task.id)} />
                <div className="my-4">
                  <Removal
                    open="この対応事項を削除する"
                    named={task.text}
                    goes="30日以内は元に戻せます。"
                    command="task.delete"
                  >
                    <input type="hidden" name="id" value={task.id} />
                  </Removal>
                </div>
              </Folded>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TaskLine({ task, view: { decisions } }: { task: Task; view: View }) {
  const decision = decisions.findIndex((one) => one.id === task.decisionId);
  const due = task.dueOn ? `期限 ${showDateJa(task.dueOn)}` : "期限なし";
  return (
    <span>
      {task.text}
      <span className="ml-3 text-dns-14N-130">
        {task.owner ? `${task.owner} ` : "担当なし "}
        {task.overdue ? <strong className="text-error-2">{due}を過ぎています</strong> : due}
        {task.done ? " 完了" : ""}
        {decision >= 0 ? (
          <span className="ml-3">
            <TextLink to={`#decision-${task.decisionId}`}>決定{decision + 1}から</TextLink>
          </span>
        ) : null}
      </span>
    </span>
  );
}

function TaskForm({ task, answer }: { task: Task; answer: unknown }) {
  return (
    <CommandForm
      command="task.save"
      answer={answer}
      values={task.form.values}
      seen={task.form.seen}
      labels={{ text: "対応内容", owner: "担当", dueOn: "期限" }}
      submit="対応事項を保存する"
      kind="secondary"
    >
      <input type="hidden" name="id" value={task.id} />
      <TextField label="対応内容" name="text" />
      <TextField label="担当" name="owner" optional list="task-owners" />
      <DayField label="期限" name="dueOn" optional />
    </CommandForm>
  );
}
