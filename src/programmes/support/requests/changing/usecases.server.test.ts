import { beforeAll, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { answerFor } from "../../enquiries/answers/usecases.server.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { askAround } from "../../enquiries/usecases.server.ts";
import type { OfferId } from "../../offers/schema.ts";
import { saveOffer } from "../../offers/usecases.server.ts";
import { withdrawOwn } from "../../visits/ending/usecases.server.ts";
import { decide } from "../../visits/usecases.server.ts";
import { inputOf, typedFrom } from "../asking/rules.ts";
import { ask, type Receipt } from "../asking/usecases.server.ts";
import { attachFor, attachOwn } from "../files/usecases.server.ts";
import { selectEvents } from "../history/store.server.ts";
import { readReceipt } from "../receipt/usecases.server.ts";
import { replay } from "../rules.ts";
import { findRequest } from "../store.server.ts";
import { unseenChange } from "./present.ts";
import { acknowledge, changeOwn } from "./usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = service("test");
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const at = (instant: string): App => ({ ...app, clock: fixedClock(instant) });
const FORM = {
  topics: ["blood_pressure"],
  workplace: "石見窯業所",
  email: "soumu@iwami.example",
  municipality: "32202",
  industry: "ceramics",
  size: "12",
  people: "12",
  place: "on_site",
  wishes: [{ day: "2026-12-02", from: "10:00", to: "11:00" }],
};
const OTHER_DAY = [{ day: "2026-12-09", from: "13:00", to: "14:00" }];
const made = async (): Promise<Receipt> =>
  expectOk(await ask(app, STAFF, FORM, { area: AREA, channel: "phone", language: "ja", onceKey: newId() }));
const db = <T>(work: Parameters<typeof withRows<T>>[2]) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, work);
const asked = (id: string) => db((tx) => selectEnquiries(tx, AREA, id));
const stored = async (id: string) => (await db((tx) => findRequest(tx, AREA, id)))!;
const events = (id: string) => db((tx) => selectEvents(tx, AREA, id));
const mailsWith = async (words: string) =>
  (await db((tx) => listMails(tx, 1000))).filter((one) => one.subject.includes(words));

async function offered(): Promise<OfferId> {
  const parts = [
    { organisationId: newId<OrganisationId>(), organisationName: "甲", email: "office@example.jp" },
  ];
  const fields = {
    ...{ title: "甲", kind: "lecture", topics: ["blood_pressure"], places: ["on_site"], fee: "free" },
    ...{ leadDays: 0, parts },
  };
  return expectOk(await saveOffer(app, STAFF, AREA, { id: newId(), seenVersion: undefined, fields }));
}

/** A form as the page shows it, changed by hand. */
async function form(token: string) {
  const { request, print } = expectOk(await readReceipt(app, token));
  return { input: inputOf(typedFrom(request)), seen: print };
}

/** A request that somebody was asked for and has answered. */
async function answered(): Promise<Receipt & { enquiry: string }> {
  const receipt = await made();
  expectOk(await askAround(app, STAFF, AREA, receipt.id, { offers: [await offered()], mode: "together" }));
  const [one] = await asked(receipt.id);
  expectOk(await answerFor(app, STAFF, AREA, receipt.id, one!.id, { answers: ["yes"], comment: "午前に" }));
  return { ...receipt, enquiry: one!.id };
}

describe("a workplace changes its request", () => {
  it("by its link, once for the same form sent twice, and the secretariat is told until it has looked", async () => {
    const { id, token } = await made();
    const { input, seen } = await form(token);
    const change = { ...input, people: "10", place: "online", wish: "午前を希望します" };
    await Promise.all([changeOwn(app, token, change, seen), changeOwn(app, token, change, seen)]);
    const request = await stored(id);
    expect(request).toMatchObject({ people: 10, place: "online", wish: "午前を希望します", size: 12 });
    expect(request.changedAt).not.toBeNull();
    const [, changed, ...more] = await events(id);
    expect(more).toEqual([]);
    expect(changed).toMatchObject({
      action: "change",
      actor: "<workplace>",
      detail: {
        changed: [
          { part: "wish", from: "", to: "午前を希望します" },
          { part: "people", from: 12, to: 10 },
          { part: "place", from: "on_site", to: "online" },
        ],
      },
    });
    const looked = request.changedAt!.toISOString();
    expect(await acknowledge(app, STAFF, AREA, id, "2026-11-21T00:00:00.000Z")).toMatchObject({
      error: { kind: "conflict" },
    });
    expectOk(await acknowledge(app, STAFF, AREA, id, looked));
    expect((await stored(id)).changedAt).toBeNull();
    expectOk(await acknowledge(app, STAFF, AREA, id, looked));
  });

  it("is told to the secretariat as what it did, also where staff added something since", async () => {
    const { id, token } = await made();
    const { input, seen } = await form(token);
    expectOk(await changeOwn(app, token, { ...input, people: "10" }, seen));
    const file = { name: "案内.pdf", content: Buffer.from("%PDF-1.7\n"), tooLong: false };
    const later = at("2026-11-24T00:00:00Z");
    expectOk(await attachFor(later, STAFF, AREA, id, { files: [file], tooMany: false }));
    expect((await events(id)).map((one) => one.action)).toEqual(["receive", "change", "attach"]);
    expect(unseenChange(await stored(id), await events(id))).toMatchObject({ action: "change" });
    const own = { files: [{ ...file, name: "地図.pdf" }], tooMany: false };
    expectOk(await attachOwn(at("2026-11-25T00:00:00Z"), token, own, "203.0.113.1"));
    expect(unseenChange(await stored(id), await events(id))).toMatchObject({ detail: { who: ["地図.pdf"] } });
    expect(unseenChange({ changedAt: null }, await events(id))).toBeUndefined();
  });

  it("is told when another window was faster, and loses neither", async () => {
    const { id, token } = await made();
    const first = await form(token);
    expectOk(await changeOwn(app, token, { ...first.input, people: "8" }, first.seen));
    const second = await changeOwn(app, token, { ...first.input, wish: "駐車場あり" }, first.seen);
    expect(second).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await stored(id)).toMatchObject({ people: 8, wish: "" });
  });

  it.each([
    ["nobody comes", { people: "0" }, "people"],
    ["100,000 come", { people: "100000" }, "people"],
    ["more come than work there", { people: "13" }, "people"],
    ["a day gone by", { wishes: [{ day: "2026-11-21", from: "10:00", to: "11:00" }] }, "wish1"],
    ["HTML in its words", { wish: "<script>" }, "wish"],
    ["no way to answer", { email: "" }, "phone"],
  ])("reads beside the field what is wrong: %s", async (_, change, field) => {
    const { token } = await made();
    const { input, seen } = await form(token);
    expect(await changeOwn(app, token, { ...input, ...change }, seen)).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  it("may leave a wish alone that has gone by meanwhile", async () => {
    const { id, token } = await made();
    const { input, seen } = await form(token);
    expectOk(await changeOwn(at("2026-12-05T01:00:00Z"), token, { ...input, people: "9" }, seen));
    expect(await stored(id)).toMatchObject({ people: 9, wishes: FORM.wishes });
  });

  it("asks anew whoever was asked when the day changes, and keeps the old answer in the history", async () => {
    const { id, token, number, enquiry } = await answered();
    expect((await stored(id)).status).toBe("deciding");
    const { input, seen } = await form(token);
    expect(await changeOwn(app, token, { ...input, wishes: [] }, seen)).toMatchObject({
      ok: false,
      error: { fields: { wish1: [expect.any(String)] } },
    });
    expectOk(await changeOwn(app, token, { ...input, wishes: OTHER_DAY }, seen));
    expect(await stored(id)).toMatchObject({ status: "asking", wishes: OTHER_DAY, slots: OTHER_DAY });
    expect((await asked(id))[0]).toMatchObject({ id: enquiry, state: "open", answers: null, comment: "" });
    expect(await mailsWith(`あらためておたずねします（${number}）`)).toHaveLength(1);
    const history = await events(id);
    expect(history.map((one) => one.action)).toEqual(["receive", "ask", "answer", "complete", "reask"]);
    expect(history[2]!.detail).toMatchObject({ answers: ["yes"], comment: "午前に" });
    expect(replay(history.map((one) => one.action))).toBe("asking");
  });

  it("asks nobody anew for another number of people", async () => {
    const { id, token } = await answered();
    const { input, seen } = await form(token);
    expectOk(await changeOwn(app, token, { ...input, people: "5" }, seen));
    expect(await stored(id)).toMatchObject({ status: "deciding", people: 5 });
    expect((await asked(id))[0]).toMatchObject({ state: "answered", answers: ["yes"] });
  });

  it("changes no day that is fixed, and those who come are told of the rest", async () => {
    const { id, token, number, enquiry } = await answered();
    expectOk(await decide(app, STAFF, AREA, id, { slot: 0, members: [enquiry] }));
    const { input, seen } = await form(token);
    const change = { ...input, people: "7", wishes: OTHER_DAY, topics: ["dental"] };
    expectOk(await changeOwn(app, token, change, seen));
    expect(await stored(id)).toMatchObject({
      ...{ status: "fixed", people: 7, wishes: FORM.wishes, topics: ["blood_pressure"] },
      fixed: FORM.wishes[0],
    });
    expect(await mailsWith(`行き先からの変更（${number}）`)).toHaveLength(1);
  });

  it("changes nothing that is over: the link is dead", async () => {
    const { token } = await made();
    const { input, seen } = await form(token);
    expectOk(await withdrawOwn(app, token));
    expect(await changeOwn(app, token, { ...input, people: "5" }, seen)).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
  });

  it("lets more be asked after an answer: the times are the same, however they are stored", async () => {
    const { id } = await answered();
    expectOk(await askAround(app, STAFF, AREA, id, { offers: [await offered()], mode: "together" }));
    expect(await asked(id)).toHaveLength(2);
  });
});
