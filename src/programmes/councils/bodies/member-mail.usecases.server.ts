import type { Role } from "#foundation/actors/public.ts";
import { areasWithin } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { mailboxesOf } from "#foundation/identity/public.ts";
import { findOrganisation, getOrganisations } from "#foundation/organisations/public.ts";
import { changeRow } from "#platform/db/area-rows.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { type Member, TakeMailInput } from "../model/body.schema.ts";
import { ofBody } from "../model/council-target.schema.ts";
import { findBody, selectMembers } from "./body.store.server.ts";

/** Whoever may answer for a seat when signed in. */
const ROLES: readonly Role[] = ["member", "coordinator", "provider"];

/** The users of the area's organisations, each once. */
async function accountsIn(permit: CouncilPermit) {
  const { area } = permit.subject;
  const areas = [area, ...(await areasWithin(permit, area)).map(({ id }) => id)];
  const boxes = [];
  for (const one of areas) for (const role of ROLES) boxes.push(...(await mailboxesOf(permit, one, role)));
  const accounts = [...new Map(boxes.map((box) => [box.userId, box])).values()];
  const known = await getOrganisations(permit, [...new Set(accounts.map((one) => one.organisationId))]);
  return accounts.map((one) => ({ ...one, organisation: known.get(one.organisationId)?.name ?? "" }));
}

type Account = Awaited<ReturnType<typeof accountsIn>>[number];

/** Where mail would reach a member without an address: the user of the seat or its organisation, else the organisation's desk. */
async function proposalFor(permit: CouncilPermit, member: Member, accounts: readonly Account[]) {
  const { id, organisation: name, organisationId, userId } = member;
  const user =
    accounts.find((one) => one.userId === userId) ??
    accounts.find((one) => one.organisationId === organisationId || one.organisation === name);
  if (user) return { id, name, email: user.email, from: `利用者（${user.name}）` };
  const organisation = organisationId
    ? (await getOrganisations(permit, [organisationId])).get(organisationId)
    : await findOrganisation(permit, permit.subject.area, name);
  return organisation?.email ? { id, name, email: organisation.email, from: "関係機関の登録" } : undefined;
}

async function proposalsFor(permit: CouncilPermit, body: string, accounts: readonly Account[]) {
  const found = [];
  for (const member of await selectMembers(permit, body)) {
    const proposal = member.email === "" ? await proposalFor(permit, member, accounts) : undefined;
    if (proposal) found.push(proposal);
  }
  return found;
}

/** The users to whom a seat can be tied, and addresses that are known already for members without one. */
export const listMemberAccounts = query({
  name: "council-member.list-accounts",
  ...ofBody,
  async run(permit, { body }) {
    const accounts = await accountsIn(permit);
    return ok({
      accounts: accounts.map(({ userId, name, organisation }) => ({
        id: userId as string,
        name,
        organisation,
      })),
      proposals: await proposalsFor(permit, body, accounts),
    });
  },
});

/** Takes the chosen addresses over, as they are known now. */
export const takeMemberMail = command({
  name: "council-member.take-mail",
  ...ofBody,
  input: TakeMailInput,
  async run(permit, { body, member: chosen }) {
    if (!(await findBody(permit, body))) return notFound("body");
    const proposals = await proposalsFor(permit, body, await accountsIn(permit));
    const taken = proposals.filter(({ id }) => chosen.includes(id));
    for (const { id, email } of taken) await changeRow(permit, "councilMember", id, { email });
    return ok({ taken: taken.length });
  },
});
