import { type Area, getArea, inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { councilPolicy } from "../access.ts";

export type CouncilPlace = Readonly<{ area: Area; mayEdit: boolean }>;

/** The area that the text names, as pages work in it, and what the actor may do there. */
export const findCouncilPlace = query({
  name: "council.find-place",
  ...inArea(councilPolicy, "area"),
  async run(permit) {
    const area = await getArea(permit, permit.subject.area);
    const mayEdit = councilPolicy.may(permit.actor, "body.change", permit.subject) !== undefined;
    return ok<CouncilPlace>({ area, mayEdit });
  },
});
