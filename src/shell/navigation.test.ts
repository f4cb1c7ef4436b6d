import { expect, it } from "vitest";
import type { Actor } from "#foundation/identity/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { ROLE_NAMES } from "./messages.ts";
import { menuFor } from "./navigation.ts";

const EVERYTHING: Actor = {
  kind: "person",
  userId: "u" as UserId,
  name: "All roles",
  memberships: (Object.keys(ROLE_NAMES) as (keyof typeof ROLE_NAMES)[]).map((role) => ({
    organisationId: "o" as OrganisationId,
    role,
    areas: ["sma-32-02" as AreaId],
  })),
  reach: "all",
};

it("marks an entry also on the pages beneath it, but where another entry stands beneath", () => {
  const entries = menuFor(EVERYTHING, "hamada").flat();
  const beneath = (to: string) => entries.some((other) => other.to.startsWith(`${to}/`));
  for (const { label, to, end } of entries) expect([label, end]).toEqual([label, beneath(to)]);
});
