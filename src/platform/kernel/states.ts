import { conflict, ok, type Result, refuse } from "./result.ts";

/** Where each step leads from each state. Buttons, guards, READMEs and tests read one such table. */
export type StateTable<State extends string, Step extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Step, State>>>>
>;

/** The steps that can be taken from a state. */
export const stepsFrom = <State extends string, Step extends string>(
  table: StateTable<State, Step>,
  state: State,
): Step[] => Object.keys(table[state]) as Step[];

/** The state after a step, or a refusal that names the state from which it can't be taken. */
export function stepFrom<State extends string, Step extends string>(
  table: StateTable<State, Step>,
  state: State,
  step: Step,
): Result<State, { readonly state: State }> {
  const next = table[state][step];
  return next === undefined ? refuse({ state }) : ok(next);
}

/** What can be done in each state, where the state is folded from what happened: it is not a step that names the next. */
type StepTable<State extends string, Step extends string> = Readonly<Record<State, readonly Step[]>>;

export const allows = <State extends string, Step extends string>(
  table: StepTable<State, Step>,
  state: State,
  step: Step,
): boolean => table[state].includes(step);

/** Each of the steps, and whether it can be taken in that state by whom the rights allow it. */
export const openSteps = <State extends string, Step extends string>(
  table: StepTable<State, Step>,
  state: State,
  steps: readonly Step[],
  may: (step: Step) => boolean,
) =>
  Object.fromEntries(steps.map((step) => [step, allows(table, state, step) && may(step)])) as Readonly<
    Record<Step, boolean>
  >;

/** The refusal of a step that the state does not allow, in the words that the page has for the state. */
export const wrongState = (state: string) =>
  conflict(`現在「${state}」のため、この操作はできません。何も変わっていません。`);
