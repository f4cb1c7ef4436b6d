import { z } from "zod";
import { inArea, NATION } from "#foundation/areas/public.ts";
import type { Finder } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "./access.ts";

/** What is done for an area: the policy asks about the area, and entries name nothing more. */
export const hereIn = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) =>
  inArea(policy, "prevention", more);

/** What is done at an office. Entries name the office alone, whatever else the address names. */
export const atOffice = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) => ({
  policy,
  target: z.object({ organisation: rowId<OrganisationId>(), ...more }),
  async subject(find: Finder, { organisation }: Readonly<{ organisation: OrganisationId }>) {
    const office = (await getOrganisations(find, [organisation])).get(organisation);
    return office && { type: "prevention", organisation: office.id, area: office.areaId };
  },
});

/** A family, by the sheet that it holds. */
export const bySheet = {
  policy,
  hides: true,
  target: z.object({ held: rowId() }),
  subject: ({ actor }: Finder, { held }: Readonly<{ held: string }>) => ({
    ...{ type: "prevention-voice", id: held },
    area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  }),
};
