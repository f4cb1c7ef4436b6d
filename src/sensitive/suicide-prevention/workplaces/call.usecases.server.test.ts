import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { scopeOf, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { preventionToday } from "../support/public-page.queries.server.ts";
import { askCall, closeCallBack, listCalls } from "./call.usecases.server.ts";
import { forgetOldCalls } from "./call-round.commands.server.ts";

const app = testApp();
const here = { area: HAMADA };
const nurse = worker(HEALTH_CENTRE, "caseworker");
const ASK = { phone: "０８５５−２２−１２３４", reach: "evening" };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const calls = async () => expectOk(await listCalls(app, nurse, here)).calls;
const dump = async () =>
  JSON.stringify(
    await inTransaction(app.sensitive.db, scopeOf(nurse), async (tx) => [
      (await sql`select phone::text, reach, asked_on, called_on from sensitive.prevention_call`.execute(tx))
        .rows,
      (await sql`select * from audit_entry where action like 'prevention-call%'`.execute(tx)).rows,
    ]),
  );

it("takes a number and a time from a workplace, sealed, and tells the desk without a topic", async () => {
  expect(await askCall(app, VISITOR, here, { ...ASK, phone: "山田さんの件" })).toMatchObject({
    error: { kind: "invalid" },
  });
  expectOk(await askCall(app, VISITOR, here, ASK));
  expect(await calls()).toMatchObject([{ phone: "0855221234", reach: "evening" }]);
  expect(await dump()).not.toContain("0855221234");
  const [item] = expectOk(await preventionToday(app, nurse, {}));
  expect(item).toMatchObject({ title: "折り返しの電話が1件あります" });
  expect(item!.title).not.toMatch(/自殺|自死|亡/);
  const mails = await withRows(app.db, { actor: "<mail>", areas: "all" }, (access) => listMails(access, 100));
  expect(mails).toEqual([]);
  expect(await listCalls(app, worker(HEALTH_CENTRE, "member"), here)).toMatchObject({
    error: { kind: "forbidden" },
  });
});

it("takes so many of one network a day, and then still those of others", async () => {
  const of = (sender: string) => askCall(app, VISITOR, { ...here, sender }, ASK);
  for (let call = 0; call < 5; call++) expectOk(await of("203.0.113.7"));
  expect(await of("203.0.113.7")).toMatchObject({ error: { kind: "conflict" } });
  expectOk(await of("198.51.100.7"));
  for (const { id } of (await calls()).slice(1))
    expectOk(await closeCallBack(app, nurse, { ...here, call: id }));
});

it("forgets the number once it was called, and what nobody called after thirty days", async () => {
  const [one] = await calls();
  expectOk(await closeCallBack(app, nurse, { ...here, call: one!.id }));
  expect(await calls()).toEqual([]);
  expect(await closeCallBack(app, nurse, { ...here, call: one!.id })).toMatchObject({
    error: { kind: "not-found" },
  });
  expectOk(await askCall(app, VISITOR, here, ASK));
  await forgetOldCalls({ ...app, clock: fixedClock("2026-12-10T01:00:00Z") });
  expect(await calls()).toHaveLength(1);
  await forgetOldCalls({ ...app, clock: fixedClock("2027-01-10T01:00:00Z") });
  expect(await calls()).toEqual([]);
});
