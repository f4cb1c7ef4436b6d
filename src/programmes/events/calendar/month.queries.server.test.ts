import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { cancelEvent, readEvent, saveEvent } from "../catalogue/event.usecases.server.ts";
import { anEvent, AREA as area, aSignUp, clerk, mailsOf, makeEvent, prepare } from "../events.testing.ts";
import { remindOfEvents } from "../signups/reminder.commands.server.ts";
import { makeSignUp } from "../signups/sign-up.commands.server.ts";
import { eventDays, readEmbeddedEvents, readEventFeed, readMonth } from "./month.queries.server.ts";

const app = testApp();
beforeAll(() => prepare(app));

const feed = async (now = app) => expectOk(await readEventFeed(now, VISITOR, { area }));
const entry = (calendar: string, uid: string) =>
  calendar.split("BEGIN:VEVENT").find((one) => one.includes(`UID:${uid}@`))!;

it("shows a month by days to anybody, by topic, and no draft", async () => {
  await makeEvent(app, { title: "十二月の研修会" });
  await makeEvent(app, {
    title: "禁煙の講演会",
    kind: "lecture",
    theme: "smoking",
    "sessions.0.day": "2026-12-10",
  });
  expectOk(await saveEvent(app, clerk, { area, id: newId() }, { ...anEvent, title: "下書きの研修会" }));
  const month = expectOk(await readMonth(app, VISITOR, { area, month: "2026-12" }));
  const titles = month.days.flatMap(({ events }) => events.map(({ title }) => title));
  expect(titles).toEqual(expect.arrayContaining(["十二月の研修会", "禁煙の講演会"]));
  expect(titles).not.toContain("下書きの研修会");
  expect(month.days[0]).toMatchObject({ day: "2026-12-10", name: expect.stringContaining("木") });
  const smoking = expectOk(await readMonth(app, VISITOR, { area, month: "2026-12", theme: "smoking" }));
  expect(smoking.days.flatMap(({ events }) => events.map(({ title }) => title))).toEqual(["禁煙の講演会"]);
  expect(expectOk(await readEmbeddedEvents(app, VISITOR, { area }))).toContain("禁煙の講演会");
});

it("keeps in calendars what was called off, as off and with a higher sequence, also after its day", async () => {
  const id = await makeEvent(app, { title: "中止になる研修会" });
  const { event } = expectOk(await readEvent(app, clerk, { area, id }));
  const uid = event.sessions[0]!.id;
  const before = entry(await feed(), uid);
  expect(before).toContain("STATUS:CONFIRMED");
  const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)![1]);
  expectOk(await cancelEvent(app, clerk, { area, id }, { cancelledWhy: "大雪のため" }));
  const later = { ...app, clock: fixedClock("2027-01-20T10:00:00+09:00") };
  const after = entry(await feed(later), uid);
  expect(after).toContain("STATUS:CANCELLED");
  expect(sequence(after)).toBeGreaterThan(sequence(before));
});

it("moves the entry of an event that moved, in the feed and in the structured data", async () => {
  const id = await makeEvent(app, { title: "日を変える</script>研修会" });
  const uid = expectOk(await readEvent(app, clerk, { area, id })).event.sessions[0]!.id;
  const moved = { ...anEvent, title: "日を変える</script>研修会", "sessions.0.day": "2026-12-15" };
  expectOk(await saveEvent(app, clerk, { area, id }, moved));
  expect(entry(await feed(), uid)).toContain("DTSTART:20261215T043000Z");
  const { structured } = expectOk(await readEvent(app, VISITOR, { area, id }));
  expect(structured).not.toContain("<");
  expect(JSON.parse(structured)["@graph"]).toMatchObject([
    { "@type": "Event", startDate: "2026-12-15T04:30:00.000Z" },
  ]);
});

it("tells no calendar and no reminder what a salon is about", async () => {
  const title = "うつ病の方の家族のサロン";
  const id = await makeEvent(app, { title, kind: "salon", signUp: "nickname" });
  const email = "salon-calendar@example.jp";
  expectOk(await makeSignUp(app, VISITOR, { area, id }, aSignUp({ email, contact: "ゆき" })));
  const near = { ...app, clock: fixedClock("2026-12-08T10:00:00+09:00") };
  await remindOfEvents(near);
  await remindOfEvents(near);
  const mails = (await mailsOf(app)).filter(({ to }) => to === email);
  expect(mails.filter(({ subject }) => subject.startsWith("【まもなく】"))).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toContain("うつ病");
  const span = { from: plainDate("2026-12-01"), until: plainDate("2026-12-31") };
  const days = expectOk(await eventDays(app, clerk, span));
  expect(JSON.stringify(days)).not.toContain("うつ病");
  expect(await feed()).not.toContain("うつ病");
});
