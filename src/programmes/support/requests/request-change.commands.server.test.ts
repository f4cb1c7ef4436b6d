import { beforeAll, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { byReceipt, enter } from "../examples/request.testing.ts";
import { type Action, replay } from "../model/request.rules.ts";
import { historyOfRequest } from "../model/request.schema.ts";
import { unseenChange } from "../secretariat/request-change.present.ts";
import { readReceipt } from "../workplace/receipt.usecases.server.ts";
import { answerEnquiry } from "./answer.commands.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import type { Receipt } from "./request.commands.server.ts";
import { findRequest } from "./request.store.server.ts";
import { acknowledgeChange, changeRequest } from "./request-change.commands.server.ts";
import { withdrawOwn } from "./request-ending.commands.server.ts";
import { attachFor, attachOwn } from "./request-file.usecases.server.ts";
import { decideVisit } from "./visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const at = (instant: string): App => ({ ...app, clock: fixedClock(instant) });
const FORM = {
  ...{ topics: ["blood_pressure"], phone: "", email: "soumu@iwami.example" },
  wishes: [{ day: "2026-12-02", from: "10:00", to: "11:00" }],
};
const OTHER_DAY = [{ day: "2026-12-09", from: "13:00", to: "14:00" }];
const OTHER = { day1: "2026-12-09", part1: "other", from1: "13:00", to1: "14:00" };
const made = (): Promise<Receipt> => enter(app, STAFF, AREA, FORM);
const db = <T>(work: Parameters<typeof withPermit<T>>[2]) => withPermit(app, service("test"), work);
const asked = (id: string) => db((tx) => selectEnquiries(tx, AREA, id));
const stored = async (id: string) => (await db((tx) => findRequest(tx, AREA, id)))!;
const events = (id: string) => db((tx) => selectHistory<Action>(tx, historyOfRequest(AREA, id)));
const mailsWith = async (words: string) =>
  (await db((tx) => listMails(tx, 1000, { links: true }))).filter((one) => one.subject.includes(words));

const offered = () =>
  makeOffer(app, STAFF, AREA, {
    topics: ["blood_pressure"],
    parts: [partOf("甲", undefined, "office@example.jp")],
  });

const [change, read] = [byReceipt(changeRequest), byReceipt(readReceipt)];
const [attach, withdraw] = [byReceipt(attachOwn), byReceipt(withdrawOwn)];

/** A form as the page shows it, to be changed by hand. */
async function form(token: string) {
  const { values } = expectOk(await read(app, token));
  const topics = values.topics ? { topics: values.topics.split(" ") } : {};
  return { ...values, ...topics, seen: fingerprintOf(values) };
}

/** A request that somebody was asked for and has answered. */
async function answered(): Promise<Receipt & { enquiry: string }> {
  const receipt = await made();
  const target = { area: AREA, id: receipt.id };
  expectOk(await askAround(app, STAFF, target, { offer: [await offered()] }));
  const [one] = await asked(receipt.id);
  const reply = { answers: ["yes"], comment: "午前に" };
  expectOk(await answerEnquiry(app, STAFF, { ...target, enquiry: one!.id }, reply));
  return { ...receipt, enquiry: one!.id };
}

describe("a workplace changes its request", () => {
  it("by its link, once for the same form sent twice, and the secretariat is told until it has looked", async () => {
    const { id, token } = await made();
    const other = { ...(await form(token)), people: "10", place: "online", wish: "午前を希望します" };
    for (const one of await Promise.all([change(app, token, other), change(app, token, other)]))
      expectOk(one);
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
    const acknowledge = (changedAt: string) =>
      acknowledgeChange(app, STAFF, { area: AREA, id }, { changedAt });
    expect(await acknowledge("2026-11-21T00:00:00.000Z")).toMatchObject({ error: { kind: "conflict" } });
    expectOk(await acknowledge(looked));
    expect((await stored(id)).changedAt).toBeNull();
    expectOk(await acknowledge(looked));
  });

  it("is told to the secretariat as what it did, also where staff added something since", async () => {
    const { id, token } = await made();
    expectOk(await change(app, token, { ...(await form(token)), people: "10" }));
    const file = { name: "案内.pdf", content: new Blob(["%PDF-1.7\n"]), tooLong: false };
    const later = at("2026-11-24T00:00:00Z");
    expectOk(await attachFor(later, STAFF, { area: AREA, id }, { files: { files: [file], tooMany: false } }));
    expect((await events(id)).map((one) => one.action)).toEqual(["receive", "change", "attach"]);
    expect(unseenChange(await stored(id), await events(id))).toMatchObject({ action: "change" });
    const own = { files: [{ ...file, name: "地図.pdf" }], tooMany: false };
    expectOk(await attach(at("2026-11-25T00:00:00Z"), token, { files: own }, { sender: "203.0.113.1" }));
    expect(unseenChange(await stored(id), await events(id))).toMatchObject({ detail: { who: ["地図.pdf"] } });
    expect(unseenChange({ changedAt: null }, await events(id))).toBeUndefined();
  });

  it("is told when another window was faster, and loses neither", async () => {
    const { id, token } = await made();
    const first = await form(token);
    expectOk(await change(app, token, { ...first, people: "8" }));
    const second = await change(app, token, { ...first, wish: "駐車場あり" });
    expect(second).toMatchObject({ ok: false, error: { kind: "overtaken", now: { people: "8", wish: "" } } });
    expect(await stored(id)).toMatchObject({ people: 8, wish: "" });
  });

  it.each([
    ["nobody comes", { people: "0" }, "people"],
    ["100,000 come", { people: "100000" }, "people"],
    ["more come than work there", { people: "13" }, "people"],
    ["a day gone by", { day1: "2026-11-21" }, "wish1"],
    ["too many words", { wish: "あ".repeat(1001) }, "wish"],
    ["a town of another area", { municipality: "14151" }, "municipality"],
    ["no way to answer", { email: "" }, "phone"],
  ])("reads beside the field what is wrong: %s", async (_, other, field) => {
    const { token } = await made();
    expect(await change(app, token, { ...(await form(token)), ...other })).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  it("may leave a wish alone that has gone by meanwhile", async () => {
    const { id, token } = await made();
    expectOk(await change(at("2026-12-05T01:00:00Z"), token, { ...(await form(token)), people: "9" }));
    expect(await stored(id)).toMatchObject({ people: 9, wishes: FORM.wishes });
  });

  it("asks anew whoever was asked when the day changes, and keeps the old answer in the history", async () => {
    const { id, token, number, enquiry } = await answered();
    expect((await stored(id)).status).toBe("deciding");
    const shown = await form(token);
    expect(await change(app, token, { ...shown, day1: "" })).toMatchObject({
      ok: false,
      error: { fields: { wish1: [expect.any(String)] } },
    });
    expectOk(await change(app, token, { ...shown, ...OTHER }));
    expect(await stored(id)).toMatchObject({ status: "asking", wishes: OTHER_DAY, slots: OTHER_DAY });
    expect((await asked(id))[0]).toMatchObject({ id: enquiry, state: "open", answers: null, comment: "" });
    expect(await mailsWith(`依頼内容の変更に伴う再打診（${number}）`)).toHaveLength(1);
    const history = await events(id);
    expect(history.map((one) => one.action)).toEqual(["receive", "ask", "answer", "complete", "reask"]);
    expect(history[2]!.detail).toMatchObject({ answers: ["yes"], comment: "午前に" });
    expect(replay(history.map((one) => one.action))).toBe("asking");
  });

  it("asks nobody anew for another number of people", async () => {
    const { id, token } = await answered();
    expectOk(await change(app, token, { ...(await form(token)), people: "5" }));
    expect(await stored(id)).toMatchObject({ status: "deciding", people: 5 });
    expect((await asked(id))[0]).toMatchObject({ state: "answered", answers: ["yes"] });
  });

  it("may give itself another name and address, and is told where nothing was changed", async () => {
    const { id, token } = await made();
    const shown = await form(token);
    expect(expectOk(await change(app, token, shown))).toBeUndefined();
    expect(await events(id)).toHaveLength(1);
    const other = {
      workplace: "株式会社 新しい窯",
      address: "見本町2",
      municipality: "32207",
      industry: "retail",
    };
    expectOk(await change(app, token, { ...shown, ...other }));
    expect(await stored(id)).toMatchObject({ ...other, workplaceKey: "新しい窯" });
  });

  it("asks for another day once one is fixed: the visit stays, and who comes is not told", async () => {
    const { id, token, number, enquiry } = await answered();
    expectOk(await decideVisit(app, STAFF, { area: AREA, id }, { slot: 0, member: [enquiry] }));
    expectOk(await change(app, token, { ...(await form(token)), ...OTHER }));
    expect(await stored(id)).toMatchObject({ wishes: OTHER_DAY, fixed: FORM.wishes[0], status: "fixed" });
    expect((await stored(id)).changedAt).not.toBeNull();
    expect(await mailsWith(`訪問先からの変更のお知らせ（${number}）`)).toHaveLength(0);
  });

  it("changes no day that is fixed, and those who come are told of the rest", async () => {
    const { id, token, number, enquiry } = await answered();
    expectOk(await decideVisit(app, STAFF, { area: AREA, id }, { slot: 0, member: [enquiry] }));
    const other = { ...(await form(token)), ...OTHER, people: "7", topics: ["dental"] };
    expectOk(await change(app, token, other));
    expect(await stored(id)).toMatchObject({
      ...{ status: "fixed", people: 7, wishes: OTHER_DAY, topics: ["blood_pressure"] },
      fixed: FORM.wishes[0],
    });
    expect(await mailsWith(`訪問先からの変更のお知らせ（${number}）`)).toHaveLength(1);
  });

  it("changes nothing that is over", async () => {
    const { token } = await made();
    const shown = await form(token);
    expectOk(await withdraw(app, token));
    expect(await change(app, token, { ...shown, people: "5" })).toMatchObject({
      ok: false,
      error: { kind: "overtaken" },
    });
  });

  it("lets more be asked after an answer: the times are the same, however they are stored", async () => {
    const { id } = await answered();
    expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: [await offered()] }));
    expect(await asked(id)).toHaveLength(2);
  });
});
