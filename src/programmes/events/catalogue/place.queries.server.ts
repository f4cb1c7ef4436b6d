import { getArea } from "#foundation/areas/public.ts";
import type { EventPermit } from "../access.ts";

/** The area of a permit, as pages name it and lead to it. */
export async function placeOf(permit: EventPermit) {
  const { id, name, slug } = await getArea(permit, permit.subject.area);
  return { id, name, slug };
}
