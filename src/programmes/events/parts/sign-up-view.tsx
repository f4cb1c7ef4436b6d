import type { OutputOf } from "#foundation/authority/public.ts";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { EVENTS } from "../catalogue/event-page.messages.ts";
import { SIGN_UP_PAGE } from "../signups/sign-up.messages.ts";
import type { readSignUp } from "../signups/sign-up.queries.server.ts";

type Part = Readonly<{ signUp: OutputOf<typeof readSignUp>; answer: unknown }>;

/** A sign-up as whoever made it sees it, with what can be done about it. */
export function SignUpParts({ signUp, answer }: Part) {
  const { event, language } = signUp;
  const text = SIGN_UP_PAGE[language];
  const live = signUp.state !== "cancelled" && event.state === "published";
  return (
    <>
      {event.state === "cancelled" ? <Notice kind="warning" title={text.off} language={language} /> : null}
      <p className="my-4 text-std-20B-160">{signUp.lapsed ? text.gone : signUp.stateName}</p>
      {signUp.position === null ? null : <p>{text.position(signUp.position)}</p>}
      <Facts
        items={[
          { name: text.number, value: <strong>{signUp.number}</strong> },
          { name: text.when, value: event.sessions.map((one) => one.text).join("、") },
          { name: text.place, value: event.place },
          { name: text.seats, value: EVENTS[language].people(signUp.seats) },
        ]}
      />
      {live && signUp.state === "offered" ? (
        <CommandForm
          command="event-sign-up.accept"
          answer={answer}
          submit={text.accept}
          kind="primary"
          language={language}
        >
          <p className="my-2">{text.offeredUntil(signUp.offeredUntil!)}</p>
        </CommandForm>
      ) : null}
      {live && event.naming !== "nameless" ? <Names {...{ signUp, answer }} /> : null}
      {live ? (
        <Removal
          className="my-6"
          command="event-sign-up.cancel"
          answer={answer}
          open={text.cancel}
          asks={text.cancelGoes}
          submit={text.cancel}
          busy={text.cancelBusy}
          language={language}
        />
      ) : null}
    </>
  );
}

/**
 * Who comes: named later, one for another, or one less. Of an event that takes nicknames nothing else is asked for, and a
 * name for the certificate only where there is one.
 */
function Names({ signUp, answer }: Part) {
  const text = SIGN_UP_PAGE[signUp.language];
  const { values, seen } = signUp.names;
  const byNickname = signUp.event.naming === "nickname";
  const certified = signUp.event.certificate !== "none" && !byNickname;
  const label = byNickname ? text.nicknames : text.names;
  return (
    <Section title={label}>
      <CommandForm
        key={signUp.people.map((one) => `${one.id}${one.name}${one.printedName}`).join()}
        command="event-sign-up.name"
        answer={answer}
        submit={text.save}
        kind="secondary"
        values={values}
        seen={seen}
        language={signUp.language}
      >
        {signUp.people.map((one, row) => (
          <fieldset key={one.id} className="my-2 border-t border-solid-gray-300 pt-2">
            <legend>{text.person(row + 1)}</legend>
            <input type="hidden" name={`people.${row}.id`} value={one.id} />
            <TextField label={label} name={`people.${row}.name`} optional unmarked />
            {certified ? (
              <TextField label={text.printed} name={`people.${row}.printedName`} optional unmarked />
            ) : null}
            {signUp.people.length > 1 ? (
              <ChoiceField
                label=""
                name={`people.${row}.leaves`}
                type="checkbox"
                options={[{ value: "true", label: text.leaves }]}
              />
            ) : null}
          </fieldset>
        ))}
      </CommandForm>
    </Section>
  );
}
