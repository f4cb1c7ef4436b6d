import { ok, type Result, refuse } from "./result.ts";

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
