import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { changeRow } from "#platform/db/area-rows.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type CouncilPermit, councilPolicy } from "../access.ts";
import { type Body, type Member, MemberInput } from "../model/body.schema.ts";
import { ofArea, ofBody } from "../model/council-target.schema.ts";
import { bodyView } from "./body.present.ts";
import { findBody, insertMember, lockMember, selectBodies, selectMembers } from "./body.store.server.ts";

export const addMember = command({
  name: "council-member.add",
  ...ofBody,
  input: MemberInput,
  once: true,
  async run(permit, { area: _, body, ...member }) {
    if (!(await findBody(permit, body))) return notFound("body");
    return ok({ id: await insertMember(permit, body, member) });
  },
});

/** A member as its form shows it. */
export const memberValues = (member: Omit<MemberInput, "organisationId">) =>
  formTexts(
    member,
    "organisation",
    "sector",
    "role",
    "representative",
    "email",
    "userId",
    "termFrom",
    "termTo",
  );

export const changeMember = command({
  name: "council-member.change",
  policy: councilPolicy,
  target: z.object({ area: areaId, body: rowId(), id: rowId() }),
  subject: (_find, { area, id }) => ({ type: "member", id, area }),
  input: MemberInput,
  async seen(permit, { body, id }) {
    const member = await lockMember(permit, body, id);
    return member && memberValues(member);
  },
  values: memberValues,
  async run(permit, { area: _area, body: _body, id, ...member }) {
    await changeRow(permit, "councilMember", id, member);
    return ok(undefined);
  },
});

/** The bodies of an area with their members. */
export const listBodies = query({
  name: "body.list",
  ...ofArea("body"),
  async run(permit) {
    const mayEdit = councilPolicy.may(permit.actor, "body.change", permit.subject) !== undefined;
    return ok((await bodiesWithMembers(permit)).map((body) => bodyView(body, mayEdit)));
  },
  shows: (bodies) => bodies.flatMap(({ members }) => members.map(({ id }) => `council-member:${id}`)),
});

export async function bodiesWithMembers(
  permit: CouncilPermit,
): Promise<(Body & { members: readonly Member[] })[]> {
  const members = Map.groupBy(await selectMembers(permit), (member) => member.bodyId);
  return (await selectBodies(permit)).map((body) => ({ ...body, members: members.get(body.id) ?? [] }));
}
