import { answerFor } from "#ui/form.tsx";

/** The answer to one of several forms of a command on a page: the one that sent this value. */
export const ownAnswer = (answer: unknown, command: string, name: string, value: string) => {
  const own = answerFor(answer, command);
  return own?.values[name] === value ? own : undefined;
};
