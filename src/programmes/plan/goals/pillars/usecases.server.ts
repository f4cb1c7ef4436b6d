import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { about, planPolicy } from "../../access.ts";
import { inArea, oneInArea } from "../../schema.ts";
import { movedTo } from "../rules.ts";
import { PillarInput } from "../schema.ts";
import { insertPillar, selectPillarOrder, selectPillars, updatePillar } from "./store.server.ts";

export const listPillars = query({
  name: "pillar.list",
  policy: planPolicy,
  target: inArea,
  subject: about("pillar"),
  run: async (permit, { area }) => ok(await selectPillars(permit, area)),
});

/** A pillar stands last until it is moved. */
export const createPillar = command({
  name: "pillar.create",
  policy: planPolicy,
  target: inArea,
  subject: about("pillar"),
  input: PillarInput,
  once: true,
  async run(permit, { area, title }) {
    const id = newId() as string;
    const position = (await selectPillarOrder(permit, area)).length;
    await insertPillar(permit, area, id, permit.clock.now(), { title, position });
    return ok({ id });
  },
});

export const savePillar = command({
  name: "pillar.save",
  policy: planPolicy,
  target: oneInArea,
  subject: about("pillar"),
  input: PillarInput,
  run: async (permit, { area, id, title }) =>
    (await updatePillar(permit, area, id, { title })) ? ok({ id }) : notFound("pillar"),
});

/** Moves a pillar to a place among the others. Said twice it is the same move. */
export const movePillar = command({
  name: "pillar.move",
  policy: planPolicy,
  target: oneInArea,
  subject: about("pillar"),
  input: z.object({ place: z.coerce.number().int().catch(0) }),
  async run(permit, { area, id, place }) {
    const ids = await selectPillarOrder(permit, area);
    if (!ids.includes(id)) return notFound("pillar");
    for (const [position, one] of movedTo(ids, id, place).entries())
      await updatePillar(permit, area, one, { position });
    return ok({ id });
  },
});
