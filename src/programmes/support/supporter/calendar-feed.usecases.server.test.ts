import ICAL from "ical.js";
import { beforeAll, expect, it } from "vitest";
import { actorOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import { answerEnquiry } from "../requests/answer.commands.server.ts";
import { askAround } from "../requests/enquiry.commands.server.ts";
import { selectEnquiries } from "../requests/enquiry.store.server.ts";
import { withdrawFor } from "../requests/request-ending.commands.server.ts";
import { moveVisit } from "../requests/visit.commands.server.ts";
import { endFeed, readFeed, readFeeds, renewFeed } from "./calendar-feed.usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const ALL = { actor: "<test>", areas: "all" } as const;

/** A visit of an organisation of its own to a workplace, on 2 December at ten. */
async function fixedVisit() {
  const organisationId = newId<OrganisationId>();
  const parts = [partOf("浜田保健所", organisationId, "office@example.jp")];
  const offer = await makeOffer(app, STAFF, AREA, { parts });
  const wishes = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
  const made = await enter(app, STAFF, AREA, { wishes });
  expectOk(
    await askAround(
      app,
      STAFF,
      { area: AREA, id: made.id },
      {
        offer: [offer],
        mode: "together",
        decidedBy: "first_come",
      },
    ),
  );
  const [enquiry] = await withPermit(app, STAFF, (permit) => selectEnquiries(permit, AREA, made.id));
  expectOk(
    await answerEnquiry(app, STAFF, { area: AREA, id: made.id, enquiry: enquiry!.id }, { answers: ["yes"] }),
  );
  return { organisationId, id: made.id, number: made.number };
}

async function somebody(
  organisationId: OrganisationId,
  email: string,
  role: "provider" | "coordinator" = "provider",
): Promise<UserId> {
  const userId = newId<UserId>();
  const at = app.clock.now();
  await withRows(app.db, { actor: "<identity>", areas: [AREA] }, async (tx) => {
    const user = { id: userId, name: "保健師", email, demonstration: false, email_verified: true };
    await db(tx)
      .insertInto("identity_user")
      .values({ ...user, image: null, two_factor_enabled: false, created_at: at, updated_at: at })
      .execute();
    const membership = { area_id: AREA, id: newId(), organisation_id: organisationId, user_id: userId };
    await db(tx)
      .insertInto("membership")
      .values({ ...membership, role, since: at, until: null })
      .execute();
  });
  return userId;
}

it("shows an organisation its visits without workplace or topic, until the address is renewed", async () => {
  const { organisationId, ...made } = await fixedVisit();
  const held = { organisationId, role: "provider", areaId: AREA } as const;
  const provider = actorOf({ userId: "u" as UserId, name: "", memberships: [held], reach: [AREA] });
  const first = expectOk(await renewFeed(app, provider, { area: AREA, organisation: organisationId }));
  const calendar = expectOk(await readFeed(app, first));
  expect(calendar).toContain("DTSTART:20261202T010000Z");
  expect(calendar).toContain(made.number);
  expect(calendar).not.toMatch(/石見|歯/);

  const second = expectOk(await renewFeed(app, provider, { area: AREA, organisation: organisationId }));
  expect(await readFeed(app, first)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  expect(expectOk(await readFeed(app, second))).toContain(made.number);
  const other = newId<OrganisationId>();
  expect(await renewFeed(app, provider, { area: AREA, organisation: other })).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
  expectOk(await endFeed(app, provider, { area: AREA, organisation: organisationId }));
  expect(await readFeed(app, second)).toMatchObject({ ok: false, error: { kind: "not-found" } });
});

it("shows a person the visits that the person goes to, as they move and are called off", async () => {
  const { organisationId, id } = await fixedVisit();
  const userId = await somebody(organisationId, "hokenshi@example.jp");
  const memberships = [{ organisationId, role: "provider", areaId: AREA } as const];
  const nurse = actorOf({ userId, name: "", memberships, reach: [AREA] });
  const token = expectOk(await renewFeed(app, nurse, { area: AREA }));
  expect(expectOk(await readFeeds(app, nurse, { area: AREA }))).toEqual([
    { organisation: undefined, since: app.clock.now() },
  ]);
  // Looking is not written down as if an address had been changed.
  const written = await withRows(app.db, ALL, (tx) =>
    db(tx).selectFrom("audit_entry").select("action").where("actor", "=", userId).execute(),
  );
  expect(written).toEqual([{ action: "calendar.renew" }]);
  expect(await readFeeds(app, nurse, { area: "sma-32-03" })).toMatchObject({ error: { kind: "forbidden" } });
  const read = async () => {
    const calendar = new ICAL.Component(ICAL.parse(expectOk(await readFeed(app, token))));
    return Object.fromEntries(
      calendar
        .getAllSubcomponents("vevent")
        .map((event) => [
          String(event.getFirstPropertyValue("uid")).split("@")[0],
          ["dtstart", "sequence", "status"].map((name) => String(event.getFirstPropertyValue(name))),
        ]),
    );
  };
  expect(await read()).toEqual({
    [id]: ["2026-12-02T01:00:00Z", "0", "CONFIRMED"],
  });

  expectOk(
    await moveVisit(app, STAFF, { area: AREA, id: id }, { day: "2026-12-03", from: "10:00", to: "11:00" }),
  );
  expect(await read()).toEqual({
    [id]: ["2026-12-03T01:00:00Z", "1", "CONFIRMED"],
  });

  expectOk(await withdrawFor(app, STAFF, { area: AREA, id: id }));
  expect(await read()).toEqual({
    [id]: ["2026-12-03T01:00:00Z", "2", "CANCELLED"],
  });
  const files = (await withRows(app.db, ALL, (tx) => listMails(tx, 50, { links: true })))
    .filter((mail) => mail.to === "office@example.jp")
    .flatMap((mail) => (mail.attachments ?? []).map(({ text }) => text))
    .filter((text) => text.includes(id))
    .map((text) => [/METHOD:(\w+)/.exec(text)![1], /SEQUENCE:(\d+)/.exec(text)![1]])
    .sort();
  expect(files).toEqual([
    ["CANCEL", "2"],
    ["PUBLISH", "0"],
    ["PUBLISH", "1"],
  ]);

  await withRows(app.db, ALL, (tx) =>
    db(tx).updateTable("membership").set({ until: app.clock.now() }).where("user_id", "=", userId).execute(),
  );
  expect(await readFeed(app, token)).toMatchObject({ ok: false, error: { kind: "not-found" } });
});

it("shows the secretariat of the area what it arranges", async () => {
  const { id } = await fixedVisit();
  const organisationId = newId<OrganisationId>();
  const userId = await somebody(organisationId, "jimukyoku@example.jp", "coordinator");
  const memberships = [{ organisationId, role: "coordinator", areaId: AREA } as const];
  const clerk = actorOf({ userId, name: "", memberships, reach: [AREA] });
  const token = expectOk(await renewFeed(app, clerk, { area: AREA }));
  expect(expectOk(await readFeed(app, token))).toContain(id);
});
