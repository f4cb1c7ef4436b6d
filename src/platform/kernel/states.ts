import { conflict } from "./result.ts";

/** What can be done in each state: one table that buttons, guards, READMEs and tests read. */
type StateTable<State extends string, Step extends string> = Readonly<Record<State, readonly Step[]>>;

export const allows = <State extends string, Step extends string>(
  table: StateTable<State, Step>,
  state: State,
  step: Step,
): boolean => table[state].includes(step);

/** Each of the steps, and whether it can be taken in that state by whom the rights allow it. */
export const openSteps = <State extends string, Step extends string>(
  table: StateTable<State, Step>,
  state: State,
  steps: readonly Step[],
  may: (step: Step) => boolean,
) =>
  Object.fromEntries(steps.map((step) => [step, allows(table, state, step) && may(step)])) as Readonly<
    Record<Step, boolean>
  >;

/** The refusal of a step that the state does not allow, in the words that the page has for the state. */
export const wrongState = (state: string) =>
  conflict(`いまは「${state}」のため、この操作はできません。何も変わっていません。`);
