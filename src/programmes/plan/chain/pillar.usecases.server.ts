import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { addRow, changeRow } from "#platform/db/area-rows.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { aboutArea, aboutRow } from "../access.ts";
import { movedTo } from "../model/goal.rules.ts";
import { PillarInput } from "../model/goal.schema.ts";
import { pillarValues } from "../model/plan-form.present.ts";
import { countGoals, findPillar, lockPillars } from "./pillar.store.server.ts";
import { shownNow } from "./shown-part.queries.server.ts";

export const listPillars = query({
  name: "pillar.list",
  ...aboutArea("pillar"),
  run: async (permit) => ok(await countGoals(permit)),
});

/** A pillar stands last until it is moved. */
export const createPillar = command({
  name: "pillar.create",
  ...aboutArea("pillar"),
  input: PillarInput,
  once: true,
  async run(permit, { title }) {
    const position = (await lockPillars(permit)).length;
    return ok({ id: await addRow(permit, "planPillar", { title, position, createdAt: permit.clock.now() }) });
  },
});

export const savePillar = command({
  name: "pillar.save",
  ...aboutRow("pillar"),
  input: PillarInput,
  seen: shownNow("pillar", findPillar, pillarValues),
  values: pillarValues,
  run: async (permit, { id, title }) =>
    (await changeRow(permit, "planPillar", id, { title })) ? ok({ id }) : notFound("pillar"),
});

/** Moves a pillar to a place among the others. Said twice it is the same move. */
export const movePillar = command({
  name: "pillar.move",
  ...aboutRow("pillar"),
  input: z.object({ place: z.coerce.number().int().catch(0) }),
  async run(permit, { id, place }) {
    const ids = await lockPillars(permit);
    if (!ids.includes(id)) return notFound("pillar");
    for (const [position, one] of movedTo(ids, id, place).entries())
      await changeRow(permit, "planPillar", one, { position });
    return ok({ id });
  },
});
