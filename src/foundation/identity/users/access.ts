import { definePolicy, services } from "#foundation/authority/public.ts";

const machine = services("cli");

/**
 * Users are made, listed and reset by whoever stands at the machine; in the pages people are invited instead. Whether there
 * are accounts of the demonstration is a look at no person.
 */
export const userPolicy = definePolicy(
  {
    "user.create": machine,
    "user.list": machine,
    "user.reset-second-factor": machine,
    "user.load-samples": services("demonstration"),
    "user.find-samples": machine,
  },
  { quiet: ["user.find-samples"] },
);

export type UserAction = keyof typeof userPolicy.rights;
