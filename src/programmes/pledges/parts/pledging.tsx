import type { OutputOf } from "#foundation/authority/public.ts";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { readCheck } from "../checks/act-check.queries.server.ts";
import { PLEDGES } from "../model/pledge.messages.ts";
import { RESULT } from "../model/result.messages.ts";

type Check = OutputOf<typeof readCheck>;

/** What is undertaken this year, and a link for answering together. */
export function Pledging({
  check,
  answer,
  shared,
}: {
  check: Check;
  answer: unknown;
  shared: string | null;
}) {
  const { language } = check;
  const text = PLEDGES[language];
  return (
    <>
      <Section title={text.make}>
        {check.pledges.length > 0 ? (
          <ul aria-label={text.own}>
            {check.pledges.map((one) => (
              <li key={one.id} className="border-b border-solid-gray-300 py-3">
                <p className="text-std-16B-170">{one.action}</p>
                <p>{one.doneOn ? text.finished(one.doneOn) : one.stateName}</p>
                {one.state === "withdrawn" ? null : <Steps {...{ one, check, answer }} />}
              </li>
            ))}
          </ul>
        ) : null}
        <CommandForm
          key={check.pledges.length}
          command="pledge.make"
          answer={answer}
          submit={text.submit}
          kind="secondary"
          language={language}
        >
          <TextField label={text.name} name="name" autoComplete="organization" />
          <TextArea label={text.action} name="reason" rows={2} most={300} />
          <ChoiceField label="" name="open" type="checkbox" options={[{ value: "true", label: text.open }]} />
        </CommandForm>
      </Section>
      <Folded summary={RESULT[language].share} open={shared !== null}>
        {shared ? (
          <>
            <p>{RESULT[language].shared}</p>
            <p className="break-all">{shared}</p>
          </>
        ) : null}
        <CommandForm
          command="act-check.share"
          answer={answer}
          submit={RESULT[language].share}
          kind="secondary"
          language={language}
        />
      </Folded>
    </>
  );
}

function Steps({ one, check, answer }: { one: Check["pledges"][number]; check: Check; answer: unknown }) {
  const { language } = check;
  const text = PLEDGES[language];
  const own = (command: string) =>
    answerFor(answer, command)?.values.pledge === one.id ? answer : undefined;
  const button = (command: string, submit: string) => (
    <CommandForm
      {...{ command, submit, language }}
      kind="secondary"
      answer={own(command)}
      label={`${one.action} ${submit}`}
    >
      <input type="hidden" name="pledge" value={one.id} />
    </CommandForm>
  );
  return (
    <div className="no-print mt-2 flex flex-wrap items-start gap-3">
      {one.doneOn ? null : button("pledge.finish", text.finish)}
      <Removal
        command="pledge.withdraw"
        answer={own("pledge.withdraw")}
        open={text.withdraw}
        asks={text.withdrawAsks(one.action)}
        submit={text.withdraw}
        busy={text.withdrawBusy}
        language={language}
        label={`${one.action} ${text.withdraw}`}
      >
        <input type="hidden" name="pledge" value={one.id} />
      </Removal>
    </div>
  );
}
