import { findOrganisation } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { OPERATOR } from "../members/schema.ts";
import { insertMembership } from "../members/store.server.ts";
import { IDENTITY_SCOPE } from "../store.server.ts";
import { anyDemonstrationUser, findUserByEmail, markDemonstration } from "../users/store.server.ts";
import { hashPassword, makeUser } from "../users/usecases.server.ts";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "./schema.ts";

/** Makes the demonstration accounts where they are missing; running it again changes nothing. */
export async function loadDemonstrationUsers(app: App): Promise<void> {
  let passwordHash: string | undefined;
  for (const account of DEMONSTRATION_ACCOUNTS) {
    let user = (await withRows(app.db, IDENTITY_SCOPE, (permit) => findUserByEmail(permit, account.email)))
      ?.id;
    if (!user) {
      passwordHash ??= await hashPassword(app, DEMONSTRATION_PASSWORD);
      user = await makeUser(app, { email: account.email, name: account.name, passwordHash });
      // Another start was faster and does the rest.
      if (!user) continue;
    }
    const userId = user;
    const organisationId = await organisationOf(app, account.area, account.organisation);
    await withRows(app.db, IDENTITY_SCOPE, async (permit) => {
      await markDemonstration(permit, userId);
      for (const role of [account.role, ...account.also])
        await insertMembership(permit, {
          areaId: account.area,
          organisationId,
          userId,
          role,
          since: app.clock.now(),
        });
    });
  }
}

/** Production refuses to run with accounts whose password everybody knows. */
export async function refuseDemonstrationAccounts(app: App): Promise<void> {
  if (await withRows(app.db, IDENTITY_SCOPE, anyDemonstrationUser)) {
    throw new DatabaseUnusable(
      "This database holds the demonstration accounts, whose passwords are public; start production on a database of its own (YUI_DATA or DATABASE_URL).",
    );
  }
}

/** The sample organisations are loaded before the accounts. */
async function organisationOf(app: App, area: AreaId, name: string | undefined): Promise<OrganisationId> {
  if (name === undefined) return OPERATOR;
  const found = await withRows(app.db, { actor: "<demonstration>", areas: "all" }, (permit) =>
    findOrganisation(permit, area, name),
  );
  if (!found) throw new Error(`no organisation ${name} in ${area}; are the sample organisations loaded?`);
  return found.id;
}
