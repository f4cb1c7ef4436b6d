import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, query, type Work } from "#foundation/authority/public.ts";
import { findOrganisation } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { OPERATOR } from "../people/membership.schema.ts";
import { insertMembership } from "../people/membership.store.server.ts";
import { anyDemonstrationUser, findUserByEmail, insertUser } from "../people/user.store.server.ts";
import { hashPassword } from "../sign-in/password-hash.usecases.server.ts";
import { alsoAsSignIn } from "../sign-in-access.store.server.ts";
import { userPolicy } from "../user.access.ts";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
  type DemonstrationAccount,
} from "./demonstration-account.schema.ts";

const allUsers = () => ({ type: "user", area: NATION });

/** Makes the demonstration accounts where they are missing; running it again changes nothing. */
export const loadDemonstrationUsers = async (app: App): Promise<void> =>
  expectOk(await loadSamples(app, service("demonstration"), {}));

const loadSamples = command({
  name: "user.load-samples",
  policy: userPolicy,
  target: z.object({}),
  subject: allUsers,
  async run(permit, _target, app) {
    let passwordHash: string | undefined;
    for (const account of DEMONSTRATION_ACCOUNTS) {
      const organisationId = await organisationOf(permit, account);
      const { email, name, area: areaId } = account;
      let userId = (await findUserByEmail(permit, email))?.id;
      if (!userId) {
        passwordHash ??= await hashPassword(app, DEMONSTRATION_PASSWORD);
        const user = { email, name, passwordHash, demonstration: true };
        userId = await alsoAsSignIn(permit, (access) => insertUser(access, user));
      }
      // Another start was faster and does the rest.
      if (!userId) continue;
      for (const role of [account.role, ...account.also])
        await insertMembership(permit, { areaId, organisationId, userId, role });
    }
    return ok(undefined);
  },
});

const findSamples = query({
  name: "user.find-samples",
  policy: userPolicy,
  target: z.object({}),
  subject: allUsers,
  run: async (permit) => ok(await anyDemonstrationUser(permit)),
});

/** Production refuses to run with accounts whose password everybody knows. */
export async function refuseDemonstrationAccounts(app: App): Promise<void> {
  if (expectOk(await findSamples(app, service("cli"), {}))) {
    throw new DatabaseUnusable(
      "This database holds the demonstration accounts, whose passwords are public; start production on a database of its own (YUI_DATA or DATABASE_URL).",
    );
  }
}

/** The sample organisations are loaded before the accounts. */
async function organisationOf(
  permit: Work,
  { area, organisation: name }: DemonstrationAccount,
): Promise<OrganisationId> {
  if (name === undefined) return OPERATOR;
  const found = await findOrganisation(permit, area, name);
  if (!found) throw new Error(`no organisation ${name} in ${area}; are the sample organisations loaded?`);
  return found.id;
}
