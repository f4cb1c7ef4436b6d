import { organisationsOf } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { pick } from "#platform/kernel/pick.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { findBody, insertMember, selectMembers } from "../bodies/body.store.server.ts";
import { selectCouncils } from "../bodies/body-tree.store.server.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { writeLetter } from "../meetings/council-letter.commands.server.ts";
import { handOf } from "../meetings/telephone.commands.server.ts";
import { MemberInput } from "../model/body.schema.ts";
import { ofArea, ofBody, ofPart } from "../model/council-target.schema.ts";
import { JoinInput, SettleInput } from "../model/join.schema.ts";
import { insertJoin, lockJoin, selectJoinsOf, selectOpenJoins, settleJoin } from "./join.store.server.ts";

/** What somebody who works for an organisation can ask for: the councils, the own organisations, and what was asked before. */
export const readJoining = query({
  name: "join.read",
  ...ofArea("join"),
  async run(permit) {
    const own = permit.actor.kind === "person" ? organisationsOf(permit.actor) : [];
    const known = await getOrganisations(permit, own);
    const asked = await selectJoinsOf(permit, own);
    return ok({
      organisations: own.flatMap((id) => known.get(id) ?? []).map(({ id, name }) => ({ id, name })),
      bodies: (await selectCouncils(permit, [permit.subject.area])).map(({ id, name }) => ({ id, name })),
      asked: asked.map((one) => pick(one, "id", "bodyId", "organisation", "askedAt", "accepted")),
    });
  },
});

/** An organisation asks to sit in a council; the secretariat answers. */
export const askToJoin = command({
  name: "join.ask",
  ...ofBody,
  input: JoinInput,
  async run(permit, { body: bodyId, organisationId, email, message }) {
    const own = permit.actor.kind === "person" ? organisationsOf(permit.actor) : [];
    const organisation = (await getOrganisations(permit, [organisationId])).get(organisationId);
    if (!organisation || !own.includes(organisationId) || !(await findBody(permit, bodyId)))
      return notFound("body");
    const { name, sector } = organisation;
    const sits = (await selectMembers(permit, bodyId)).some((one) => one.organisationId === organisationId);
    if (sits) return conflict("この機関は、すでに委員として登録されています。");
    const asked = { bodyId, organisation: name, organisationId, sector, email, message };
    await insertJoin(permit, { ...asked, askedByName: handOf(permit) });
    return ok(undefined);
  },
});

/** What waits for the secretariat's answer. */
export const listJoins = query({
  name: "join.list",
  ...ofArea("join"),
  run: async (permit) => ok(await selectOpenJoins(permit)),
});

/** Takes the organisation in as a member, or declines; it is told by mail. */
export const answerJoin = command({
  name: "join.settle",
  ...ofPart("join"),
  input: SettleInput,
  async run(permit, { id, answer }) {
    const asked = await lockJoin(permit, id);
    const body = asked && (await findBody(permit, asked.bodyId));
    if (!asked || !body) return notFound("join");
    const accepted = answer === "accept";
    await settleJoin(permit, id, { accepted, by: handOf(permit) });
    const { organisation, organisationId, sector, email } = asked;
    if (accepted) {
      const member = MemberInput.parse({ organisation, organisationId, sector, email });
      await insertMember(permit, body.id, member);
      await refreshBoardLine(permit);
    }
    await writeLetter(permit, accepted ? "join_accepted" : "join_declined", {
      ...{ organisation, representative: "", email, about: `join:${id}` },
      values: { body: body.name, title: body.name },
      onceKey: `join:${id}`,
    });
    return ok({ accepted });
  },
});
