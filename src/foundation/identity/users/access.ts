import type { Policy } from "#foundation/authority/public.ts";

export type UserAction = "user.create" | "user.reset-second-factor";

/** Users are made and reset by whoever stands at the machine; in the pages people are invited instead. */
export const userPolicy: Policy<UserAction> = {
  may: (actor) => (actor.kind === "service" ? "service" : undefined),
  quiet: [],
};
