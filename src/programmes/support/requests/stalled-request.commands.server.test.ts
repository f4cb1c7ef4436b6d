import { beforeAll, expect, it } from "vitest";
import { actorOf, type Role, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import { upkeep } from "../system/upkeep.usecases.server.ts";
import { answerEnquiry } from "./answer.commands.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { readRequest } from "./request-view.queries.server.ts";
import { reopenVisit } from "./visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
/** Who keeps the secretariat as well, but has no mailbox here. */
const STAFF = person("coordinator", AREA);
const SECRETARIAT = newId<OrganisationId>();
const app = testApp();
let clerk: UserId;

async function somebody(role: Role, area: string): Promise<UserId> {
  const userId = newId<UserId>();
  const at = app.clock.now();
  await withRows(app.db, { actor: "<identity>", areas: [area] }, async (tx) => {
    const user = { id: userId, name: "事務局", email: `${userId}@example.jp`, demonstration: false };
    await db(tx)
      .insertInto("identity_user")
      .values({
        ...{ ...user, email_verified: true, image: null, two_factor_enabled: false },
        ...{ created_at: at, updated_at: at },
      })
      .execute();
    await db(tx)
      .insertInto("membership")
      .values({
        ...{ area_id: area, id: newId(), organisation_id: SECRETARIAT, user_id: userId, role },
        ...{ since: at, until: null },
      })
      .execute();
  });
  return userId;
}

beforeAll(async () => {
  await loadReferenceAreas(app);
  clerk = await somebody("coordinator", AREA);
  await somebody("provider", AREA);
  await somebody("coordinator", "14150");
});

/** A request that two offices were asked about. */
async function asked(decidedBy: "coordinator" | "first_come" = "coordinator"): Promise<string> {
  const wishes = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
  const { id } = await enter(app, STAFF, AREA, { people: 3, wishes });
  const offer = () => makeOffer(app, STAFF, AREA, { parts: [partOf("甲", undefined, "kou@example.jp")] });
  const input = { offer: [await offer(), await offer()], days: 3, decidedBy };
  expectOk(await askAround(app, STAFF, { area: AREA, id }, input));
  return id;
}
const look = async (id: string) => expectOk(await readRequest(app, STAFF, { area: AREA, id }));
/** The letters about a request that reached somebody who keeps a secretariat, wherever. */
async function told(id: string) {
  const mails = await withPermit(app, service("test"), (permit) => listMails(permit, 500, { links: true }));
  return mails.filter((mail) => mail.body.includes(`/requests/${id}`));
}

it("tells the area's own secretariat once when all were silent until the time ran out", async () => {
  const id = await asked();
  const later = { ...app, clock: fixedClock("2026-11-27T01:00:00Z") };
  for (const _ of [1, 2]) await upkeep(later);
  expect((await look(id)).request.status).toBe("deciding");
  const mails = await told(id);
  expect(mails.map((mail) => mail.to)).toEqual([`${clerk}@example.jp`]);
  expect(`${mails[0]!.subject}${mails[0]!.body}`).not.toMatch(/石見|歯|[{}]/);
});

it("tells when the last has said no, but not the one who wrote that down", async () => {
  const held = { organisationId: SECRETARIAT, role: "coordinator", areaId: AREA } as const;
  const staff = actorOf({ userId: clerk, name: "", memberships: [held], reach: [AREA] });
  for (const [actor, count] of [
    [STAFF, 1],
    [staff, 0],
  ] as const) {
    const id = await asked();
    for (const { id: enquiry } of (await look(id)).enquiries)
      expectOk(await answerEnquiry(app, actor, { area: AREA, id, enquiry }, { answers: ["no"] }));
    expect((await look(id)).request.status).toBe("deciding");
    expect((await told(id)).length).toBe(count);
  }
});

it("tells when whoever was to come can't", async () => {
  const id = await asked("first_come");
  const [first] = (await look(id)).enquiries;
  expectOk(await answerEnquiry(app, STAFF, { area: AREA, id, enquiry: first!.id }, { answers: ["yes"] }));
  expect((await told(id)).length).toBe(0);
  expectOk(await reopenVisit(app, STAFF, { area: AREA, id, enquiry: first!.id }));
  expect((await told(id)).length).toBe(1);
});
