import { organisationsOf } from "#foundation/actors/public.ts";
import { ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { policy } from "../access.ts";
import { atOffice } from "../targets/target.usecases.server.ts";

/** The offices for which somebody does casework or keeps the desk. */
export const officesNamed = query({
  name: "case.list-offices",
  ...ofToday(policy),
  async run(permit) {
    const ids = organisationsOf(permit.actor, ["caseworker", "supervisor", "reception"]);
    const offices = await getOrganisations(permit, ids);
    return ok([...offices.values()].map(({ id, name }) => ({ id, name })));
  },
});

/** What the form of a first call needs. */
export const intakeForm = query({
  name: "case.read-form",
  ...atOffice("case"),
  run: async (permit) => ok({ hotlines: HOTLINES, today: permit.clock.today() }),
});
