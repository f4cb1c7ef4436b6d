import { beforeAll, expect, it } from "vitest";
import { type Actor, actorOf } from "#foundation/actors/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { findWish } from "#platform/mail/digest/wishes.ts";
import { testApp } from "#test/app.ts";
import { insertUser } from "../people/user.store.server.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { readOwnWish, saveOwnWish } from "./account-mail.usecases.server.ts";

const app = testApp();
const [HERE, THERE] = ["sma-32-02", "sma-32-03"] as AreaId[] as [AreaId, AreaId];
const email = "tantou@hamada-sanpo.example";
const organisationId = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
let user: UserId;
let actor: Actor;

beforeAll(async () => {
  user = (await asSignIn(app, (access) => insertUser(access, { email, name: "担当", passwordHash: "" })))!;
  actor = actorOf({
    userId: user,
    name: "",
    memberships: [{ organisationId, role: "provider", areaId: HERE, areas: [HERE, THERE] }],
    reach: [HERE, THERE],
  });
});

it("keeps one wish of a person's mailbox for all areas that the person works in", async () => {
  expect(expectOk(await readOwnWish(app, actor, { user }))).toBe("at_once");
  expectOk(await saveOwnWish(app, actor, { user }, { wish: "daily" }));
  expect(expectOk(await readOwnWish(app, actor, { user }))).toBe("daily");
  const found = await withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => [
    await findWish(tx, THERE, "Tantou@hamada-sanpo.example"),
    await findWish(tx, "sma-32-01", email),
  ]);
  expect(found).toEqual(["daily", "at_once"]);
});

it("takes no wish that is none, and none for somebody else", async () => {
  expect(await saveOwnWish(app, actor, { user }, { wish: "hourly" })).toMatchObject({
    ok: false,
    error: { kind: "invalid", fields: { wish: [expect.any(String)] } },
  });
  const other = { user: "0198f2a0-0000-7000-8000-0000000000bb" };
  expect(await saveOwnWish(app, actor, other, { wish: "daily" })).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
});
