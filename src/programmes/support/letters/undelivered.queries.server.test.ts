import { afterAll, beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { carryMail, openTransport } from "#platform/mail/sender.ts";
import { NOW, testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { refusal, type Smtp, startSmtp } from "#test/smtp.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import { askAround } from "../requests/enquiry.commands.server.ts";
import { readRequest } from "../requests/request-view.queries.server.ts";
import { redirect } from "../secretariat/enquiry-reminder.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
let smtp: Smtp;
beforeAll(async () => {
  await loadReferenceAreas(app);
  smtp = await startSmtp({
    recipient: (address) => {
      if (address.startsWith("gone")) throw refusal(550, "5.1.1 no such user");
    },
  });
});
afterAll(() => smtp.stop());

const view = async (id: string) => expectOk(await readRequest(app, STAFF, { area: AREA, id: id }));
/** The first mails wait a minute, in which they can be taken back. */
const LATER = fixedClock(new Date(new Date(NOW).getTime() + 120_000).toISOString());
const send = () => carryMail({ ...app, clock: LATER }, openTransport(smtp.url));

it("says of an office and of a workplace that no mail arrives, and asks the office elsewhere", async () => {
  const parts = [partOf("歯科衛生士会", undefined, "gone@office.example")];
  const offer = await makeOffer(app, STAFF, AREA, { parts });
  const wishes = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
  const { id } = await enter(app, STAFF, AREA, { email: "gone@workplace.example", phone: "", wishes });
  const round = { offer: [offer], mode: "together" } as const;
  expectOk(await askAround(app, STAFF, { area: AREA, id: id }, round));
  expect((await view(id)).undelivered).toEqual({ workplace: undefined, enquiries: {} });

  expect(await send()).toBe(0);
  const told = await view(id);
  const enquiry = told.enquiries[0]!;
  const ask = (email: string) => redirect(app, STAFF, { area: AREA, id, enquiry: enquiry.id }, { email });
  expect(told.undelivered).toEqual({
    workplace: { to: "gone@workplace.example", code: "5.1.1", forGood: true },
    enquiries: { [enquiry.id]: { to: "gone@office.example", code: "5.1.1", forGood: true, phone: "" } },
  });

  expect(await ask("a@x.example, b@x.example")).toMatchObject({
    ok: false,
    error: { kind: "invalid", fields: { email: [expect.any(String)] } },
  });
  expectOk(await ask(" tantou@office.example "));
  expect((await view(id)).undelivered.enquiries).toEqual({});
  expect(await send()).toBe(1);
  expect(smtp.taken.map(({ to }) => to)).toEqual([["tantou@office.example"]]);
  expect((await view(id)).undelivered.enquiries).toEqual({});
});
