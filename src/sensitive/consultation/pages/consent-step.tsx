import { CommandForm } from "#ui/form.tsx";

/** One button that takes a step with a consent. */
export const ConsentStep = ({
  name,
  id,
  submit,
  answer,
}: {
  name: string;
  id: string;
  submit: string;
  answer: unknown;
}) => (
  <CommandForm command={name} answer={answer} submit={submit} kind="plain">
    <input type="hidden" name="consent" value={id} />
  </CommandForm>
);
