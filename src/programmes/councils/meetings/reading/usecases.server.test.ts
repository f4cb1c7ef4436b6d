import { afterAll, beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { service } from "#foundation/identity/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { carryMail, openTransport } from "#platform/mail/sender.ts";
import { testApp } from "#test/app.ts";
import { refusal, type Smtp, startSmtp } from "#test/smtp.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { saveMember } from "../../usecases.server.ts";
import { startPoll } from "../poll/usecases.server.ts";
import { planMeeting } from "../usecases.server.ts";
import { readMeeting } from "./usecases.server.ts";

const HERE = "sma-32-03" as AreaId;
const STAFF = service("test");
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

it("names the members whom the question about dates did not reach", async () => {
  const { id: bodyId } = expectOk(await saveBody(app, STAFF, HERE, { kind: "area_council", name: "協議会" }));
  for (const email of ["there@example.jp", "gone@example.jp", ""])
    expectOk(await saveMember(app, STAFF, HERE, { bodyId, organisation: "機関", sector: "commerce", email }));
  const slot = (day: string) => ({ day, startsAt: "10:00", endsAt: "11:30" });
  const slots = [slot("2026-12-10"), slot("2026-12-11")];
  const { id } = expectOk(await planMeeting(app, STAFF, HERE, { bodyId, title: "第2回", slots }));
  expect(expectOk(await startPoll(app, STAFF, HERE, id)).sent).toBe(2);
  expect(await carryMail(app, openTransport(smtp.url))).toBe(1);
  const { invitees } = expectOk(await readMeeting(app, STAFF, HERE, id));
  expect(Object.fromEntries(invitees.map((one) => [one.email, one.undelivered]))).toEqual({
    "there@example.jp": undefined,
    "gone@example.jp": { to: "gone@example.jp", code: "5.1.1", forGood: true },
    "": undefined,
  });
});
