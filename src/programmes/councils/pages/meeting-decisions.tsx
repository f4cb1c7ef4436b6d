import { TextLink } from "#ui/button.tsx";
import { Comments } from "#ui/comments.tsx";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { MADE } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";
import { Tasks } from "./meeting-tasks.tsx";

type View = MeetingPart["view"];

/** What was decided and what it made, what is to be done, and what members say. */
export function Decisions({ view, answer }: MeetingPart) {
  const { decisions, can, plan } = view;
  return (
    <>
      {decisions.length > 0 || can.minute ? (
        <Section title={`決定事項 ${decisions.length}件`}>
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
                  {can.minute ? <DeleteDecision id={one.id} named={one.text} /> : null}
                </div>
              </li>
            ))}
          </ol>
          {can.minute ? (
            <CommandForm
              key={decisions.length}
              command="decision.write"
              answer={answer}
              once={view.once.decision}
              submit="決定事項を登録する"
              kind="secondary"
              className="group/makes"
            >
              <TextArea label="決定事項" name="text" rows={2} />
              <ChoiceField
                label="この決定から登録するもの"
                name="makes"
                type="radio"
                chosen={[""]}
                options={[
                  { value: "", label: "なし" },
                  { value: "issue", label: "計画の健康課題" },
                  { value: "initiative", label: "計画の事業" },
                  { value: "task", label: "対応事項" },
                ]}
              />
              <div className="hidden group-has-[[value=initiative]:checked]/makes:block group-has-[[value=issue]:checked]/makes:block group-has-[[value=task]:checked]/makes:block">
                <TextField label="名称" hint="未入力の場合は、決定事項の文を使います" name="title" optional />
              </div>
              <div className="hidden group-has-[[value=task]:checked]/makes:block">
                <TextField
                  label="対応事項の担当"
                  hint="委員の機関の場合、期限を過ぎたときにメールでお知らせします"
                  name="owner"
                  optional
                  list="task-owners"
                />
                <DayField label="対応事項の期限" name="dueOn" optional />
              </div>
            </CommandForm>
          ) : null}
        </Section>
      ) : null}
      <Tasks view={view} answer={answer} />
      <Comments command="meeting-comment" view={view.said} once={view.once.comment} answer={answer} />
    </>
  );
}

/** Where the thing is that a decision made: in the plan, or further down on this page. */
function madeAt({ madeKind, madeId }: View["decisions"][number], plan: string): string {
  if (madeKind === "task") return `#task-${madeId}`;
  return `${plan}/${madeKind === "issue" ? "issues" : "initiatives"}/${madeId}`;
}

const DeleteDecision = ({ id, named }: { id: string; named: string }) => (
  <Removal
    open="削除する"
    named={named}
    goes="30日以内は元に戻せます。"
    submit="この決定を削除する"
    command="decision.delete"
  >
    <input type="hidden" name="id" value={id} />
  </Removal>
);
