import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import type { MeetingPageProps } from "./meeting.tsx";

type View = MeetingPageProps["loaderData"];
type Task = View["tasks"][number];
type Typed = Readonly<Record<string, string>> | undefined;

/** Who does what until when. An owner who is a member with a mail address is reminded of a day that has gone by. */
export function Tasks({ view, values, intent }: { view: View; values: Typed; intent: string | undefined }) {
  const { tasks, can } = view;
  if (tasks.length === 0) return null;
  const failed = intent === "task" ? values : undefined;
  return (
    <Section title={`課題 ${tasks.filter((task) => task.doneAt === null).length}`}>
      <ul className="border-t border-solid-gray-300">
        {tasks.map((task) => (
          <li key={task.id} id={`task-${task.id}`} className="border-b border-solid-gray-300 py-2">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <TaskLine task={task} view={view} />
              {can.minute ? (
                <TaskAct
                  id={task.id}
                  intent={task.doneAt ? "reopen" : "finish"}
                  label={task.doneAt ? "まだにする" : "終わった"}
                />
              ) : null}
            </div>
            {can.minute && !task.doneAt ? (
              <details open={failed?.id === task.id}>
                <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
                  直す・消す
                </summary>
                <TaskForm task={task} failed={failed?.id === task.id ? failed : undefined} />
                <div className="my-4">
                  <TaskAct id={task.id} intent="remove-task" label="この課題を消す" danger />
                </div>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TaskLine({ task, view: { decisions, overdue } }: { task: Task; view: View }) {
  const decision = decisions.findIndex((one) => one.id === task.decisionId);
  const due = task.dueOn ? `期限 ${showDateJa(task.dueOn)}` : "期限なし";
  return (
    <span>
      {task.text}
      <span className="ml-3 text-dns-14N-130">
        {task.owner ? `${task.owner}　` : "担当なし　"}
        {overdue.includes(task.id) ? <strong className="text-error-2">{due}を過ぎています</strong> : due}
        {task.doneAt ? "　終わりました" : ""}
        {decision >= 0 ? (
          <span className="ml-3">
            <TextLink to={`#decision-${task.decisionId}`}>決定{decision + 1}から</TextLink>
          </span>
        ) : null}
      </span>
    </span>
  );
}

function TaskForm({ task, failed }: { task: Task; failed: Typed }) {
  return (
    <OnceForm submit="課題を保存する" kind="secondary">
      <input type="hidden" name="intent" value="task" />
      <input type="hidden" name="id" value={task.id} />
      <TextField label="すること" name="text" defaultValue={failed?.text ?? task.text} />
      <TextField
        label="担当"
        name="owner"
        optional
        list="task-owners"
        defaultValue={failed?.owner ?? task.owner}
      />
      <TextField
        label="期限"
        name="dueOn"
        type="date"
        optional
        className="max-w-56"
        defaultValue={failed?.dueOn ?? task.dueOn ?? ""}
      />
    </OnceForm>
  );
}

function TaskAct({
  id,
  intent,
  label,
  danger = false,
}: {
  id: string;
  intent: string;
  label: string;
  danger?: boolean;
}) {
  return (
    <OnceForm submit={label} kind={danger ? "danger" : "secondary"}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
    </OnceForm>
  );
}
