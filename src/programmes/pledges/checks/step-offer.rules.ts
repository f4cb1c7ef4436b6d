import type { StepKind } from "../model/act-lists.schema.ts";
import { BANK } from "../model/bank.schema.ts";

/** Which kinds of steps can be taken where these modules are: a step of a module that is missing is none. */
export const offers =
  (modules: readonly string[]) =>
  (kind: StepKind): boolean => {
    const address = BANK.addresses[kind];
    return address === undefined || modules.includes(address.module);
  };
