import { expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { db } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { endMembershipRow, insertMembership, selectMemberships } from "./membership.store.server.ts";
import { areasWithSecretariat, secretariatOf } from "./secretariat.store.server.ts";

const AREA = "sma-32-02" as AreaId;
const app = testApp();

async function user(): Promise<UserId> {
  const id = newId<UserId>();
  const at = app.clock.now();
  await asSignIn(app, (access) =>
    db(access)
      .insertInto("identity_user")
      .values({
        ...{ id, name: "担当", email: `${id}@example.jp`, demonstration: false, email_verified: true },
        ...{ image: null, two_factor_enabled: false, created_at: at, updated_at: at },
      })
      .execute(),
  );
  return id;
}

const begin = (userId: UserId, organisationId: OrganisationId, role: "coordinator" | "member") =>
  asSignIn(app, (access) => insertMembership(access, { areaId: AREA, organisationId, userId, role }));
const end = (userId: UserId) =>
  asSignIn(app, async (access) => {
    for (const held of await selectMemberships(access, userId)) await endMembershipRow(access as never, held);
  });
/** What a visitor sees of it. */
const seen = () =>
  withPermit(app, VISITOR, async (access) => ({
    areas: await areasWithSecretariat(access),
    offices: await secretariatOf(access, AREA),
  }));
const NONE = { areas: [], offices: [] };

it("is an organisation as long as somebody coordinates for it, and anybody may know", async () => {
  const office = newId<OrganisationId>();
  const [first, second, member] = [await user(), await user(), await user()];
  await begin(member, office, "member");
  expect(await seen()).toEqual(NONE);
  for (const one of [first, second]) await begin(one, office, "coordinator");
  expect(await seen()).toEqual({ areas: [AREA], offices: [office] });
  await end(first);
  expect(await seen()).toEqual({ areas: [AREA], offices: [office] });
  await end(second);
  expect(await seen()).toEqual(NONE);
  const memberships = withPermit(app, VISITOR, (access) => selectMemberships(access, member));
  expect(await memberships).toEqual([]);
});

it("is what is true where coordinators come and go at the same moment", async () => {
  const office = newId<OrganisationId>();
  for (let round = 0; round < 10; round += 1) {
    const [going, other, coming] = [await user(), await user(), await user()];
    for (const one of [going, other]) await begin(one, office, "coordinator");
    await Promise.all([end(going), end(other), begin(coming, office, "coordinator")]);
    expect((await seen()).offices).toEqual([office]);
    await Promise.all([end(coming), end(going)]);
    expect(await seen()).toEqual(NONE);
  }
});
