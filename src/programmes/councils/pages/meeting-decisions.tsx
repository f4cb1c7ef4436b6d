import { TextLink } from "#ui/button.tsx";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { MADE } from "../messages.ts";
import type { MeetingPageProps } from "./meeting.tsx";
import { Tasks } from "./meeting-tasks.tsx";

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
  const { decisions, invitees, can, plan } = view;
  const typed = (name: string) => (intent === "decide" ? values?.[name] : undefined);
  return (
    <>
      {decisions.length > 0 || can.minute ? (
        <Section title={`決まったこと ${decisions.length}`}>
          <ol className="list-decimal border-t border-solid-gray-300 pl-6">
            {decisions.map((one) => (
              <li key={one.id} id={`decision-${one.id}`} className="border-b border-solid-gray-300 py-2">
                <div className="flex flex-wrap items-start justify-between gap-x-6">
                  <span className="max-w-3xl">
                    {one.text}
                    {one.madeKind ? (
                      <span className="ml-2">
                        → <TextLink to={madeAt(one, plan)}>{MADE[one.madeKind]}</TextLink>
                      </span>
                    ) : null}
                  </span>
                  {can.minute ? <RemoveDecision id={one.id} /> : null}
                </div>
              </li>
            ))}
          </ol>
          {can.minute ? (
            <OnceForm key={decisions.length} submit="決定を書く" kind="secondary" onceKey={view.onceKey}>
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
              <TextField
                label="課題の担当"
                hint="委員の機関なら、期限を過ぎたときにメールで知らせます"
                name="owner"
                optional
                list="task-owners"
                defaultValue={typed("owner")}
              />
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
      <datalist id="task-owners">
        {invitees.map((one) => (
          <option key={one.memberId} value={one.organisation} />
        ))}
      </datalist>
      <Tasks view={view} values={values} intent={intent} />
      <Comments view={view} typed={intent === "comment" ? values?.text : undefined} />
    </>
  );
}

/** Where the thing is that a decision made: in the plan, or further down on this page. */
function madeAt({ madeKind, madeId }: View["decisions"][number], plan: string): string {
  if (madeKind === "task") return `#task-${madeId}`;
  return `${plan}/${madeKind === "issue" ? "issues" : "initiatives"}/${madeId}`;
}

const RemoveDecision = ({ id }: { id: string }) => (
  <details className="no-print">
    <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
      消す
    </summary>
    <OnceForm submit="この決定を消す" kind="danger">
      <input type="hidden" name="intent" value="remove-decision" />
      <input type="hidden" name="id" value={id} />
    </OnceForm>
  </details>
);

function Comments({
  view: { comments, mayComment, onceKey },
  typed,
}: {
  view: View;
  typed: string | undefined;
}) {
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
        <OnceForm key={comments.length} submit="意見を書く" kind="secondary" onceKey={onceKey}>
          <input type="hidden" name="intent" value="comment" />
          <TextArea label="意見" name="text" rows={2} defaultValue={typed} />
        </OnceForm>
      ) : null}
    </Section>
  );
}
