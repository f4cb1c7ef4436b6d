import { act, authorise, type Unit } from "#foundation/audit/public.ts";
import { type Actor, scopeOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
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

export function saveMember(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
  id?: string,
): Promise<Result<{ id: string }>> {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    "member",
    async (unit, _by, at): Promise<Result<{ id: string }>> => {
      const member = checked(MemberInput, input);
      if (!member.ok) return member;
      const bodies = await selectBodies(unit.tx, area);
      if (!bodies.some((body) => body.id === member.value.bodyId)) return notFound("body");
      if (id) return (await updateMember(unit.tx, area, id, member.value)) ? ok({ id }) : notFound("member");
      const made = newId() as string;
      await insertMember(unit.tx, area, made, at, member.value);
      return ok({ id: made });
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
  const bodies = await selectBodies(unit.tx, area);
  const members = Map.groupBy(await selectMembers(unit.tx, area), (member) => member.bodyId);
  return bodies.map((body) => ({ ...body, members: members.get(body.id) ?? [] }));
}
