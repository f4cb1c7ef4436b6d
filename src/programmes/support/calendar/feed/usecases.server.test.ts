import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { actorOf, service } from "#foundation/identity/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { answerFor } from "../../enquiries/answers/usecases.server.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { askAround } from "../../enquiries/usecases.server.ts";
import type { OfferId } from "../../offers/schema.ts";
import { saveOffer } from "../../offers/usecases.server.ts";
import { ask } from "../../requests/asking/usecases.server.ts";
import { readFeed, renewFeed } from "./usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = service("test");
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

it("shows an organisation its visits without workplace or topic, until the address is renewed", async () => {
  const organisationId = newId<OrganisationId>();
  const parts = [{ organisationId, organisationName: "浜田保健所" }];
  const offer = newId<OfferId>();
  const fields = {
    title: "出前講座",
    kind: "lecture",
    topics: ["dental"],
    places: ["on_site"],
    fee: "free",
    leadDays: 0,
    parts,
  };
  expectOk(await saveOffer(app, STAFF, AREA, { id: offer, seenVersion: undefined, fields }));
  const wishes = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
  const input = {
    topics: ["dental"],
    workplace: "石見窯業所",
    phone: "0855-00-0000",
    municipality: "32202",
    industry: "ceramics",
    size: 12,
    people: 5,
    place: "on_site",
    wishes,
  };
  const made = expectOk(
    await ask(app, STAFF, input, { area: AREA, channel: "phone", language: "ja", onceKey: newId() }),
  );
  expectOk(
    await askAround(app, STAFF, AREA, made.id, {
      offers: [offer],
      mode: "together",
      decidedBy: "first_come",
    }),
  );
  const [enquiry] = await inTransaction(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    selectEnquiries(tx, AREA, made.id),
  );
  expectOk(await answerFor(app, STAFF, AREA, made.id, enquiry!.id, { answers: ["yes"] }));

  const held = { organisationId, role: "provider", areaId: AREA } as const;
  const provider = actorOf({ userId: "u" as UserId, name: "", memberships: [held], reach: [AREA] });
  const first = expectOk(await renewFeed(app, provider, AREA, organisationId));
  const calendar = expectOk(await readFeed(app, first));
  expect(calendar).toContain("DTSTART:20261202T010000Z");
  expect(calendar).toContain(made.number);
  expect(calendar).not.toMatch(/石見|歯/);

  const second = expectOk(await renewFeed(app, provider, AREA, organisationId));
  expect(await readFeed(app, first)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  expect(expectOk(await readFeed(app, second))).toContain(made.number);
  expect(await renewFeed(app, provider, AREA, newId<OrganisationId>())).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
});
