import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { MADE } from "../messages.ts";
import type { MeetingPageProps } from "./meeting.tsx";

type View = MeetingPageProps["loaderData"];
type Typed = Readonly<Record<string, string>> | undefined;

/** What was decided and what it made, what is to be done, and what members say. */
export function Decisions({
  view,
  values,
  intent,
}: {
  view: View;
  values: Typed;
  intent: string | undefined;
}) {
  const { decisions, tasks, can, plan } = view;
  const typed = (name: string) => (intent === "decide" ? values?.[name] : undefined);
  const PLACE: Readonly<Record<string, string>> = { issue: "issues", initiative: "initiatives" };
  return (
    <>
      {decisions.length > 0 || can.minute ? (
        <Section title={`決まったこと ${decisions.length}`}>
          <ol className="list-decimal pl-6">
            {decisions.map((one) => (
              <li key={one.id} className="py-1">
                {one.text}
                {one.madeKind && PLACE[one.madeKind] ? (
                  <span className="ml-2">
                    →{" "}
                    <TextLink to={`${plan}/${PLACE[one.madeKind]}/${one.madeId}`}>
                      {MADE[one.madeKind]}
                    </TextLink>
                  </span>
                ) : null}
              </li>
            ))}
          </ol>
          {can.minute ? (
            <OnceForm submit="決定を書く" kind="secondary">
              <input type="hidden" name="intent" value="decide" />
              <TextArea label="決まったこと" name="text" rows={2} defaultValue={typed("text")} />
              <ChoiceField
                label="これから何をつくるか"
                name="makes"
                type="radio"
                chosen={[typed("makes") ?? ""]}
                options={[
                  { value: "", label: "つくらない" },
                  { value: "issue", label: "計画の健康課題" },
                  { value: "initiative", label: "計画の事業" },
                  { value: "task", label: "だれかの課題" },
                ]}
              />
              <TextField
                label="その名前"
                hint="空のままなら、決まったことの文になります"
                name="title"
                optional
                defaultValue={typed("title")}
              />
              <TextField label="課題の担当" name="owner" optional defaultValue={typed("owner")} />
              <TextField
                label="課題の期限"
                name="dueOn"
                type="date"
                optional
                className="max-w-56"
                defaultValue={typed("dueOn")}
              />
            </OnceForm>
          ) : null}
        </Section>
      ) : null}
      {tasks.length > 0 ? (
        <Section title={`課題 ${tasks.filter((task) => task.doneAt === null).length}`}>
          <ul className="border-t border-solid-gray-300">
            {tasks.map((task) => (
              <li
                key={task.id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-solid-gray-300 py-2"
              >
                <span>
                  {task.text}
                  <span className="ml-3 text-dns-14N-130">
                    {[task.owner, task.dueOn && `期限 ${showDateJa(task.dueOn)}`].filter(Boolean).join("　")}
                  </span>
                </span>
                {task.doneAt ? (
                  <span>終わりました</span>
                ) : view.can.prepare || view.can.minute ? (
                  <OnceForm submit="終わった" kind="secondary">
                    <input type="hidden" name="intent" value="finish" />
                    <input type="hidden" name="id" value={task.id} />
                  </OnceForm>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Comments view={view} typed={intent === "comment" ? values?.text : undefined} />
    </>
  );
}

function Comments({ view: { comments, mayComment }, typed }: { view: View; typed: string | undefined }) {
  return (
    <Section title={`意見 ${comments.length}`}>
      <ul>
        {comments.map((one) => (
          <li key={one.id} className="border-b border-solid-gray-300 py-2">
            <p className="whitespace-pre-line">{one.text}</p>
            <p className="text-dns-14N-130 text-solid-gray-800">{one.writtenBy}</p>
          </li>
        ))}
      </ul>
      {mayComment ? (
        <OnceForm submit="意見を書く" kind="secondary">
          <input type="hidden" name="intent" value="comment" />
          <TextArea label="意見" name="text" rows={2} defaultValue={typed} />
        </OnceForm>
      ) : null}
    </Section>
  );
}
