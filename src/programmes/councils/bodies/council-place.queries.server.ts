import { type Area, getArea, inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { type CouncilAction, councilPolicy } from "../access.ts";

export type CouncilPlace = Readonly<{ area: Area; mayEdit: boolean; mayComment: boolean }>;

/** The area that the text names, as pages work in it, and what the actor may do there. */
export const findCouncilPlace = query({
  name: "council.find-place",
  ...inArea(councilPolicy, "area"),
  async run(permit) {
    const area = await getArea(permit, permit.subject.area);
    const may = (action: CouncilAction) =>
      councilPolicy.may(permit.actor, action, permit.subject) !== undefined;
    return ok({ area, mayEdit: may("body.change"), mayComment: may("meeting.comment") });
  },
});
