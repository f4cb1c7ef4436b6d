import { answerFor, CommandForm, type CommandFormProps } from "#ui/form.tsx";
import type { MeetingPart } from "./meeting.tsx";

/** What was answered to a form of a row of the page; nothing to the forms of the other rows. */
export const answerOfRow = (answer: unknown, command: string, id: string) =>
  answerFor(answer, command)?.values.id === id ? answer : undefined;

/** A button, of a row of the page where it is given one. */
export function Act({
  command,
  label,
  kind = "secondary",
  id,
  ...form
}: {
  command: string;
  label: string;
  kind?: "primary" | "secondary" | "danger";
  id?: string;
} & Pick<CommandFormProps, "answer" | "seen" | "labels" | "options">) {
  return (
    <CommandForm {...form} command={command} submit={label} kind={kind}>
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
    </CommandForm>
  );
}

/** The button that fixes the date to one of those asked about; it tells where another was fixed meanwhile. */
export function FixDate({ view: { poll, fixed, when }, answer, id }: MeetingPart & Readonly<{ id: string }>) {
  const dates = poll.map((one) => ({ value: one.id, label: one.name }));
  return (
    <Act
      command="meeting.fix-date"
      label="この日に決める"
      id={id}
      seen={fixed.seen}
      answer={answerOfRow(answer, "meeting.fix-date", id)}
      labels={{ id: "日程" }}
      options={{ id: [...dates, { value: fixed.values.id, label: when }] }}
    />
  );
}
