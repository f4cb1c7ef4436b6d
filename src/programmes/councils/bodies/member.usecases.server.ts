import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type CouncilPermit, councilPolicy } from "../access.ts";
import { type Body, type Member, MemberInput } from "../model/body.schema.ts";
import { ofArea, ofBody } from "../model/council-target.schema.ts";
import { type BodyView, bodyView } from "./body.present.ts";
import {
  findBody,
  insertMember,
  lockMember,
  selectBodies,
  selectMembers,
  updateMember,
} from "./body.store.server.ts";

export const addMember = command({
  name: "council-member.add",
  ...ofBody,
  input: MemberInput,
  once: true,
  async run(permit, { area, body, ...member }) {
    if (!(await findBody(permit, area, body))) return notFound("body");
    const id = newId() as string;
    await insertMember(permit, area, body, id, member);
    return ok({ id });
  },
});

/** A member as its form shows it. */
export const memberValues = (member: Omit<MemberInput, "organisationId">) => ({
  organisation: member.organisation,
  sector: member.sector,
  role: member.role,
  representative: member.representative,
  email: member.email,
  termFrom: member.termFrom ?? "",
  termTo: member.termTo ?? "",
});

export const changeMember = command({
  name: "council-member.change",
  policy: councilPolicy,
  target: z.object({ area: areaId, body: rowId(), id: rowId() }),
  subject: (_find, { area, id }) => ({ type: "member", id, area }),
  input: MemberInput,
  async seen(permit, { area, body, id }) {
    const member = await lockMember(permit, area, body, id);
    return member && memberValues(member);
  },
  values: memberValues,
  async run(permit, { area, body: _, id, ...input }) {
    await updateMember(permit, area, id, input);
    return ok(undefined);
  },
});

/** The bodies of an area with their members. */
export const listBodies = query({
  name: "body.list",
  ...ofArea("body"),
  async run(permit, { area }) {
    const mayEdit = councilPolicy.may(permit.actor, "body.change", permit.subject) !== undefined;
    return ok((await bodiesWithMembers(permit, area)).map((body): BodyView => bodyView(body, mayEdit)));
  },
});

export async function bodiesWithMembers(
  permit: CouncilPermit,
  area: AreaId,
): Promise<(Body & { members: readonly Member[] })[]> {
  const members = Map.groupBy(await selectMembers(permit, area), (member) => member.bodyId);
  return (await selectBodies(permit, area)).map((body) => ({ ...body, members: members.get(body.id) ?? [] }));
}
