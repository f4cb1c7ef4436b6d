import { z } from "zod";
import type { Finder } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "../access.ts";

const organisation = rowId<OrganisationId>();

type Shape = z.ZodRawShape;

/**
 * What an address names at an office: the policy is asked about that office alone. Whether the case, referral or plan is
 * there, and the office's, the work finds out: rows of other offices are out of its reach.
 */
export const atOffice = <More extends Shape = Record<never, never>>(
  type: string,
  more: More = {} as More,
  id?: keyof More & string,
) => ({
  policy,
  target: z.object({ organisation, ...more }),
  async subject(find: Finder, target: Readonly<{ organisation: OrganisationId }>) {
    const office = (await getOrganisations(find, [target.organisation])).get(target.organisation);
    const named = id && (target as Readonly<Record<string, unknown>>)[id];
    return (
      office && {
        ...{ type, organisation: office.id, area: office.areaId },
        ...(typeof named === "string" ? { id: named } : {}),
      }
    );
  },
});

/** One case of an office. */
export const ofCase = <More extends Shape = Record<never, never>>(more: More = {} as More) =>
  atOffice("case", { case: rowId(), ...more }, "case");

/** One referral, seen from one of its two offices. */
export const ofReferral = <More extends Shape = Record<never, never>>(more: More = {} as More) =>
  atOffice("referral", { referral: rowId(), ...more }, "referral");

/** The support plan of a family. */
export const ofPlan = <More extends Shape = Record<never, never>>(more: More = {} as More) =>
  atOffice("support-plan", { plan: rowId(), ...more }, "plan");
