import { anyOf, definePolicy, services } from "#foundation/authority/public.ts";

import { administrators } from "./membership.access.ts";

const machine = services("cli");
const keepers = anyOf(administrators, machine);

/**
 * Users are made and listed by whoever stands at the machine; in the pages people are invited instead. Administrators of the
 * area, or of the nation, stop and help those who work there. Whether there
 * are accounts of the demonstration is a look at no person.
 */
export const userPolicy = definePolicy(
  {
    "user.create": machine,
    "user.list": machine,
    "user.reset-second-factor": keepers,
    "user.disable": keepers,
    "user.enable": keepers,
    "user.end-sessions": keepers,
    "user.send-password-reset": keepers,
    "user.load-samples": services("demonstration"),
    "user.find-samples": machine,
  },
  { quiet: ["user.find-samples"] },
);

export type UserAction = keyof typeof userPolicy.rights;
