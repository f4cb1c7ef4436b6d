import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, talk } from "../examples/offer.testing.ts";
import { byReceipt, enter } from "../examples/request.testing.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { countTaken } from "../offers/capacity.commands.server.ts";
import { changeOffer } from "../offers/offer.usecases.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { offerFreedPlaces } from "./freed-places.usecases.server.ts";
import { findRequest } from "./request.store.server.ts";
import { readRequest } from "./request-view.queries.server.ts";
import { declineOfferedPlace, joinLine, readWaiting, takeOfferedPlace } from "./waiting.usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));
/** The same app some days later. */
const later = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });

/** An offer of a subject of its own, so that no other answers for it. */
const WISH = { day: "2026-12-09", from: "14:00", to: "15:00" };
const limited = (topic: string, limits: object) => ({ title: topic, topics: [topic], ...limits });
const WAITS = { intake: "waiting_list", intakeReason: "枠が埋まりました" };
const offer = (topic: string, limits: object): Promise<OfferId> =>
  makeOffer(app, STAFF, AREA, limited(topic, { ...WAITS, ...limits }));
async function change(id: OfferId, topic: string, limits: object): Promise<void> {
  expectOk(await changeOffer(app, STAFF, { area: AREA, id }, talk(limited(topic, limits))));
}
const request = (topic: string, workplace: string) =>
  enter(app, STAFF, AREA, { topics: [topic], workplace, wishes: [WISH] });
const [read, join] = [byReceipt(readWaiting), byReceipt(joinLine)];
const [take, decline] = [byReceipt(takeOfferedPlace), byReceipt(declineOfferedPlace)];
const look = async (token: string, on: App = app) => expectOk(await read(on, token));
const forStaff = async (id: string) =>
  expectOk(await readRequest(app, STAFF, { area: AREA, id: id })).waitingFor;
const status = (id: string) =>
  withPermit(app, STAFF, async (permit) => (await findRequest(permit, AREA, id))!);
const held = (id: string) =>
  withPermit(app, STAFF, async (permit) => {
    const taken = await countTaken(permit, AREA, [id], [2026], app.clock.today());
    return taken.get(id)?.years[2026] ?? 0;
  });

describe("a waiting list", () => {
  it("is offered to a workplace only where nothing is free", async () => {
    const full = await offer("dental", { perYear: 0, places: ["centre"] });
    const one = await request("dental", "甲");
    expect((await look(one.token)).choices).toEqual([{ value: full, label: "dental" }]);
    await offer("dental", { intake: "open" });
    expect((await look(one.token)).choices).toEqual([]);
    expect(await join(app, one.token, { offer: full })).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
  });

  it("holds freed places out in order, once each, and passes on what is declined or lapses", async () => {
    const id = await offer("heat", { perYear: 0 });
    const requests = [];
    for (const name of ["甲", "乙", "丙", "丁"]) {
      const made = await request("heat", name);
      expectOk(await join(app, made.token, { offer: id }));
      requests.push(made);
    }
    const [first, second, third, fourth] = requests as [Named, Named, Named, Named];
    expect((await look(third.token)).line).toEqual({ title: "heat", place: 3 });
    expect(await forStaff(third.id)).toEqual({
      ...{ title: "heat", place: 3, day: undefined, until: undefined },
    });
    await offerFreedPlaces(app);
    expect((await look(first.token)).offered).toBeUndefined();

    await change(id, "heat", { intake: "waiting_list", intakeReason: "枠", perYear: 2 });
    // Two servers at the same moment offer no place twice.
    await Promise.all([offerFreedPlaces(app), offerFreedPlaces(app)]);
    const held9 = { day: "2026-12-09", wished: true };
    expect((await look(first.token)).offered).toEqual({ title: "heat", until: "2026-11-25", ...held9 });
    expect(await forStaff(first.id)).toEqual({
      ...{ title: "heat", place: undefined, day: "2026-12-09", until: "2026-11-25" },
    });
    expect((await look(second.token)).offered).toBeDefined();
    expect((await look(third.token)).line?.place).toBe(1);
    expect(await held(id)).toBe(2);

    expectOk(await take(app, first.token));
    expect(await take(app, first.token)).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
    expect(await status(first.id)).toMatchObject({
      status: "asking",
      slots: [WISH],
    });
    expectOk(await decline(app, second.token));
    await offerFreedPlaces(app);
    expect((await status(second.id)).status).toBe("new");
    expect((await look(third.token)).offered).toBeDefined();

    const after = later("2026-11-26");
    expect((await look(third.token, after)).offered).toBeUndefined();
    expect(await take(after, third.token)).toMatchObject({ ok: false });
    await offerFreedPlaces(after);
    expect((await status(third.id)).status).toBe("new");
    expect((await look(fourth.token, after)).offered).toEqual({
      ...{ title: "heat", until: "2026-11-29", ...held9 },
    });
    expect(await held(id)).toBe(2);
  });

  it("goes on past a request that was helped otherwise, and puts new workplaces first where the offer says so", async () => {
    const id = await offer("cancer", { perYear: 0, newFirst: true });
    const open = await offer("back_pain", { intake: "open" });
    const [known, other] = [await request("cancer", "甲"), await request("cancer", "己")];
    const fresh = await request("cancer", "はじめての店");
    for (const one of [known, other, fresh]) expectOk(await join(app, one.token, { offer: id }));
    expect((await look(fresh.token)).line?.place).toBe(2);
    expectOk(await askAround(app, STAFF, { area: AREA, id: other.id }, { offer: [open], mode: "together" }));
    await change(id, "cancer", { newFirst: true, perYear: 1 });
    await offerFreedPlaces(app);
    expect((await look(fresh.token)).offered).toBeDefined();
    expect((await look(known.token)).line?.place).toBe(1);
    expect((await status(other.id)).status).toBe("asking");
  });

  it("without limits waits until the intake is open again", async () => {
    const id = await offer("exercise", {});
    const one = await request("exercise", "甲");
    expectOk(await join(app, one.token, { offer: id }));
    await offerFreedPlaces(app);
    expect((await look(one.token)).line).toBeDefined();
    await change(id, "exercise", { intake: "open" });
    await offerFreedPlaces(app);
    expect((await look(one.token)).offered).toBeDefined();
  });
});
type Named = Awaited<ReturnType<typeof request>>;
