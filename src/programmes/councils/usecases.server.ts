import type { z } from "zod";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, idOfSent } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { type CouncilAction, councilPolicy } from "./access.ts";
import { type Body, type Member, MemberInput } from "./schema.ts";
import { insertMember, selectBodies, selectMembers, updateMember } from "./store.server.ts";

/** Runs a use-case of the council: permission, then the work. */
export function inCouncil<T>(
  app: App,
  actor: Actor,
  area: AreaId,
  action: CouncilAction,
  type: string,
  work: (unit: Unit, by: string, at: Date) => Promise<Result<T>>,
): Promise<Result<T>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, councilPolicy, action, { type, area });
    return permit.ok ? work(unit, scopeOf(actor).actor, unit.clock.now()) : permit;
  });
}

/**
 * What a form saves: the thing of that id, or a new one, of which a second send under one key is the same. `shown` is
 * the fingerprint of the thing as the form showed it.
 */
export type Saving = Readonly<{
  id?: string | undefined;
  onceKey?: string | undefined;
  shown?: string | undefined;
}>;

/** Saves what a form gives: permission, its fields, then the work, which keeps them under the id it is handed. */
export function saveInCouncil<Fields extends z.ZodType>(
  app: App,
  actor: Actor,
  area: AreaId,
  type: string,
  fields: Fields,
  input: unknown,
  { id, onceKey }: Saving,
  keep: (unit: Unit, value: z.output<Fields>, id: string, at: Date) => Promise<Result<undefined>>,
): Promise<Result<{ id: string }>> {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    type,
    async (unit, _by, at): Promise<Result<{ id: string }>> => {
      const value = checked(fields, input);
      if (!value.ok) return value;
      const saved = id ?? idOfSent(onceKey);
      const kept = await keep(unit, value.value, saved, at);
      return kept.ok ? ok({ id: saved }) : kept;
    },
  );
}

export function saveMember(app: App, actor: Actor, area: AreaId, input: unknown, saving: Saving = {}) {
  return saveInCouncil(
    app,
    actor,
    area,
    "member",
    MemberInput,
    input,
    saving,
    async (unit, member, id, at) => {
      const bodies = await selectBodies(unit, area);
      if (!bodies.some((body) => body.id === member.bodyId)) return notFound("body");
      if (!saving.id) await insertMember(unit, area, id, at, member);
      else if (!(await updateMember(unit, area, id, member))) return notFound("member");
      return ok(undefined);
    },
  );
}

export type BodyWithMembers = Body & Readonly<{ members: readonly Member[] }>;

/** The bodies of an area with their members, parents before their children. */
export function listBodies(app: App, actor: Actor, area: AreaId): Promise<Result<BodyWithMembers[]>> {
  return inCouncil(app, actor, area, "council.read", "body", async (unit) =>
    ok(await bodiesWithMembers(unit, area)),
  );
}

export async function bodiesWithMembers(unit: Unit, area: AreaId): Promise<BodyWithMembers[]> {
  const bodies = await selectBodies(unit, area);
  const members = Map.groupBy(await selectMembers(unit, area), (member) => member.bodyId);
  return bodies.map((body) => ({ ...body, members: members.get(body.id) ?? [] }));
}
