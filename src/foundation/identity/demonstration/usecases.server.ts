import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import { type AreaId, namedId, type OrganisationId } from "#platform/kernel/ids.ts";
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
    let user = (await inTransaction(app.db, IDENTITY_SCOPE, (tx) => findUserByEmail(tx, account.email)))?.id;
    if (!user) {
      passwordHash ??= await hashPassword(app, DEMONSTRATION_PASSWORD);
      user = await makeUser(app, { email: account.email, name: account.name, passwordHash });
    }
    const userId = user;
    await inTransaction(app.db, IDENTITY_SCOPE, async (tx) => {
      await markDemonstration(tx, userId);
      await insertMembership(tx, {
        areaId: account.area,
        organisationId: organisationOf(account.area, account.organisation),
        userId,
        role: account.role,
        since: app.clock.now(),
      });
    });
  }
}

/** Production refuses to run with accounts whose password everybody knows. */
export async function refuseDemonstrationAccounts(app: App): Promise<void> {
  if (await inTransaction(app.db, IDENTITY_SCOPE, anyDemonstrationUser)) {
    throw new DatabaseUnusable(
      "This database holds the demonstration accounts, whose passwords are public; start production on a database of its own (YUI_DATA or DATABASE_URL).",
    );
  }
}

/** The same id under which the sample organisation of that name is loaded. */
function organisationOf(area: AreaId, name: string | undefined): OrganisationId {
  return name === undefined ? OPERATOR : namedId("organisation", area, name);
}
