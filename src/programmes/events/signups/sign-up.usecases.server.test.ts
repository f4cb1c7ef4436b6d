import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { cancelEvent, readEvent, saveEvent } from "../catalogue/event.usecases.server.ts";
import { anEvent, AREA as area, aSignUp, clerk, mailsOf, makeEvent, prepare } from "../events.testing.ts";
import { serveLines } from "./line.commands.server.ts";
import { acceptSeats, cancelSignUp, makeSignUp, nameSignUp } from "./sign-up.commands.server.ts";
import { listSignUps, readSignUp } from "./sign-up.queries.server.ts";

const app = testApp();
beforeAll(() => prepare(app));

const at = (text: string): App => ({ ...app, clock: fixedClock(`${text}+09:00`) });
const sign = async (id: string, change: object = {}, now: App = app) =>
  expectOk(await makeSignUp(now, VISITOR, { area, id }, aSignUp(change)));
const holderOf = async (token: string): Promise<Actor> =>
  expectOk(await openLink(app, token, "event-sign-up")).holder;
const own = async ({ id, token }: { id: string; token: string }) =>
  expectOk(await readSignUp(app, await holderOf(token), { area, id }));
const taken = async (id: string) => expectOk(await readEvent(app, clerk, { area, id })).taken;

describe("the last places", () => {
  it("go to twelve of fifty who come at once, and the others wait in order, without a gap or anybody twice", async () => {
    const id = await makeEvent(app);
    await Promise.all(Array.from({ length: 11 }, () => sign(id)));
    const all = await Promise.all(Array.from({ length: 50 }, () => sign(id)));
    expect(all.filter(({ state }) => state === "booked")).toHaveLength(1);
    expect(await taken(id)).toBe(12);
    const { rows } = expectOk(await listSignUps(app, clerk, { area, id }));
    const positions = rows.flatMap(({ position }) => (position === null ? [] : [position]));
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 49 }, (_, index) => index + 1));
  }, 60_000);

  it("are one sign-up where a form is sent twice", async () => {
    const id = await makeEvent(app);
    const form = aSignUp({ seats: "3" });
    const twice = [1, 2].map(() => makeSignUp(app, VISITOR, { area, id }, form));
    const [first, second] = (await Promise.all(twice)).map(expectOk);
    expect(first!.number).toBe(second!.number);
    expect(await taken(id)).toBe(3);
  });
});

it("takes two hundred sign-ups of one network a day, each for another mailbox, and then those of others", async () => {
  const id = await makeEvent(app, { capacity: "" });
  const of = (sender: string) => makeSignUp(app, VISITOR, { area, id, sender }, aSignUp());
  for (let n = 0; n < 200; n++) expectOk(await of("203.0.113.7"));
  expect(await of("203.0.113.7")).toMatchObject({ error: { kind: "conflict" } });
  expectOk(await of("198.51.100.7"));
}, 60_000);

describe("the waiting line", () => {
  it("gives the place of who accepted and withdrew to the next, and not to the same again", async () => {
    const id = await makeEvent(app, { capacity: "1" });
    const [first, second, third] = [await sign(id), await sign(id), await sign(id)];
    const withdraw = async (one: typeof first) =>
      expectOk(await cancelSignUp(app, await holderOf(one.token), { area, id: one.id }));
    await withdraw(first);
    await serveLines(app);
    expect(await own(second)).toMatchObject({ state: "offered", position: null });
    expectOk(await acceptSeats(app, await holderOf(second.token), { area, id: second.id }));
    await withdraw(second);
    await serveLines(app);
    expect([(await own(first)).state, (await own(second)).state, (await own(third)).state]).toEqual([
      ...["cancelled", "cancelled", "offered"],
    ]);
  });

  it("passes on what nobody answered for in time, and tells who answers late", async () => {
    const id = await makeEvent(app, { capacity: "1" });
    const [first, second, third] = [await sign(id), await sign(id), await sign(id)];
    expectOk(await cancelSignUp(app, await holderOf(first.token), { area, id: first.id }));
    await serveLines(app);
    const later = at("2026-11-24T10:01:00");
    await serveLines(later);
    expect((await own(third)).state).toBe("offered");
    const late = await acceptSeats(later, await holderOf(second.token), { area, id: second.id });
    expect(late).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("期限が過ぎた") },
    });
  });

  it("serves a group of three by the declared rule, which both can read", async () => {
    for (const [groupRule, offered] of [
      ["whole", "single"],
      ["part", "group"],
    ]) {
      const id = await makeEvent(app, { capacity: "1", groupRule });
      const first = await sign(id);
      const [group, single] = [await sign(id, { seats: "3" }), await sign(id)];
      expectOk(await cancelSignUp(app, await holderOf(first.token), { area, id: first.id }));
      await serveLines(app);
      const [ofGroup, ofSingle] = [await own(group), await own(single)];
      expect(ofGroup.event.lineRules).toEqual(ofSingle.event.lineRules);
      expect({ group: ofGroup, single: ofSingle }[offered!]).toMatchObject({ state: "offered", seats: 1 });
      if (offered !== "group") continue;
      expectOk(await acceptSeats(app, await holderOf(group.token), { area, id: group.id }));
      expect((await own(group)).people).toHaveLength(1);
    }
  });

  it("offers nothing after the last moment, nor of an event that is off", async () => {
    const id = await makeEvent(app, { capacity: "1", closesOn: "2026-11-25" });
    const [first, second] = [await sign(id), await sign(id)];
    expectOk(await cancelSignUp(app, await holderOf(first.token), { area, id: first.id }));
    await serveLines(at("2026-11-24T09:00:00"));
    expect((await own(second)).state).toBe("waiting");
    expectOk(await cancelEvent(app, clerk, { area, id }, { cancelledWhy: "大雪のため" }));
    await serveLines(app);
    expect((await own(second)).state).toBe("waiting");
  });

  it("keeps who has a place where there are fewer places, and moves once where there are more again", async () => {
    const id = await makeEvent(app, { capacity: "4" });
    for (let n = 0; n < 3; n += 1) await sign(id);
    const save = async (capacity: string) =>
      expectOk(await saveEvent(app, clerk, { area, id }, { ...anEvent, capacity }));
    expect((await save("2")).over).toBe(1);
    const [waits, last] = [await sign(id), await sign(id)];
    await serveLines(app);
    expect([await taken(id), (await own(waits)).state]).toEqual([3, "waiting"]);
    expect((await save("4")).over).toBe(0);
    await serveLines(app);
    await serveLines(app);
    expect([(await own(waits)).state, (await own(last)).state, await taken(id)]).toEqual([
      ...["offered", "waiting", 4],
    ]);
  });
});

describe("a sign-up of several", () => {
  it("takes names later, swaps a person, and gives back the seat of who does not come", async () => {
    const id = await makeEvent(app);
    const five = await sign(id, { seats: "5", names: "浜田 一郎" });
    const holder = await holderOf(five.token);
    const { people } = await own(five);
    expect(people.map(({ name }) => name)).toEqual(["浜田 一郎", "", "", "", ""]);
    const changed = people.map((one, n) => ({ id: one.id, name: `参加者${n}`, leaves: String(n === 4) }));
    expectOk(await nameSignUp(app, holder, { area, id: five.id }, { people: changed }));
    expect((await own(five)).people.map(({ name }) => name)).toEqual([0, 1, 2, 3].map((n) => `参加者${n}`));
    expect(await taken(id)).toBe(4);
  });

  it("names nobody of another sign-up", async () => {
    const id = await makeEvent(app);
    const [mine, other] = [await sign(id), await sign(id)];
    const { people } = await own(other);
    const people2 = [{ id: people[0]!.id, name: "別の人" }];
    const refused = await nameSignUp(
      app,
      await holderOf(mine.token),
      { area, id: mine.id },
      { people: people2 },
    );
    expect(refused).toMatchObject({ error: { kind: "not-found" } });
  });
});

it.each([
  ["after the deadline", { closesOn: "2026-11-20" }, {}, "conflict"],
  ["for too many at once", {}, { seats: "6" }, "invalid"],
  ["where none is needed", { signUp: "none" }, {}, "conflict"],
  ["without any way to reach somebody", {}, { email: "" }, "invalid"],
])("takes no sign-up %s", async (_name, event, form, kind) => {
  const id = await makeEvent(app, event);
  const refused = await makeSignUp(app, VISITOR, { area, id }, aSignUp(form));
  expect(refused).toMatchObject({ error: { kind } });
});

it("says by its link how to reach the organiser, in the language that was asked for, and to the office in its words", async () => {
  const id = await makeEvent(app, { phone: "0855-00-1111", titleEn: "Training for employers" });
  const one = await sign(id);
  const holder = await holderOf(one.token);
  const target = { area, id: one.id };
  const ja = expectOk(await readSignUp(app, holder, target));
  expect(ja).toMatchObject({ phone: "0855-00-1111", stateName: "お席を確保しました" });
  const en = expectOk(await readSignUp(app, holder, { ...target, language: "en" }));
  expect(en).toMatchObject({
    stateName: "Your seats are booked",
    event: { title: "Training for employers" },
  });
  expect(expectOk(await readSignUp(app, clerk, { ...target, language: "ja" })).stateName).toBe("確保済み");
});

it("keeps the name for the certificate where a form does not ask for it", async () => {
  const id = await makeEvent(app);
  const one = await sign(id);
  const holder = await holderOf(one.token);
  const target = { area, id: one.id };
  const person = (await own(one)).people[0]!.id;
  const name = (more: object) => nameSignUp(app, holder, target, { "people.0.id": person, ...more });
  expectOk(await name({ "people.0.name": "一郎", "people.0.printedName": "見本 一郎" }));
  expectOk(await name({ "people.0.name": "イチロー" }));
  expect((await own(one)).people).toMatchObject([{ name: "イチロー", printedName: "見本 一郎" }]);
});

it("tells all who have a place or wait that it is off, and says nothing of what a sharing meeting is about", async () => {
  const title = "大切な人を亡くした方の集い";
  const id = await makeEvent(app, { kind: "bereaved", title, signUp: "nickname", capacity: "1" });
  const who = ["a", "b", "c"].map((name) => `${name}-off@example.jp`);
  const all = [];
  for (const email of who) all.push(await sign(id, { email, contact: "ゆき" }));
  expectOk(await cancelSignUp(app, await holderOf(all[2]!.token), { area, id: all[2]!.id }));
  expectOk(await cancelEvent(app, clerk, { area, id }, { cancelledWhy: "大雪のため" }));
  const mails = (await mailsOf(app)).filter(({ to }) => who.includes(to));
  const off = mails.filter(({ subject }) => subject.startsWith("【中止】"));
  expect(off.map(({ to }) => to).sort()).toEqual(who.slice(0, 2));
  expect(JSON.stringify(mails)).not.toContain(title);
});
