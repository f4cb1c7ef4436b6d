import { answerFor, CommandForm, type CommandFormProps } from "#ui/form.tsx";

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
