import { z } from "zod";
import { type Area, findArea } from "#foundation/areas/public.ts";
import { type Finder, query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { type CouncilAction, councilPolicy } from "../access.ts";

export type CouncilPlace = Readonly<{ area: Area; mayEdit: boolean; mayComment: boolean }>;

/** The area that the text names, as pages work in it, and what the actor may do there. */
export const findCouncilPlace = query({
  name: "council.find-place",
  policy: councilPolicy,
  target: z.object({ area: z.string() }),
  async subject(find: Finder, { area: text }) {
    const area = await findArea(find, text);
    return area && { type: "area", id: area.id, area: area.id };
  },
  async run(permit, { area: text }) {
    const area = await findArea(permit, text);
    if (!area) return notFound("area");
    const may = (action: CouncilAction) =>
      councilPolicy.may(permit.actor, action, permit.subject) !== undefined;
    return ok({ area, mayEdit: may("body.change"), mayComment: may("meeting.comment") });
  },
});
