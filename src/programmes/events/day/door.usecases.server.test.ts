import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { AREA as area, aSignUp, clerk, makeEvent, prepare } from "../events.testing.ts";
import { makeSignUp } from "../signups/sign-up.commands.server.ts";
import {
  addWalkIn,
  checkIn,
  checkOut,
  openDoorLink,
  pressTally,
  undoCheckIn,
} from "./door.commands.server.ts";
import { readDoor } from "./door.queries.server.ts";

const app = testApp();
const at = (text: string): App => ({ ...app, clock: fixedClock(`${text}:00+09:00`) });
let day: App;
beforeAll(async () => {
  await prepare(app);
  day = at("2026-12-10T13:02");
});

const sign = async (id: string, change: object = {}) =>
  expectOk(await makeSignUp(app, VISITOR, { area, id }, aSignUp(change)));
const door = async (id: string, now: App = day) => expectOk(await readDoor(now, clerk, { area, id }));

describe("at the door", () => {
  it("lets in whoever is on the list once, by name or number, and tells since when they are in", async () => {
    const id = await makeEvent(app);
    const one = await sign(id, { names: "浜田 一郎" });
    await sign(id, { seats: "2" });
    const first = expectOk(await checkIn(day, clerk, { area, id }, { number: one.number.toLowerCase() }));
    const later = at("2026-12-10T13:20");
    const again = expectOk(await checkIn(later, clerk, { area, id }, { person: first.person }));
    expect([first.again, again.again]).toEqual([false, true]);
    const { rows, sums } = await door(id, later);
    expect(rows.find((row) => row.id === first.person)).toMatchObject({ name: "浜田 一郎", inAt: "13:02" });
    expect(sums).toEqual({ signedUp: 3, came: 1, walkedIn: 0 });
  });

  it("keeps who walked in apart, and takes a name that is on the list for that person", async () => {
    const id = await makeEvent(app);
    await sign(id, { names: "浜田 一郎" });
    const keyedLater = at("2026-12-12T09:00");
    const walkIn = (name: string) => addWalkIn(keyedLater, clerk, { area, id }, { name, once: newId() });
    expectOk(await walkIn("浜田一郎"));
    expectOk(await walkIn("江津 花子"));
    expectOk(await walkIn("江津　花子"));
    const { rows, sums } = expectOk(
      await readDoor(keyedLater, clerk, { area, id, session: (await door(id)).session.id }),
    );
    expect(sums).toEqual({ signedUp: 1, came: 1, walkedIn: 1 });
    expect(rows.map(({ inAt }) => inAt)).toEqual(["13:30", "13:30"]);
  });

  it("asks to choose where a number is of several, and knows nobody by a wrong one", async () => {
    const id = await makeEvent(app);
    const two = await sign(id, { seats: "2" });
    for (const number of [two.number, "E-2222222"])
      expect(await checkIn(day, clerk, { area, id }, { number })).toMatchObject({
        error: { kind: "invalid", fields: { number: [expect.any(String)] } },
      });
  });

  it("lets nobody in before the day, nor somebody of another event", async () => {
    const [id, other] = [await makeEvent(app), await makeEvent(app)];
    const one = await sign(id);
    const early = await checkIn(app, clerk, { area, id }, { number: one.number });
    expect(early).toMatchObject({ error: { kind: "conflict" } });
    const person = (await door(id)).rows[0]!.id;
    const wrong = await checkIn(day, clerk, { area, id: other }, { person });
    expect(wrong).toMatchObject({ error: { kind: "not-found" } });
  });

  it("writes down who leaves, and takes back who was taken for another", async () => {
    const id = await makeEvent(app);
    const { number } = await sign(id);
    const { person } = expectOk(await checkIn(day, clerk, { area, id }, { number }));
    expectOk(await checkOut(at("2026-12-10T14:40"), clerk, { area, id }, { person }));
    expect((await door(id)).rows[0]).toMatchObject({ inAt: "13:02", outAt: "14:40" });
    expectOk(await undoCheckIn(day, clerk, { area, id }, { person }));
    expect((await door(id)).sums.came).toBe(0);
  });
});

describe("buttons", () => {
  it("count each press once, also from two devices at once and when a press comes in twice", async () => {
    const id = await makeEvent(app, { kind: "panel", signUp: "none", capacity: "" });
    const { token } = expectOk(await openDoorLink(app, clerk, { area, id }));
    const { holder } = expectOk(await openLink(day, token, "event-door"));
    const press = (button: string, key: string = newId(), back = "false", who = holder) =>
      pressTally(day, who as never, { area, id }, { button, press: key, back });
    const twice = newId() as string;
    await Promise.all([
      ...Array.from({ length: 10 }, () => press("visits")),
      ...Array.from({ length: 10 }, () => press("visits", newId(), "false", clerk as never)),
      ...[press("visits", twice), press("visits", twice)],
      ...[press("mental"), press("consultations"), press("leaflets_ten")],
    ]);
    expectOk(await press("visits", newId(), "true"));
    expect(await press("consultations", newId(), "true")).toMatchObject({ ok: true });
    expect(await press("consultations", newId(), "true")).toMatchObject({ ok: true });
    expect(await press("consultations", newId(), "true")).toMatchObject({ error: { kind: "conflict" } });
    const { pressed } = await door(id);
    expect(Object.fromEntries(pressed.map(({ unit, amount }) => [unit, amount]))).toMatchObject({
      ...{ visits: 20, mental: 1, leaflets: 10 },
    });
  });

  it("count one by one where several of a page that was shown once are pressed before it is shown anew", async () => {
    const id = await makeEvent(app, { kind: "panel", signUp: "none", capacity: "" });
    const once = newId() as string;
    for (const [button, back] of [
      ...[["visits"], ["consultations"], ["mental"], ["leaflets"], ["leaflets_ten"]],
      ["visits", "true"],
    ])
      expectOk(await pressTally(day, clerk, { area, id }, { button, press: once, back: back ?? "false" }));
    const { pressed } = await door(id);
    expect(Object.fromEntries(pressed.map(({ unit, amount }) => [unit, amount]))).toEqual({
      ...{ visits: 0, consultations: 2, mental: 1, leaflets: 11 },
    });
  });

  it("are those of the kind, and the link of a door opens the list of its event alone", async () => {
    const id = await makeEvent(app);
    const { token } = expectOk(await openDoorLink(app, clerk, { area, id }));
    const { holder } = expectOk(await openLink(day, token, "event-door"));
    await sign(id, { names: "浜田 一郎", phone: "0855-00-1234" });
    const seen = expectOk(await readDoor(day, holder, { area, id }));
    expect(seen.rows.map(({ name }) => name)).toEqual(["浜田 一郎"]);
    expect(JSON.stringify(seen)).not.toContain("0855-00-1234");
    const wrong = await pressTally(day, holder, { area, id }, { button: "visits", press: newId() });
    expect(wrong).toMatchObject({ error: { kind: "not-found" } });
    const other = await makeEvent(app);
    expect((await readDoor(day, holder, { area, id: other })).ok).toBe(false);
  });
});
