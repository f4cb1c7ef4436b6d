import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { idFromForm } from "../../fields/rules.ts";
import { editPlan } from "../../usecases.server.ts";
import { movedTo } from "../rules.ts";
import { PillarInput } from "../schema.ts";
import { insertPillar, selectPillarOrder, updatePillar } from "./store.server.ts";

/** A pillar stands last until it is moved. */
export function createPillar(app: App, actor: Actor, area: AreaId, input: unknown) {
  return editPlan(app, actor, area, "pillar", async (unit, _by, at): Promise<Result<{ id: string }>> => {
    const pillar = checked(PillarInput, input);
    if (!pillar.ok) return pillar;
    const id = idFromForm(input);
    const position = (await selectPillarOrder(unit, area)).length;
    await insertPillar(unit, area, id, at, { ...pillar.value, position });
    return ok({ id });
  });
}

export function savePillar(app: App, actor: Actor, area: AreaId, id: string, input: unknown) {
  return editPlan(app, actor, area, "pillar", async (unit): Promise<Result<{ id: string }>> => {
    const pillar = checked(PillarInput, input);
    if (!pillar.ok) return pillar;
    return (await updatePillar(unit, area, id, pillar.value)) ? ok({ id }) : notFound("pillar");
  });
}

/** Moves a pillar to a place among the others. Said twice it is the same move. */
export function movePillar(app: App, actor: Actor, area: AreaId, id: string, place: number) {
  return editPlan(app, actor, area, "pillar", async (unit): Promise<Result<{ id: string }>> => {
    const ids = await selectPillarOrder(unit, area);
    if (!ids.includes(id)) return notFound("pillar");
    for (const [position, one] of movedTo(ids, id, place).entries())
      await updatePillar(unit, area, one, { position });
    return ok({ id });
  });
}
