import { anyOf, definePolicy, type Permit, roleAbove, services } from "#foundation/authority/public.ts";

/** Who keeps the installation, the round that watches over it, and programs that hold its token. */
export const operationPolicy = definePolicy(
  {
    "operation.read": anyOf(roleAbove("administrator"), services("cli", "operation")),
    "operation.tell": services("operation"),
  },
  { quiet: ["operation.read", "operation.tell"] },
);
export type OperationPermit = Permit<keyof typeof operationPolicy.rights>;
