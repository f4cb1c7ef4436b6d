import type { ReactNode } from "react";
import { answerFor } from "#ui/form.tsx";
import { SteppedForm } from "#ui/form-steps.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Readings } from "#ui/readings.tsx";
import type { AnswerView } from "../answering/branch.rules.ts";
import { AnswerFields, fieldNames } from "./answer-fields.tsx";
import { Hotlines } from "./hotlines.tsx";

/** The form of a survey, a block a page, with all answers before they are sent. It needs no script. */
export function AnswerForm({
  view,
  command,
  answer,
  once,
  after,
}: {
  view: AnswerView;
  command: string;
  answer: unknown;
  once?: string;
  after?: ReactNode;
}) {
  const { words, language, blocks, values, asked } = view;
  const sent = answerFor(answer, command)?.choices ?? {};
  const told = Object.keys(sent).length > 0 ? sent : undefined;
  // A block of which nothing is asked, as its answers stand, is no page.
  const isAsked = (id: string) => (told ? asked(told)(id) : true);
  const steps = blocks
    .map((block) => ({ ...block, questions: block.questions.filter((one) => isAsked(one.id)) }))
    .filter(({ questions }) => questions.length > 0)
    .map(({ title, questions }, at) => ({
      title: title || `${words.form} ${at + 1}`,
      fields: questions.flatMap(fieldNames),
      part: <AnswerFields questions={questions} words={words} />,
    }));
  return (
    <div className="max-w-2xl" lang={view.lang}>
      <Readings label="言語・Languages" readings={view.readings} />
      <PageHead title={view.title} lead={answer ? undefined : view.lead || words.lead} />
      {view.anonymous ? <Notice title={words.anonymous} language={language} /> : null}
      {view.screened ? (
        <>
          <Notice title={words.screened} language={language} />
          <Hotlines hotlines={view.hotlines} title={words.help} />
        </>
      ) : null}
      <SteppedForm
        command={command}
        answer={answer}
        {...(once ? { once } : {})}
        values={values}
        language={language}
        labels={view.labels}
        options={view.options}
        steps={steps}
        submit={words.submit}
      />
      {after}
      {view.sender ? <p className="my-8 whitespace-pre-line text-dns-14N-130">{view.sender}</p> : null}
    </div>
  );
}
