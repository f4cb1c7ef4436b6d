import { act, authorise, type Unit } from "#foundation/audit/public.ts";
import { type Actor, scopeOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { type CouncilAction, councilPolicy } from "./access.ts";
import { type Body, BodyInput, type CouncilThing, type Member, MemberInput } from "./schema.ts";
import {
  clearDeleted,
  type DeletedCouncilThing,
  insertBody,
  insertMember,
  markDeleted,
  selectBodies,
  selectDeleted,
  selectDeletedAt,
  selectMembers,
  updateBody,
  updateMember,
} from "./store.server.ts";

const DAYS_TO_RESTORE = 30;
const DAY_MS = 86_400_000;

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

/** Makes a body, or changes the one of that id. */
export function saveBody(
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
    "body",
    async (unit, _by, at): Promise<Result<{ id: string }>> => {
      const body = checked(BodyInput, input);
      if (!body.ok) return body;
      const bodies = await selectBodies(unit.tx, area);
      const { parentId } = body.value;
      if (parentId && !bodies.some((one) => one.id === parentId)) return notFound("body");
      if (parentId && id && isBelow(bodies, parentId, id))
        return conflict("自分の下にある会議を、上の会議にはできません。");
      if (id) return (await updateBody(unit.tx, area, id, body.value)) ? ok({ id }) : notFound("body");
      const made = newId() as string;
      await insertBody(unit.tx, area, made, at, body.value);
      return ok({ id: made });
    },
  );
}

/** Whether a body stands below another, or is it. */
function isBelow(bodies: readonly Body[], id: string, above: string): boolean {
  for (let at: string | null = id; at !== null; at = bodies.find((one) => one.id === at)?.parentId ?? null)
    if (at === above) return true;
  return false;
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

export function removeFromCouncil(app: App, actor: Actor, area: AreaId, thing: CouncilThing, id: string) {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    thing,
    async (unit, by, at): Promise<Result<undefined>> =>
      (await markDeleted(unit.tx, area, thing, id, by, at)) ? ok(undefined) : notFound(thing),
  );
}

export function restoreToCouncil(app: App, actor: Actor, area: AreaId, thing: CouncilThing, id: string) {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    thing,
    async (unit, _by, at): Promise<Result<undefined>> => {
      const deletedAt = await selectDeletedAt(unit.tx, area, thing, id);
      if (!deletedAt) return notFound(thing);
      if (at.getTime() - deletedAt.getTime() > DAYS_TO_RESTORE * DAY_MS)
        return conflict(`消してから${DAYS_TO_RESTORE}日を過ぎたため、戻せません。`);
      await clearDeleted(unit.tx, area, thing, id);
      return ok(undefined);
    },
  );
}

export function listDeletedOfCouncil(
  app: App,
  actor: Actor,
  area: AreaId,
): Promise<Result<DeletedCouncilThing[]>> {
  return inCouncil(app, actor, area, "council.edit", "council", async (unit, _by, at) =>
    ok(await selectDeleted(unit.tx, area, new Date(at.getTime() - DAYS_TO_RESTORE * DAY_MS))),
  );
}
