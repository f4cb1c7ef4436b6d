import { afterAll, beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { carryMail, openTransport } from "#platform/mail/sender.ts";
import { testApp } from "#test/app.ts";
import { refusal, type Smtp, startSmtp } from "#test/smtp.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { saveMember } from "../../usecases.server.ts";
import { decide } from "../decisions/usecases.server.ts";
import { startPoll } from "../poll/usecases.server.ts";
import { planMeeting } from "../usecases.server.ts";
import { papersDocument } from "./present.ts";
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

it("leads from what is left to be done to the meeting that made it, where one can sign in", async () => {
  const { id: bodyId } = expectOk(await saveBody(app, STAFF, HERE, { kind: "area_council", name: "協議会" }));
  const plan = async (title: string, day: string) => {
    const slots = [{ day, startsAt: "10:00", endsAt: "11:30" }];
    return expectOk(await planMeeting(app, STAFF, HERE, { bodyId, title, slots })).id;
  };
  const earlier = await plan("第1回", "2026-11-20");
  const next = await plan("第2回", "2026-12-10");
  const task = { text: "候補を集める", makes: "task", owner: "商工会", dueOn: "2026-12-01" };
  const { madeId } = expectOk(await decide(app, STAFF, HERE, earlier, task));
  const view = expectOk(await readMeeting(app, STAFF, HERE, next));
  expect(view.left).toMatchObject([{ id: madeId, meetingId: earlier, meeting: "第1回" }]);
  const text = "候補を集める　商工会　期限 2026年12月1日（火）（第1回）";
  const href = `/areas/x/council/meetings/${earlier}#task-${madeId}`;
  const left = (base?: string) => papersDocument(view, base).sections.at(-1)!.blocks;
  expect(left("/areas/x/council")).toEqual([{ kind: "list", items: [{ text, href }] }]);
  expect(left()).toEqual([{ kind: "list", items: [{ text }] }]);
});
