import type { ReactNode } from "react";
import { Button, TextLink } from "#ui/button.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
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
  keeps = false,
}: {
  view: AnswerView;
  command: string;
  answer: unknown;
  once?: string;
  after?: ReactNode;
  /** Whether what is filled in so far can be kept for another day. */
  keeps?: boolean;
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
  const form = {
    ...{ command, answer, values, language, labels: view.labels, options: view.options },
    ...{ submit: words.submit, ...(once ? { once } : {}) },
  };
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
      <p className="my-4">
        <TextLink to={view.otherWay}>{view.whole ? words.stepped : words.whole}</TextLink>
      </p>
      {view.whole ? (
        <CommandForm {...form} after={keeps ? <KeepButton words={words} /> : null}>
          {keeps ? <input type="hidden" name="step.at" value="0" /> : null}
          {blocks.map(({ title, questions }) => (
            <section key={questions[0]!.id}>
              {title ? <h2 className="mt-8 text-std-20B-160">{title}</h2> : null}
              <AnswerFields questions={questions} words={words} />
            </section>
          ))}
        </CommandForm>
      ) : (
        <SteppedForm {...form} steps={steps} />
      )}
      {after}
      {view.sender ? <p className="my-8 whitespace-pre-line text-dns-14N-130">{view.sender}</p> : null}
    </div>
  );
}

const KeepButton = ({ words }: { words: AnswerView["words"] }) => (
  <span className="ml-4">
    <Button name="step" value="0" kind="plain">
      {words.keep}
    </Button>
  </span>
);
