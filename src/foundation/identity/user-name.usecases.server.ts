import type { Role } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import {
  type MembershipRow,
  selectMailboxes,
  selectMemberships,
  selectWorkers,
} from "./people/membership.store.server.ts";
import { findAddress, selectNames, selectUsersNamed } from "./user-name.store.server.ts";

/** Names of users, for pages that say who did what. Users out of reach are missing from the map. */
export async function namesOfUsers(
  permit: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await selectNames(permit, [...new Set(ids)]);
  return new Map(users.map(({ id, name }) => [id, name]));
}

const MOST_NAMED = 500;

/** Users in reach whose name holds the text. */
export const findUsersNamed = (permit: Work, text: string): Promise<readonly UserId[]> =>
  selectUsersNamed(permit, text, MOST_NAMED);

/** The mailbox and the open memberships of a user in reach; undefined where nobody has that id. */
export async function findWorker(
  permit: Work,
  userId: string,
): Promise<{ email: string; memberships: readonly MembershipRow[] } | undefined> {
  const email = await findAddress(permit, userId);
  if (email === undefined) return undefined;
  return { email, memberships: await selectMemberships(permit, userId) };
}

/** Who holds that role now for organisations at home in the area, for which, and where mail reaches them. */
export async function mailboxesOf(
  permit: Work,
  area: AreaId,
  role: Role,
): Promise<readonly { userId: UserId; email: string; name: string; organisationId: OrganisationId }[]> {
  const boxes = await selectMailboxes(permit, area, role);
  const each = [...new Map(boxes.map((box) => [box.userId, box])).values()];
  return each.map(({ userId, email, name, organisationId }) => ({ userId, email, name, organisationId }));
}

/** Who holds one of these roles for that organisation now, with their names, who came first before. */
export async function workersOf(
  permit: Work,
  organisation: OrganisationId,
  roles: readonly Role[],
): Promise<ReadonlyMap<string, string>> {
  return namesOfUsers(permit, await selectWorkers(permit, organisation, roles));
}

export { areasWithSecretariat, secretariatOf, secretariats } from "./people/secretariat.store.server.ts";
