import { z } from "zod";
import { findArea, getArea } from "#foundation/areas/public.ts";
import type { Finder } from "#foundation/authority/public.ts";
import { secretariatOf } from "#foundation/identity/public.ts";
import { foldedName, getOrganisations } from "#foundation/organisations/public.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type AwardPermit, type AwardSubject, awardPolicy } from "./access.ts";
import { findEntrySubject } from "./entries/award-entry.store.server.ts";

/** For the declaration of what is done with one entry. */
export const ofEntry = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) => ({
  policy: awardPolicy,
  target: z.object({ area: z.string(), id: rowId(), ...more }),
  async subject(
    find: Finder,
    target: Readonly<{ area: string; id: string }>,
  ): Promise<AwardSubject | undefined> {
    const area = await findArea(find, target.area);
    const found = area && (await findEntrySubject(find, area.id, target.id));
    return found && { type: "award-entry", id: found.id, area: area.id, workplace: found.organisationId };
  },
});

export const placeOf = async (permit: AwardPermit) => {
  const { id, slug, name } = await getArea(permit, permit.subject.area);
  return { id, slug, name };
};

/** The office that gives awards, as it may be named and telephoned: the secretariat, or the area where none is in the register. */
export async function officeOf(permit: AwardPermit): Promise<Readonly<{ name: string; phone: string }>> {
  const ids = await secretariatOf(permit, permit.subject.area);
  const offices = await getOrganisations(permit, ids);
  const [office] = ids.flatMap((id) => offices.get(id) ?? []);
  return { name: office?.name || (await placeOf(permit)).name, phone: office?.phone ?? "" };
}

/** The same workplace over the years, however it writes its name. */
export const workplaceKey = (name: string): string => foldedName(name);
