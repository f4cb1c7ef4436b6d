import { expect, it } from "vitest";
import { actorOf } from "#foundation/actors/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { findWish } from "#platform/mail/digest/wishes.ts";
import { testApp } from "#test/app.ts";
import type { Session } from "../../schema.ts";
import { readOwnWish, saveOwnWish } from "./usecases.server.ts";

const app = testApp();
const [HERE, THERE] = ["sma-32-02", "sma-32-03"] as AreaId[] as [AreaId, AreaId];
const userId = "0198f2a0-0000-7000-8000-0000000000aa" as UserId;
const organisationId = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
const actor = actorOf({
  userId,
  name: "",
  memberships: [{ organisationId, role: "provider", areaId: HERE, areas: [HERE, THERE] }],
  reach: [HERE, THERE],
});
const session = { userId, email: "tantou@hamada-sanpo.example" } as Session;

it("keeps one wish of a person's mailbox for all areas that the person works in", async () => {
  expect(await readOwnWish(app, actor, session)).toBe("at_once");
  expectOk(await saveOwnWish(app, actor, session, "daily"));
  expect(await readOwnWish(app, actor, session)).toBe("daily");
  const found = await withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => [
    await findWish(tx, THERE, "Tantou@hamada-sanpo.example"),
    await findWish(tx, "sma-32-01", session.email),
  ]);
  expect(found).toEqual(["daily", "at_once"]);
});

it("takes no wish that is none, and none for somebody else", async () => {
  expect(await saveOwnWish(app, actor, session, "hourly")).toMatchObject({
    ok: false,
    error: { kind: "invalid", fields: { wish: [expect.any(String)] } },
  });
  const other = { ...session, userId: "0198f2a0-0000-7000-8000-0000000000bb" as UserId };
  expect(await saveOwnWish(app, actor, other, "daily")).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
});
