import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { DOOR } from "../day/door.messages.ts";
import type { DoorView } from "../day/door.present.ts";

/** Big buttons: one press, one visit, one consultation. */
export function Tally({ door, once, answer }: Readonly<{ door: DoorView; once: string; answer: unknown }>) {
  return (
    <Section title={DOOR.tally}>
      <p className="text-std-20B-160" role="status">
        {door.pressed.map(({ name, amount }) => `${name} ${amount}`).join("、")}
      </p>
      {door.open ? (
        <ul className="no-print grid gap-3 sm:grid-cols-2">
          {door.buttons.map(({ key, name }) => (
            <li key={key} className="flex flex-wrap gap-3 border border-solid-gray-300 p-3">
              <Press {...{ name, once, answer }} button={key} submit={`${name} ＋`} />
              <Press {...{ name, once, answer }} button={key} submit={DOOR.back} back />
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

type PressProps = Readonly<{
  name: string;
  button: string;
  submit: string;
  once: string;
  answer: unknown;
  back?: boolean;
}>;
const Press = ({ name, button, submit, once, answer, back = false }: PressProps) => (
  <CommandForm
    command="event-tally.press"
    answer={answer}
    submit={submit}
    kind={back ? "plain" : "secondary"}
    label={`${name} ${submit}`}
  >
    <input type="hidden" name="button" value={button} />
    <input type="hidden" name="back" value={String(back)} />
    <input type="hidden" name="press" value={once} />
  </CommandForm>
);
