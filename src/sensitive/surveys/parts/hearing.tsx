import { type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { ownAnswer } from "./own-answer.tsx";

type Statement = Readonly<{
  id: string;
  heardOn: string;
  heardOf: string;
  theme: string;
  statement: string;
  issueId: string | null;
}>;

/** What was heard, by theme. There are no shares of it. */
export function Hearing({
  statements,
  issues,
  once,
  answer,
  open,
}: {
  statements: readonly Statement[];
  issues: readonly Option[];
  once: string;
  answer: unknown;
  open: boolean;
}) {
  return (
    <Section title={`聞き取りの記録 ${statements.length}`} id="statements">
      <Lines>
        {statements.map((one) => (
          <Line key={one.id}>
            <div className="max-w-3xl">
              <p>
                <strong>{one.theme}</strong>　{one.statement}
              </p>
              <p className="text-dns-14N-130">
                {one.heardOf}　{one.heardOn}
                {one.issueId ? "　健康課題の根拠として登録しました" : ""}
              </p>
              {one.issueId ? null : (
                <RaiseForm
                  command="statement.raise"
                  name="statement"
                  id={one.id}
                  issues={issues}
                  once={once}
                  answer={answer}
                />
              )}
            </div>
          </Line>
        ))}
      </Lines>
      {open ? (
        <CommandForm
          command="statement.add"
          key={statements.length}
          answer={answer}
          once={once}
          submit="記録する"
          private
        >
          <DayField label="聞き取りの日" name="heardOn" />
          <TextField
            label="聞き取りの相手"
            name="heardOf"
            hint="個人の氏名は入力せず、立場を入力してください。例　製造業の事業主"
          />
          <TextField label="テーマ" name="theme" />
          <TextArea label="発言の要旨" name="statement" />
        </CommandForm>
      ) : null}
    </Section>
  );
}

/** What was found or heard becomes evidence of an issue. */
export const RaiseForm = ({
  command,
  name,
  id,
  issues,
  once,
  answer,
}: {
  command: string;
  name: string;
  id: string;
  issues: readonly Option[];
  once: string;
  answer: unknown;
}) => (
  <Folded summary="健康課題の根拠にする" open={ownAnswer(answer, command, name, id) !== undefined}>
    <CommandForm
      command={command}
      answer={ownAnswer(answer, command, name, id)}
      once={`${once.slice(0, -12)}${id.slice(-12)}`}
      submit="根拠にする"
      kind="secondary"
    >
      <input type="hidden" name={name} value={id} />
      <SelectField
        label="登録済みの健康課題"
        name="issue"
        empty="新しい健康課題を作成する"
        optional
        options={issues}
      />
      <TextField label="新しい健康課題" name="title" optional />
    </CommandForm>
  </Folded>
);
