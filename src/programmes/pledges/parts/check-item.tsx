import { TextLink } from "#ui/button.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import type { CheckView } from "../checks/act-check.present.ts";
import type { Spoken } from "../model/act.schema.ts";
import { RESULT } from "../model/result.messages.ts";

type Item = CheckView["todo"][number];
type Props = Readonly<{ item: Item; language: Spoken; answer: unknown }>;

/** What is not done yet, with its one next step beside it. */
export function CheckItem({ item, language, answer }: Props) {
  const text = RESULT[language];
  const { step } = item;
  return (
    <li className="border-b border-solid-gray-300 py-4">
      <p className="text-std-16B-170">
        {item.toDo}
        {item.saidName ? <span className="ml-3 text-dns-14N-130">{item.saidName}</span> : null}
      </p>
      <Spread {...{ item, language }} />
      {step.law ? <p className="text-dns-14N-130">{step.law}</p> : null}
      {item.again ? (
        <p className="text-std-16B-170">{text.askAgain}</p>
      ) : (
        <Next {...{ item, language, answer }} />
      )}
    </li>
  );
}

/** How many of those who answer together said what of a question. */
export function Spread({ item: { spread }, language }: Omit<Props, "answer">) {
  const text = RESULT[language];
  if (!spread) return null;
  return (
    <p className="text-dns-14N-130">
      {text.spread(spread.yes, spread.partly, spread.no)}
      {spread.agreed ? `（${text.agreed}）` : ""}
    </p>
  );
}

function Next({ item, language, answer }: Props) {
  const text = RESULT[language];
  const { step, key } = item;
  const own = (command: string) => (answerFor(answer, command)?.values.question === key ? answer : undefined);
  const form = (command: string, submit: string, kind: "secondary" | "plain" = "plain") => (
    <CommandForm
      {...{ command, submit, kind, language }}
      answer={own(command)}
      label={`${item.toDo} ${submit}`}
    >
      <input type="hidden" name="question" value={key} />
    </CommandForm>
  );
  if (step.state === "declined") return <p className="text-dns-14N-130">{text.declined}</p>;
  if (step.state === "taken")
    return (
      <>
        <p>
          {[text.taken, step.number && text.number(step.number), step.day && text.takenOn(step.day)]
            .filter(Boolean)
            .join("・")}
          {step.to ? (
            <span className="ml-3">
              <TextLink to={step.to}>{text.open}</TextLink>
            </span>
          ) : null}
        </p>
        {step.kind === "request" ? null : form("act-step.finish", text.finish, "secondary")}
      </>
    );
  return (
    <div className="no-print mt-2 flex flex-wrap items-end gap-3">
      <CommandForm
        command="act-step.take"
        answer={own("act-step.take")}
        submit={step.button}
        kind="secondary"
        language={language}
        label={`${item.toDo} ${step.button}`}
      >
        <input type="hidden" name="question" value={key} />
        {step.asksDay ? <DayField label={text.day} name="day" optional={!step.needsDay} unmarked /> : null}
      </CommandForm>
      {form("act-step.decline", text.decline)}
    </div>
  );
}
