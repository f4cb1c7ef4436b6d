import { getArea } from "#foundation/areas/public.ts";
import { secretariatOf } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { EventPermit } from "../access.ts";
import type { Event } from "../model/event.schema.ts";

/** The area of a permit, as pages name it and lead to it. */
export async function placeOf(permit: EventPermit) {
  const { id, name, slug } = await getArea(permit, permit.subject.area);
  return { id, name, slug };
}

/** Whom to telephone about an event: what it says itself, or else the secretariat. */
export async function organiserPhone(permit: EventPermit, { phone }: Pick<Event, "phone">): Promise<string> {
  if (phone) return phone;
  const ids = await secretariatOf(permit, permit.subject.area);
  const offices = await getOrganisations(permit, ids);
  return ids.map((id) => offices.get(id)?.phone).find(Boolean) ?? "";
}
