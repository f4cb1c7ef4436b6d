import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { command, type Finder, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type CouncilAction, councilPolicy } from "../access.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { COUNCIL_THINGS, type CouncilThing } from "../model/body.schema.ts";
import { ofArea, ofThing } from "../model/council-target.schema.ts";
import {
  clearDeleted,
  findRestored,
  markDeleted,
  selectDeleted,
  selectDeletedAt,
} from "./deletion.store.server.ts";

const DAYS_TO_RESTORE = 30;
const DAY_MS = 86_400_000;

/** A thing, and the meeting or body of it where an address names that. */
const inAddress = z.object({
  area: areaId,
  id: rowId(),
  meeting: rowId().optional(),
  body: rowId().optional(),
});

const deleting = <const Name extends CouncilAction>(name: Name, thing: CouncilThing) =>
  command({
    name,
    ...ofThing(thing),
    target: inAddress,
    async run(permit, { area, id, meeting, body }) {
      const by = scopeOf(permit.actor).actor;
      const under = meeting ?? body;
      if (!(await markDeleted(permit, area, thing, id, by, permit.clock.now(), under)))
        return notFound(thing);
      await refreshBoardLine(permit, area);
      return ok(undefined);
    },
  });

/** Deletes a thing of each kind; its row is kept. */
export const deleteThing = {
  body: deleting("body.delete", "body"),
  member: deleting("council-member.delete", "member"),
  meeting: deleting("meeting.delete", "meeting"),
  paper: deleting("paper.delete", "paper"),
  decision: deleting("decision.delete", "decision"),
  task: deleting("task.delete", "task"),
} as const satisfies Record<CouncilThing, unknown>;

const ofDeleted = {
  policy: councilPolicy,
  target: z.object({ area: areaId, thing: z.enum(COUNCIL_THINGS), id: rowId() }),
  subject: (_find: Finder, { area, thing, id }: { area: AreaId; thing: CouncilThing; id: string }) => ({
    type: thing,
    id,
    area,
  }),
};

/** Brings a thing back. Sent twice it is there already. */
export const restoreThing = command({
  name: "council.restore",
  ...ofDeleted,
  async run(permit, { area, thing, id }) {
    const deletedAt = await selectDeletedAt(permit, area, thing, id);
    if (!deletedAt) return (await findRestored(permit, area, thing, id)) ? ok(undefined) : notFound(thing);
    if (permit.clock.now().getTime() - deletedAt.getTime() > DAYS_TO_RESTORE * DAY_MS)
      return conflict(`消してから${DAYS_TO_RESTORE}日を過ぎたため、戻せません。`);
    await clearDeleted(permit, area, thing, id);
    await refreshBoardLine(permit, area);
    return ok(undefined);
  },
});

/** What was just brought back, for the page that says so. */
export const readRestored = query({
  name: "council.read-restored",
  ...ofDeleted,
  run: async (permit, { area, thing, id }) => ok(await findRestored(permit, area, thing, id)),
});

export const listDeleted = query({
  name: "council.list-deleted",
  ...ofArea("council"),
  run: async (permit, { area }) =>
    ok(await selectDeleted(permit, area, new Date(permit.clock.now().getTime() - DAYS_TO_RESTORE * DAY_MS))),
});
