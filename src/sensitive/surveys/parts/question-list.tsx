import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import type { ShownQuestion } from "../design/survey.present.ts";
import { QUESTION_WORDS } from "../model/survey.messages.ts";
import { ownAnswer } from "./own-answer.tsx";

/** The questions as they will be asked, with what can be done with each. */
export function QuestionList({
  questions,
  here,
  editable,
  answer,
}: {
  questions: readonly ShownQuestion[];
  here: string;
  editable: boolean;
  answer: unknown;
}) {
  return (
    <Section title={`質問 ${questions.length}`} id="questions">
      {questions.length === 0 ? (
        <p>質問はまだありません。下の「質問を追加する」から追加してください。</p>
      ) : null}
      <Lines>
        {questions.map((one, at) => (
          <Line key={one.id}>
            <div className="min-w-0 max-w-3xl">
              {one.only ? <p className="text-dns-14N-130">【{one.only}】</p> : null}
              <p>
                <strong>問{one.number}</strong>　{one.text}
              </p>
              <p className="text-dns-14N-130 text-solid-gray-800">
                {QUESTION_WORDS[one.kind]}　記号{" "}
                {one.rows.length > 0 ? `${one.id}--${one.rows[0]!.id}…` : one.id}
                {one.must ? "　必須" : ""}
              </p>
              <p className="text-dns-14N-130">
                {one.choices.map((choice, index) => `${index + 1} ${choice.label}`).join("　")}
              </p>
            </div>
            {editable ? (
              <div className="flex flex-wrap items-center gap-3">
                <TextLink to={`${here}/questions/${one.id}`}>
                  編集する<span className="sr-only">{`（問${one.number}）`}</span>
                </TextLink>
                {at > 0 ? <Step command="question.move" submit="上へ" {...{ one, answer }} /> : null}
                <Step command="question.retire" submit="外す" {...{ one, answer }} />
              </div>
            ) : null}
          </Line>
        ))}
      </Lines>
    </Section>
  );
}

const Step = ({
  command,
  submit,
  one,
  answer,
}: {
  command: string;
  submit: string;
  one: ShownQuestion;
  answer: unknown;
}) => (
  <CommandForm
    command={command}
    submit={submit}
    kind="plain"
    label={`${submit} 問${one.number}`}
    answer={ownAnswer(answer, command, "question", one.id)}
  >
    <input type="hidden" name="question" value={one.id} />
  </CommandForm>
);
