import { beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { addResource, readResourceToEdit } from "../entries/resource.usecases.server.ts";
import {
  confirmResource,
  readOwnResource,
  reportMistake,
  setResourceIntake,
  unlistResource,
} from "./owner.usecases.server.ts";
import { ownerDoor } from "./owner-door.queries.server.ts";
import { askOwners } from "./owner-round.commands.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const clerk = person("coordinator", area);
const typed = (name: string) => ({
  ...{
    name,
    kind: "clinic",
    fee: "insured",
    residence: "any",
    listed: "true",
    checked: "true",
    email: "owner@example.jp",
  },
});
const add = async (name: string) => expectOk(await addResource(app, clerk, { area }, typed(name))) as string;
const later = (at: string) => ({ ...app, clock: fixedClock(at) });
const letters = () =>
  withRows(app.db, { actor: "<test>", areas: "all" }, (access) =>
    tables(access)
      .selectFrom("mailOutbox")
      .select("onceKey")
      .where("onceKey", "like", "directory:check:%")
      .execute(),
  );
const linkTo = (subject: string) =>
  withPermit(
    app,
    clerk,
    (work) =>
      makeLink(work, { area, purpose: "directory", subjectType: "resource", subject, expiresAt: null }),
    area,
  );

beforeAll(() => loadReferenceAreas(app));

it("asks an owner half a year after the last check, once, and again half a year later", async () => {
  const id = await add("確認を頼む診療所");
  const about = async () => (await letters()).filter(({ onceKey }) => onceKey.includes(id)).length;
  await askOwners(later("2027-05-21T01:00:00Z"));
  expect(await about()).toBe(0);
  await askOwners(later("2027-05-22T01:00:00Z"));
  await askOwners(later("2027-05-23T01:00:00Z"));
  expect(await about()).toBe(1);
  await askOwners(later("2027-11-22T01:00:00Z"));
  expect(await about()).toBe(2);
});

it("lets the owner confirm, say whether somebody is taken, tell of a change and be unlisted by the link alone", async () => {
  const [id, other] = [await add("リンクの診療所"), await add("よその診療所")];
  const { actor, target } = expectOk(await ownerDoor(app, await linkTo(id)));
  expect(expectOk(await readOwnResource(app, actor, target))).toMatchObject({
    entry: { name: "リンクの診療所" },
  });
  expectOk(
    await confirmResource(later("2026-12-01T01:00:00Z"), actor, target, {
      groups: ["contact", "hours", "service"],
    }),
  );
  expectOk(await setResourceIntake(app, actor, target, { intake: "waiting", intakeWait: "under_month" }));
  expectOk(await reportMistake(app, actor, target, { words: "電話番号を変更しました" }));
  const seen = expectOk(await readResourceToEdit(app, clerk, { area, id }));
  expect(seen.one.checks[0]).toMatchObject({ on: "2026-12-01", by: "掲載機関" });
  expect([seen.intake.now, seen.reports.length]).toEqual(["waiting", 1]);
  expect((await confirmResource(app, actor, { area, id: other }, { groups: ["contact"] })).ok).toBe(false);
  expect((await readResourceToEdit(app, actor, target)).ok).toBe(false);
  expectOk(await unlistResource(app, actor, target, { reason: "希望" }));
  expect(expectOk(await readOwnResource(app, actor, target))).toMatchObject({ state: "unlisted" });
});

it("asks nobody for a service that may not", async () => {
  const id = await add("頼めない診療所");
  expect((await confirmResource(app, service("directory"), { area, id }, { groups: ["contact"] })).ok).toBe(
    false,
  );
});
