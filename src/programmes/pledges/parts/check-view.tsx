import type { OutputOf } from "#foundation/authority/public.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Fold, Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { readCheck } from "../checks/act-check.queries.server.ts";
import { LEAST_VOICES } from "../model/act.rules.ts";
import { RESULT } from "../model/result.messages.ts";
import { AnswerField } from "./answer-fields.tsx";
import { CheckItem, Spread } from "./check-item.tsx";
import { Pledging } from "./pledging.tsx";

/** A result to work with: how much is done, what could be next, and what is undertaken. */
export function CheckParts({
  check,
  sheet,
  answer,
  shared,
}: {
  check: OutputOf<typeof readCheck>;
  sheet: string;
  answer: unknown;
  shared: string | null;
}) {
  const { language, area } = check;
  const text = RESULT[language];
  const asked = [...check.notAnswered, ...check.todo, ...check.done];
  return (
    <>
      <PageHead
        title={text.title}
        place={area.name}
        lead={check.tierName}
        actions={
          <ButtonLink to={sheet} reload>
            {text.sheet}
          </ButtonLink>
        }
      />
      <p className="text-std-20B-160">
        {check.score
          ? `${text.score} ${text.scoreOf(check.score.percent, check.score.questions, check.unanswered)}`
          : text.noScore}
      </p>
      {check.progress === null ? null : <p>{text.progress(check.progress)}</p>}
      {check.tier === "workplace" ? (
        <p>
          {check.alike
            ? text.alike(check.alike.size, check.alike.checks, check.alike.percent)
            : text.alikeFew}
        </p>
      ) : null}
      {check.voices > 0 ? (
        <p>{check.voices < LEAST_VOICES ? text.voicesFew(check.voices) : text.voices(check.voices)}</p>
      ) : null}
      {check.todo.length > 0 ? (
        <Section title={text.todo}>
          <ul>
            {check.todo.map((item) => (
              <CheckItem key={item.key} {...{ item, language, answer }} />
            ))}
          </ul>
        </Section>
      ) : null}
      {check.notAnswered.length > 0 ? (
        <Section title={text.notAnswered} lead={text.notAnsweredLead}>
          <ul className="list-disc pl-6">
            {check.notAnswered.map((item) => (
              <li key={item.key}>
                {item.text}
                <Spread {...{ item, language }} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {check.done.length > 0 ? (
        <Section title={text.done}>
          <ul>
            {check.done.map((item) => (
              <li key={item.key} className="py-1">
                ✓ {item.text}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Fold summary={text.edit} open={check.unanswered > 0 || check.todo.some(({ again }) => again)}>
        <CommandForm
          key={asked.map(({ said }) => said ?? "-").join()}
          command="act-check.answer"
          answer={answer}
          submit={text.save}
          kind={check.mayRepeat ? "secondary" : "primary"}
          language={language}
        >
          {asked.map((item) => (
            <AnswerField key={item.key} question={item} {...{ language }} said={item.said} />
          ))}
        </CommandForm>
      </Fold>
      {check.notAsked.length > 0 ? (
        <Folded summary={text.notAsked}>
          <ul>
            {check.notAsked.map((one) => (
              <li key={one.key}>{one.text}</li>
            ))}
          </ul>
        </Folded>
      ) : null}
      {check.tier === "person" ? null : <Pledging {...{ check, answer, shared }} />}
      {check.mayRepeat ? (
        <CommandForm command="act-check.repeat" answer={answer} submit={text.repeat} language={language} />
      ) : null}
      <Removal
        className="my-6"
        command="act-check.delete"
        answer={answer}
        open={text.remove}
        asks={text.removeGoes}
        submit={text.remove}
        busy={text.removeBusy}
        language={language}
      />
      <p className="my-6">
        <TextLink to={`/areas/${area.slug}/acts${language === "en" ? "?lang=en" : ""}`}>{text.all}</TextLink>
      </p>
    </>
  );
}
