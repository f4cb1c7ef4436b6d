import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { aboutArea, aboutRow } from "../access.ts";
import { movedTo } from "../model/goal.rules.ts";
import { PillarInput } from "../model/goal.schema.ts";
import { pillarValues } from "../model/plan-form.present.ts";
import {
  findPillar,
  insertPillar,
  selectPillarOrder,
  selectPillars,
  updatePillar,
} from "./pillar.store.server.ts";
import { shownNow } from "./shown-row.queries.server.ts";

export const listPillars = query({
  name: "pillar.list",
  ...aboutArea("pillar"),
  run: async (permit, { area }) => ok(await selectPillars(permit, area)),
});

/** A pillar stands last until it is moved. */
export const createPillar = command({
  name: "pillar.create",
  ...aboutArea("pillar"),
  input: PillarInput,
  once: true,
  async run(permit, { area, title }) {
    const position = (await selectPillarOrder(permit, area)).length;
    return ok({ id: await insertPillar(permit, area, { title, position }) });
  },
});

export const savePillar = command({
  name: "pillar.save",
  ...aboutRow("pillar"),
  input: PillarInput,
  seen: shownNow("pillar", findPillar, pillarValues),
  values: pillarValues,
  run: async (permit, { area, id, title }) =>
    (await updatePillar(permit, area, id, { title })) ? ok({ id }) : notFound("pillar"),
});

/** Moves a pillar to a place among the others. Said twice it is the same move. */
export const movePillar = command({
  name: "pillar.move",
  ...aboutRow("pillar"),
  input: z.object({ place: z.coerce.number().int().catch(0) }),
  async run(permit, { area, id, place }) {
    const ids = await selectPillarOrder(permit, area);
    if (!ids.includes(id)) return notFound("pillar");
    for (const [position, one] of movedTo(ids, id, place).entries())
      await updatePillar(permit, area, one, { position });
    return ok({ id });
  },
});
