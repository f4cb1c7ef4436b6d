import type { Actor } from "#foundation/actors/public.ts";
import { type Area, findArea } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { councilPolicy } from "../access.ts";

export type CouncilPlace = Readonly<{ area: Area; mayEdit: boolean; mayComment: boolean }>;

/** An area as pages work in it, and what the actor may do there. */
export function findCouncilPlace(app: App, actor: Actor, text: string): Promise<Result<CouncilPlace>> {
  return act(app, actor, async (unit): Promise<Result<CouncilPlace>> => {
    const area = await findArea(unit, text);
    if (!area) return notFound("area");
    const may = (action: "council.edit" | "council.comment") =>
      councilPolicy.may(actor, action, { type: "council", area: area.id }) !== undefined;
    return ok({ area, mayEdit: may("council.edit"), mayComment: may("council.comment") });
  });
}
