import { z } from "zod";
import type { Finder } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "../access.ts";
import { findCaseOwner, findReferralOffices } from "./target.store.server.ts";

const organisation = rowId<OrganisationId>();

/** What an address names at an office: its working list, its appointments. */
export const atOffice = <More extends z.ZodRawShape = Record<never, never>>(
  type: string,
  more: More = {} as More,
) => ({
  policy,
  target: z.object({ organisation, ...more }),
  async subject(find: Finder, target: Readonly<{ organisation: OrganisationId }>) {
    const office = (await getOrganisations(find, [target.organisation])).get(target.organisation);
    return office && { type, organisation: office.id, area: office.areaId };
  },
});

/** One case, by its id; whoever may not is told that there is none. */
export const ofCase = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) => ({
  policy,
  hides: true,
  target: z.object({ case: rowId(), ...more }),
  async subject(find: Finder, target: Readonly<{ case: string }>) {
    const found = await findCaseOwner(find, target.case);
    return (
      found && {
        type: "case",
        id: found.id,
        area: found.areaId,
        organisation: found.organisationId,
        person: found.personId,
      }
    );
  },
});

/**
 * One referral, by its id: for the office that sends it, and for the one that receives it once it has been sent. Whoever
 * may not is told that there is none.
 */
export const ofReferral = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) => ({
  policy,
  hides: true,
  target: z.object({ referral: rowId(), ...more }),
  async subject(find: Finder, target: Readonly<{ referral: string }>) {
    const found = await findReferralOffices(find, target.referral);
    return (
      found && {
        type: "referral",
        id: found.id,
        area: found.areaId,
        organisation: found.organisationId,
        partner: found.state === "drafted" ? null : (found.partnerId as OrganisationId | null),
        person: found.personId,
      }
    );
  },
});
