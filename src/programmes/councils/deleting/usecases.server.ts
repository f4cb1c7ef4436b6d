import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { Restored } from "#platform/db/deletions.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import type { CouncilThing } from "../schema.ts";
import { inCouncil } from "../usecases.server.ts";
import {
  clearDeleted,
  type DeletedCouncilThing,
  findRestored,
  markDeleted,
  selectDeleted,
  selectDeletedAt,
} from "./store.server.ts";

const DAYS_TO_RESTORE = 30;
const DAY_MS = 86_400_000;

export function removeFromCouncil(app: App, actor: Actor, area: AreaId, thing: CouncilThing, id: string) {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    thing,
    async (unit, by, at): Promise<Result<undefined>> => {
      if (!(await markDeleted(unit, area, thing, id, by, at))) return notFound(thing);
      await refreshBoardLine(unit, area);
      return ok(undefined);
    },
  );
}

/** Brings a thing back. Sent twice it is there already. */
export function restoreToCouncil(app: App, actor: Actor, area: AreaId, thing: CouncilThing, id: string) {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    thing,
    async (unit, _by, at): Promise<Result<undefined>> => {
      const deletedAt = await selectDeletedAt(unit, area, thing, id);
      if (!deletedAt) return (await findRestored(unit, area, thing, id)) ? ok(undefined) : notFound(thing);
      if (at.getTime() - deletedAt.getTime() > DAYS_TO_RESTORE * DAY_MS)
        return conflict(`消してから${DAYS_TO_RESTORE}日を過ぎたため、戻せません。`);
      await clearDeleted(unit, area, thing, id);
      await refreshBoardLine(unit, area);
      return ok(undefined);
    },
  );
}

/** What was just brought back, for the page that says so. */
export function readRestoredToCouncil(
  app: App,
  actor: Actor,
  area: AreaId,
  thing: CouncilThing,
  id: string,
): Promise<Result<Restored<CouncilThing> | undefined>> {
  return inCouncil(app, actor, area, "council.read-to-edit", thing, async (unit) =>
    ok(await findRestored(unit, area, thing, id)),
  );
}

export function listDeletedOfCouncil(
  app: App,
  actor: Actor,
  area: AreaId,
): Promise<Result<DeletedCouncilThing[]>> {
  return inCouncil(app, actor, area, "council.read-to-edit", "council", async (unit, _by, at) =>
    ok(await selectDeleted(unit, area, new Date(at.getTime() - DAYS_TO_RESTORE * DAY_MS))),
  );
}
