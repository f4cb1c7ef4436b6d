import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { stepsFrom } from "#platform/kernel/states.ts";
import { intakeNow } from "../model/intake.rules.ts";
import { isPushed, RESOURCE_STATES } from "../model/resource.rules.ts";
import type { Resource } from "../model/resource.schema.ts";
import { FIELD_GROUPS } from "../model/resource-lists.schema.ts";

/** What staff see of a row beside its form. */
export const detailOf = (one: Resource, today: PlainDate) => ({
  one: {
    ...{ id: one.id, name: one.name, state: one.state, stateReason: one.stateReason },
    ...{ hasMailbox: one.email !== "", askedOn: one.askedOn, pushed: isPushed(one) },
    checks: FIELD_GROUPS.map((group) => ({ group, on: one.checks[group]?.on, by: one.checks[group]?.by })),
  },
  intake: {
    now: intakeNow(one, today),
    by: one.intakeBy,
    on: one.intakeOn,
    values: {
      intake: one.intake,
      intakeWait: one.intakeWait,
      until: one.intakeUntil ?? "",
      available: String(one.available ?? ""),
      maximum: String(one.maximum ?? ""),
    },
  },
  steps: stepsFrom(RESOURCE_STATES, one.state),
});
