import { expect } from "vitest";
import { RefusedArgument } from "../src/refusal.ts";

/** Expects a call to be refused for this argument, and the rule to hold this word. */
export function expectRefused(call: () => unknown, argument: string, rule: string | RegExp = ""): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(RefusedArgument);
  expect((thrown as RefusedArgument).argument).toBe(argument);
  expect((thrown as RefusedArgument).rule).toMatch(rule);
}
