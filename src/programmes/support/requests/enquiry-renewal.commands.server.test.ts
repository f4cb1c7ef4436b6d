import { beforeAll, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { timeValues } from "../model/request-form.rules.ts";
import { upkeep } from "../system/upkeep.usecases.server.ts";
import { answerEnquiry } from "./answer.commands.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { changeTimes } from "./enquiry-renewal.commands.server.ts";
import { readRequest } from "./request-view.queries.server.ts";
import { decideVisit } from "./visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const at = (day: string) => ({ day, from: "10:00", to: "11:00" });
const [FIRST, SECOND, OTHER] = [at("2026-12-02"), at("2026-12-03"), at("2026-12-10")] as const;

const part = (name: string) => partOf(name, undefined, `${newId()}@example.jp`);
const offer = (...names: string[]): Promise<OfferId> =>
  makeOffer(app, STAFF, AREA, { parts: names.map(part) });
const request = async (): Promise<string> =>
  (await enter(app, STAFF, AREA, { people: 3, wishes: [FIRST, SECOND] })).id;
const look = async (id: string) => expectOk(await readRequest(app, STAFF, { area: AREA, id }));
const ask = (id: string, input: object) => askAround(app, STAFF, { area: AREA, id }, input);
const retime = (id: string, slots: object[]) => changeTimes(app, STAFF, { area: AREA, id }, { slots });
const of = async (id: string, name: string) =>
  (await look(id)).enquiries.find((one) => one.organisationName === name)!;
const say = async (id: string, name: string, ...answers: string[]) =>
  expectOk(
    await answerEnquiry(app, STAFF, { area: AREA, id, enquiry: (await of(id, name)).id }, { answers }),
  );
const mailsTo = async (id: string, name: string) => {
  const inAll = <T>(work: Parameters<typeof withPermit<T>>[2]) => withPermit(app, service("test"), work);
  const asked = await inAll((permit) => selectEnquiries(permit, AREA, id));
  const { email } = asked.find((one) => one.organisationName === name)!;
  return (await inAll((permit) => listMails(permit, 500, { links: true }))).filter(
    (mail) => mail.to === email,
  );
};

describe("other times", () => {
  it("are not proposed over others that were not seen", async () => {
    const id = await request();
    expectOk(await ask(id, { offer: [await offer("丙")] }));
    const seen = fingerprintOf(timeValues((await look(id)).request.slots));
    const propose = (slot: object) => changeTimes(app, STAFF, { area: AREA, id }, { slots: [slot], seen });
    expectOk(await propose(OTHER));
    expect(await propose(FIRST)).toMatchObject({
      error: { kind: "overtaken", now: { day1: OTHER.day } },
    });
  });

  it("leave every answer what it was when they are taken back, and trouble nobody who answered", async () => {
    const id = await request();
    const offers = [await offer("甲"), await offer("乙")];
    expectOk(await ask(id, { offer: offers, needs: [{ count: 2 }] }));
    await say(id, "甲", "yes", "no");
    await say(id, "乙", "if_need_be", "yes");
    expectOk(await retime(id, [OTHER]));
    expect((await look(id)).request.status).toBe("asking");
    expect(await of(id, "甲")).toMatchObject({ state: "open", answers: null });
    const before = (await mailsTo(id, "甲")).length;

    expectOk(await retime(id, [FIRST, SECOND]));
    expect(await of(id, "甲")).toMatchObject({ state: "answered", answers: ["yes", "no"] });
    expect(await of(id, "乙")).toMatchObject({ state: "answered", answers: ["if_need_be", "yes"] });
    expect((await mailsTo(id, "甲")).length).toBe(before);
    const { request: back, teams, events } = await look(id);
    expect([back.status, teams.length]).toEqual(["deciding", 1]);
    expect(events.map((one) => one.action)).toEqual([
      ...["receive", "ask", "answer", "answer", "complete", "reask", "reask", "complete"],
    ]);
  });

  it("keep what was said of a time that stays, and ask about the new one", async () => {
    const id = await request();
    expectOk(await ask(id, { offer: await offer("甲") }));
    await say(id, "甲", "no", "if_need_be");
    expectOk(await retime(id, [SECOND, OTHER]));
    expect(await of(id, "甲")).toMatchObject({ state: "open", answers: ["if_need_be", null] });
    expect((await mailsTo(id, "甲")).length).toBe(2);
    await say(id, "甲", "if_need_be", "yes");
    expect((await look(id)).teams.map((team) => team.slot)).toEqual([1, 0]);
  });

  it("are refused where they are no others, gone by, or none", async () => {
    const id = await request();
    expectOk(await ask(id, { offer: await offer("甲") }));
    for (const wrong of [[FIRST, SECOND], [at("2026-11-01")], []])
      expect(await retime(id, wrong)).toMatchObject({
        ok: false,
        error: { kind: "invalid", fields: { slots: [expect.any(String)] } },
      });
  });
});

describe("asking around", () => {
  it("says beforehand how it is decided, and keeps to it when more are asked", async () => {
    const id = await request();
    const first = { offer: await offer("甲"), decidedBy: "first_come", count1: "2", who1: "" };
    expectOk(await ask(id, first));
    expect((await mailsTo(id, "甲"))[0]!.body).toContain(
      "必要な職種が先にそろった日時で、自動的に決定します",
    );
    expectOk(await ask(id, { offer: await offer("乙") }));
    const { request: asked } = await look(id);
    expect([asked.decidedBy, asked.needs[0]!.count]).toEqual(["first_come", 2]);
    await say(id, "甲", "yes", "yes");
    await say(id, "乙", "no", "yes");
    expect((await look(id)).request).toMatchObject({ status: "fixed", fixed: SECOND });
  });

  it("goes on to the next when the deadline of the one before has gone by, and tells when nobody is left", async () => {
    const id = await request();
    const offers = [await offer("甲"), await offer("乙")];
    expectOk(await ask(id, { offer: offers, mode: "in_turn", days: 3 }));
    const states = async () => (await look(id)).enquiries.map((one) => one.state);
    expect(await states()).toEqual(["open", "queued"]);
    await upkeep({ ...app, clock: fixedClock("2026-11-25T03:00:00Z") });
    expect((await mailsTo(id, "甲")).length).toBe(2);
    await upkeep({ ...app, clock: fixedClock("2026-11-26T03:00:00Z") });
    expect(await states()).toEqual(["no_answer", "open"]);
    expect((await mailsTo(id, "乙")).length).toBe(1);
    await upkeep({ ...app, clock: fixedClock("2026-11-30T03:00:00Z") });
    const { request: left, enquiries } = await look(id);
    expect([left.status, ...enquiries.map((one) => one.answers)]).toEqual(["deciding", null, null]);
  });

  it("lets the coordinator choose otherwise than proposed, but nobody who can't come nor half of a joint offer", async () => {
    const id = await request();
    const offers = [await offer("甲"), await offer("乙"), await offer("丙", "丁")];
    expectOk(await ask(id, { offer: offers }));
    await say(id, "甲", "yes", "no");
    await say(id, "乙", "if_need_be", "if_need_be");
    await say(id, "丙", "yes", "yes");
    await say(id, "丁", "yes", "no");
    const choose = async (slot: number, ...names: string[]) =>
      decideVisit(
        app,
        STAFF,
        { area: AREA, id },
        { slot, member: await Promise.all(names.map(async (name) => (await of(id, name)).id)) },
      );
    for (const [slot, names] of [
      [1, ["甲"]],
      [0, ["丙"]],
      [1, ["丙", "丁"]],
      [0, []],
    ] as const)
      expect(await choose(slot, ...names)).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expectOk(await choose(1, "乙"));
    const { request: fixed, enquiries } = await look(id);
    expect([fixed.fixed, enquiries.filter((one) => one.state === "chosen").length]).toEqual([SECOND, 1]);
  });

  it("shows what does not fit for its subject too, when asked for", async () => {
    const id = await request();
    const [far] = [await offer("戊")];
    const other = await makeOffer(app, STAFF, AREA, { topics: ["back_pain"], parts: [part("己")] });
    const named = (view: Awaited<ReturnType<typeof look>>) => view.candidates.map((one) => one.offer.id);
    expect(named(await look(id))).not.toContain(other);
    const all = expectOk(await readRequest(app, STAFF, { area: AREA, id, all: true }));
    expect(named(all)).toEqual(expect.arrayContaining([far, other]));
    expect(all.candidates.find((one) => one.offer.id === other)!.obstacles).toEqual([{ code: "topic" }]);
  });
});
