import { beforeAll, describe, expect, it } from "vitest";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import { saveLetter } from "#foundation/letters/public.ts";
import type { App } from "#platform/app.ts";
import { receiveForm } from "#platform/files/upload.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { inputOf } from "#platform/web/fields.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { byLetter, byReceipt } from "../examples/request.testing.ts";
import { SUPPORT_LETTERS } from "../letters/letter.commands.server.ts";
import { ERRORS } from "../model/request.messages.ts";
import { type Action, replay } from "../model/request.rules.ts";
import { historyOfRequest } from "../model/request.schema.ts";
import { FORM_LIMITS } from "../model/request-file.schema.ts";
import { upkeep } from "../system/upkeep.usecases.server.ts";
import { answerEnquiry } from "./answer.commands.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { rateVisit, reportVisit } from "./report.commands.server.ts";
import { enterRequest, makeRequest } from "./request.commands.server.ts";
import { findRequest } from "./request.store.server.ts";
import { refuseRequest } from "./request-ending.commands.server.ts";
import { decideVisit } from "./visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(async () => {
  await loadReferenceAreas(app);
  await holds(app, "coordinator", AREA);
});

const at = (instant: string): App => ({ ...app, clock: fixedClock(instant) });
const FORM = {
  topics: ["mental_health", "blood_pressure"],
  workplace: "石見窯業所",
  email: "soumu@iwami.example",
  municipality: "32202",
  address: "見本町1",
  industry: "ceramics",
  size: "12",
  people: "12",
  place: "on_site",
  wishes: [{ day: "2026-12-02", from: "10:00", to: "11:00" }],
};
/** A key of a form that was shown at that time. */
const shownAt = (instant: string) => {
  const time = Date.parse(instant).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}${newId().slice(13)}`;
};
/** What the form is sent with: when it was shown, from where, and to which area. */
const ask = (
  form: object,
  {
    once = shownAt("2026-11-22T00:50:00Z"),
    sender = newId() as string,
    area = AREA,
  }: { once?: string; sender?: string; area?: AreaId } = {},
) =>
  // Each in other words, so that none is taken for another that was sent before.
  makeRequest(app, VISITOR, { area, language: "ja", sender }, { wish: `ご相談 ${once}`, ...form, once });

const offer = (organisationName: string) =>
  makeOffer(app, STAFF, AREA, {
    title: organisationName,
    topics: ["mental_health"],
    parts: [partOf(organisationName, undefined, "office@example.jp")],
  });
const db = <T>(work: Parameters<typeof withPermit<T>>[2]) => withPermit(app, service("test"), work);
const asked = (id: string) => db((tx) => selectEnquiries(tx, AREA, id));
const state = async (id: string) => (await db((tx) => findRequest(tx, AREA, id)))!.status;
const [answer, report, rate] = [byLetter(answerEnquiry), byLetter(reportVisit), byReceipt(rateVisit)];
/** The link to `a` (answer) or `r` (receipt) in a mail about that request, with these words in its subject. */
async function linkIn(number: string, words: string, kind: "a" | "r" = "a"): Promise<string> {
  const mails = await db((tx) => listMails(tx, 1000, { links: true }));
  const link = new RegExp(`/${kind}/([\\w-]{43})`);
  const mail = mails.find(
    (one) => one.subject.includes(number) && one.subject.includes(words) && link.test(one.body),
  );
  return link.exec(mail!.body)![1]!;
}

describe("asking", () => {
  it.each([
    ["nobody works there", { size: "0" }, "size"],
    ["100,001 people", { size: "100001" }, "size"],
    ["nobody comes", { people: "0" }, "people"],
    ["more come than work there", { people: "13" }, "people"],
    ["a day gone by", { wishes: [{ day: "2026-11-21", from: "10:00", to: "11:00" }] }, "wish1"],
    ["a day that is none", { wishes: [{ day: "2027-02-30", from: "10:00", to: "11:00" }] }, "wish1"],
    ["an hour before the other", { wishes: [{ day: "2026-12-02", from: "11:00", to: "10:00" }] }, "wish1"],
    [
      "a holiday on which nobody works",
      { wishes: [{ day: "2026-11-23", from: "10:00", to: "11:00" }] },
      "wish1",
    ],
    ["today", { wishes: [{ day: "2026-11-22", from: "10:00", to: "11:00" }] }, "wish1"],
    ["a visit to nowhere", { address: "" }, "address"],
    [
      "a service for few, asked for by many",
      { size: "80", service: "opinion", checkupOn: "2026-11-02" },
      "service",
    ],
    ["a service that is chosen in the list", { size: "80", wanted: "service:stress" }, "wanted"],
    ["an offer that is none", { wanted: "offer:x" }, "wanted"],
    ["too many words", { wish: "あ".repeat(1001) }, "wish"],
    ["no way to answer", { email: "" }, "phone"],
    ["a town of another area", { municipality: "14151" }, "municipality"],
    ["a town that is none", { municipality: "\u0001" }, "municipality"],
    ["100,000 who come", { size: "100000", people: "100000" }, "people"],
    ["a number in words", { size: "十二" }, "size"],
    ["half a person", { people: "0.5" }, "people"],
    ["two addresses in one", { email: "a@example.jp,b@example.jp" }, "email"],
    ["no wish", { topics: [], wish: "" }, "topics"],
    ["an opinion without the day of the check-up", { service: "opinion" }, "checkupOn"],
    ["a check-up that lies ahead", { service: "opinion", checkupOn: "2026-12-24" }, "checkupOn"],
  ])("says beside the field what is wrong: %s", async (_, change, field) => {
    const refused = await ask({ ...FORM, ...change });
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  it("says of an empty form at once all that is missing", async () => {
    const refused = await ask({ wish: "" });
    const missing = ["industry", "municipality", "people", "phone", "place", "size", "topics", "workplace"];
    expect(
      Object.keys(!refused.ok && refused.error.kind === "invalid" ? refused.error.fields : {}).sort(),
    ).toEqual(missing);
  });

  it("takes a form made by hand for what it says: no NUL reaches the database", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...FORM, wish: "\0午前\0", wishes: "", topics: "dental" }))
      form.append(name, String(value));
    const request = new Request("http://localhost/", { method: "POST", body: form });
    const { form: read } = await receiveForm(request, FORM_LIMITS);
    const { id } = expectOk(await ask(inputOf(read)));
    expect((await db((tx) => findRequest(tx, AREA, id)))!.wish).toBe("午前");
  });

  it("makes one request of a form that is sent again and again at once", async () => {
    const once = shownAt("2026-11-22T00:50:00Z");
    const receipts = await Promise.all(Array.from({ length: 8 }, () => ask(FORM, { once })));
    expect(new Set(receipts.map((one) => expectOk(one).number)).size).toBe(1);
    const mails = (await db((tx) => listMails(tx, 1000, { links: true }))).filter((one) =>
      one.subject.includes(expectOk(receipts[0]!).number),
    );
    expect(mails).toHaveLength(1);
  });

  it("takes numbers and signs as they are written, and one day once", async () => {
    const twice = [...FORM.wishes, ...FORM.wishes];
    const typed = { workplace: "<石見>&窯業", size: "1,000人", people: "１２名", wishes: twice };
    const { id } = expectOk(await ask({ ...FORM, ...typed }));
    expect(await db((tx) => findRequest(tx, AREA, id))).toMatchObject({
      ...{ workplace: "<石見>&窯業", size: 1000, people: 12, wishes: FORM.wishes },
    });
  });

  it("says how long a text may be and is", async () => {
    const refused = await ask({ ...FORM, wish: "あ".repeat(1012) });
    expect(refused).toMatchObject({
      error: { fields: { wish: ["1000文字以内で入力してください（現在1012文字）。"] } },
    });
  });

  it("asks once about the same request a second time, about a Sunday and about the night", async () => {
    const same = { ...FORM, wish: "同じ内容", workplace: "同じ窯" };
    const { number } = expectOk(await ask(same));
    const again = await ask(same);
    expect(again).toMatchObject({
      error: { kind: "question", fields: { workplace: [expect.stringContaining(number)] } },
    });
    const { sure } = (again as { error: { sure: string } }).error;
    expectOk(await ask({ ...same, sure }));
    expectOk(await ask({ ...same, email: "other@iwami.example" }));
    const odd = { ...FORM, wishes: [{ day: "2026-12-06", from: "22:00", to: "23:00" }] };
    expect(await ask(odd)).toMatchObject({
      error: { kind: "question", fields: { wish1: [expect.any(String), expect.any(String)] } },
    });
  });

  it("keeps what was tapped in the list, and says why it can't be had", async () => {
    const own = await makeOffer(app, STAFF, AREA, { topics: ["dental"], sizeTo: "49" });
    const wanted = { ...FORM, topics: [], wish: "", wanted: `offer:${own}` };
    const { id } = expectOk(await ask(wanted));
    expect(await db((tx) => findRequest(tx, AREA, id))).toMatchObject({
      ...{ wantedOfferId: own, topics: ["dental"] },
    });
    expect(await ask({ ...wanted, size: "80" })).toMatchObject({
      error: { fields: { wanted: [expect.stringContaining("49人まで")] } },
    });
  });

  it("holds off programs: a filled trap, a form sent at once, and the twenty-first of a workplace a day", async () => {
    expect(await ask({ ...FORM, homepage: "https://spam.example" })).toMatchObject({ ok: false });
    expect(await ask(FORM, { once: shownAt("2026-11-22T00:59:59.900Z") })).toMatchObject({ ok: false });
    const sender = "203.0.113.7";
    const busy = { ...FORM, workplace: "大忙し" };
    for (let count = 0; count < 20; count += 1) expectOk(await ask(busy, { sender }));
    expect(await ask(busy, { sender })).toMatchObject({
      error: { message: expect.stringContaining("事務局 0855-00-0000") },
    });
    // Another workplace on the same line is not held off with it.
    expectOk(await ask({ ...busy, workplace: "となりの店" }, { sender }));
  });

  it("counts the deadline of a doctor's opinion from the check-up", async () => {
    const { id } = expectOk(await ask({ ...FORM, service: "opinion", checkupOn: "2026-10-02" }));
    expect((await db((tx) => findRequest(tx, AREA, id)))!.dueOn).toBe("2027-01-02");
  });

  it.each(["32202", "sma-01-01", "jp"])("is refused where no secretariat would see it: %s", async (area) => {
    const once = shownAt("2026-11-22T00:50:00Z");
    const refused = await ask(FORM, { once, area: area as AreaId });
    expect(refused).toMatchObject({ ok: false, error: { kind: "conflict", message: ERRORS.ja.nobody } });
    expect(expectOk(await ask(FORM, { once })).token).toMatch(/./);
  });

  it("is entered for others by the secretariat alone", async () => {
    const paper = { ...FORM, channel: "paper" };
    for (const actor of [person("provider", AREA), person("workplace", AREA), VISITOR, service("ask")])
      expect(await enterRequest(app, actor, { area: AREA }, paper)).toMatchObject({
        ok: false,
        error: { kind: "forbidden" },
      });
  });
});

describe("from request to thanks", () => {
  it("goes by links alone, says no topic in a mail, and counts its history", async () => {
    const offers = [await offer("甲"), await offer("乙"), await offer("丙")];
    const { id, number, token } = expectOk(await ask(FORM));
    expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: offers, days: 7 }));
    const link = await linkIn(number, "【打診】");
    expect(await answer(app, token, { answers: ["yes"] })).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
    expectOk(await answer(app, link, { answers: ["yes"], comment: "うかがいます" }));
    expect(await state(id)).toBe("deciding");
    await upkeep(at("2026-11-29T01:00:00Z"));
    expect((await asked(id)).map((one) => one.reminders).sort()).toEqual([0, 1, 1]);
    await upkeep(at("2026-11-29T02:00:00Z"));
    expect((await asked(id)).map((one) => one.reminders).sort()).toEqual([0, 1, 1]);
    await upkeep(at("2026-11-30T01:00:00Z"));
    expect((await asked(id)).filter((one) => one.state === "no_answer")).toHaveLength(2);
    const yes = (await asked(id)).find((one) => one.answers)!;
    expectOk(await decideVisit(app, STAFF, { area: AREA, id }, { slot: 0, member: [yes.id] }));
    const visit = await linkIn(number, "日程が決まりました");
    const after = at("2026-12-02T03:00:00Z");
    const told = { heldOn: "2026-12-02", people: "11", content: "講話と測定" };
    expect(await report(app, visit, told)).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expectOk(await report(after, visit, told));
    expectOk(await report(after, visit, { ...told, people: "12" }));
    expectOk(await rate(after, token, { rating: "5", again: "yes" }));
    const events = await db((tx) => selectHistory<Action>(tx, historyOfRequest(AREA, id)));
    expect(replay(events.map((one) => one.action))).toBe(await state(id));
    const mails = await db((tx) => listMails(tx, 1000, { links: true }));
    for (const { subject, body } of mails)
      expect(`${subject}${body}`).not.toMatch(/心の健康|血圧|石見窯業所|メンタル/);
  });

  it("takes an answer that is sent again and again for one, and a changed one for another", async () => {
    const offers = [await offer("丁"), await offer("戊")];
    const { id, number } = expectOk(await ask(FORM));
    expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: offers }));
    const link = await linkIn(number, "【打診】");
    const said = { answers: ["yes"], comment: "うかがいます" };
    for (const one of await Promise.all(Array.from({ length: 8 }, () => answer(app, link, said))))
      expectOk(one);
    const answers = async () =>
      (await db((tx) => selectHistory<Action>(tx, historyOfRequest(AREA, id)))).filter(
        ({ action }) => action === "answer",
      ).length;
    expect(await answers()).toBe(1);
    expectOk(await answer(app, link, { ...said, comment: "車で行きます" }));
    expect(await answers()).toBe(2);
  });

  it("asks one after another, and says when nobody is left", async () => {
    const offers = [await offer("一"), await offer("二")];
    const { id } = expectOk(await ask(FORM));
    expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: offers, mode: "in_turn", days: 2 }));
    expect((await asked(id)).map((one) => one.state)).toEqual(["open", "queued"]);
    await upkeep(at("2026-11-25T01:00:00Z"));
    expect((await asked(id)).map((one) => one.state)).toEqual(["no_answer", "open"]);
    await upkeep(at("2026-11-28T01:00:00Z"));
    expect(await state(id)).toBe("deciding");
  });

  it("lets links die with the matter", async () => {
    const offers = [await offer("三")];
    const { id, number, token } = expectOk(await ask(FORM));
    expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: offers }));
    const link = await linkIn(number, "【打診】");
    expectOk(await refuseRequest(app, STAFF, { area: AREA, id }, { reason: "full" }));
    for (const dead of [await answer(app, link, { answers: ["yes"] })])
      expect(dead).toMatchObject({ ok: false, error: { kind: "not-found" } });
    // The workplace's shows what became of it, and there is nothing to rate.
    expect(await rate(app, token, { rating: "5", again: "yes" })).toMatchObject({
      error: { kind: "conflict" },
    });
    const mails = (await db((tx) => listMails(tx, 1000, { links: true }))).filter((one) =>
      one.subject.includes(number),
    );
    // To what else there is and whom to ask, in its own area.
    const told = mails.filter((one) => one.to === FORM.email).map((one) => one.body);
    expect(told.filter((body) => body.includes("/areas/hamada/ask\n"))).toHaveLength(1);
  });
});

describe("letters", () => {
  it("are an area's own to write, but for unknown words in braces and a missing link", async () => {
    const target = { area: AREA, set: SUPPORT_LETTERS, letter: "enquiry", language: "ja" };
    const save = (body: string) =>
      saveLetter(app, person("coordinator", AREA), target, { subject: "おねがい {number}", body });
    expect(await save("{name} {link}")).toMatchObject({ ok: false });
    expect(await save("よろしく")).toMatchObject({ ok: false });
    expectOk(await save("こちらへ {link}"));
    const { id, number } = expectOk(await ask(FORM));
    expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: [await offer("四")] }));
    const mails = await db((tx) => listMails(tx, 1000, { links: true }));
    expect(mails.some((one) => one.subject === `おねがい ${number}`)).toBe(true);
  });
});
