import { beforeAll, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { byLetter, byReceipt, enter } from "../examples/request.testing.ts";
import { readReceipt } from "../workplace/receipt.usecases.server.ts";
import { answerEnquiry } from "./answer.commands.server.ts";
import { readAnswer } from "./answer-view.queries.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { offerFreedPlaces } from "./freed-places.usecases.server.ts";
import { answerAddress } from "./link.commands.server.ts";
import { withdrawFor } from "./request-ending.commands.server.ts";
import { readRequest } from "./request-view.queries.server.ts";
import { decideVisit, reopenVisit } from "./visit.commands.server.ts";
import { putInLine, readWaiting, takeOfferedPlace } from "./waiting.usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const SLOT = { day: "2026-12-15", from: "13:30", to: "14:30" };
const at = (id: string) => ({ area: AREA, id });
const request = (topic: string, workplace: string, wish: object = SLOT) =>
  enter(app, STAFF, AREA, { topics: [topic], workplace, email: "soumu@example.jp", wishes: [wish] });
const asked = (id: string) => withPermit(app, STAFF, (permit) => selectEnquiries(permit, AREA, id));
const look = async (id: string) => expectOk(await readRequest(app, STAFF, at(id)));
const [read, take, receipt] = [byReceipt(readWaiting), byReceipt(takeOfferedPlace), byReceipt(readReceipt)];

async function ask(id: string, offer: string, decidedBy: "coordinator" | "first_come" = "coordinator") {
  expectOk(await askAround(app, STAFF, at(id), { offer: [offer], mode: "together", decidedBy }));
}
async function sayYes(id: string) {
  const [enquiry] = await asked(id);
  expectOk(await answerEnquiry(app, STAFF, { ...at(id), enquiry: enquiry!.id }, { answers: ["yes"] }));
}
async function decide(id: string) {
  const { teams } = await look(id);
  return decideVisit(app, STAFF, at(id), { slot: teams[0]!.slot, member: [...teams[0]!.members] });
}

describe("a month that is full", () => {
  it("lets a request that asked and was answered yes wait for that offer, and says that it can't be decided", async () => {
    const offer = await makeOffer(app, STAFF, AREA, {
      title: "満ちる講座",
      topics: ["smoking"],
      perMonth: 1,
    });
    const [first, second] = [await request("smoking", "甲"), await request("smoking", "乙")];
    for (const { id } of [first, second]) {
      await ask(id, offer);
      await sayYes(id);
    }
    expect((await look(second.id)).teams).toMatchObject([{ full: undefined }]);
    expectOk(await decide(first.id));
    const full = await look(second.id);
    expect(full.teams).toMatchObject([
      { full: expect.stringContaining("「満ちる講座」は、この月の空きがありません") },
    ]);
    expect(full.waitable).toContainEqual({ value: offer, label: "満ちる講座" });
    expect(await decide(second.id)).toMatchObject({ ok: false });
    expectOk(await putInLine(app, STAFF, at(second.id), { offer }));
    // A place comes free: it is offered, taken, and the office asked anew.
    expectOk(await withdrawFor(app, STAFF, at(first.id)));
    await offerFreedPlaces(app);
    expect(expectOk(await read(app, second.token)).offered).toMatchObject({ day: SLOT.day, wished: true });
    expectOk(await take(app, second.token));
    expect((await asked(second.id)).map(({ state }) => state)).toEqual(["released", "open"]);
  });
});

it("names the day for which a place is held, in the letter too, and asks the office for that day", async () => {
  const offer = await makeOffer(app, STAFF, AREA, {
    title: "空きを待つ講座",
    topics: ["nutrition"],
    perMonth: 1,
    intake: "waiting_list",
    intakeReason: "枠",
  });
  const [first, waits] = [await request("nutrition", "甲"), await request("nutrition", "乙")];
  for (const { id } of [first, waits]) expectOk(await putInLine(app, STAFF, at(id), { offer }));
  await offerFreedPlaces(app);
  expect(expectOk(await read(app, first.token)).offered).toMatchObject({ day: SLOT.day, wished: true });
  const { offered } = expectOk(await read(app, waits.token));
  expect(offered).toMatchObject({ wished: false, day: expect.not.stringMatching(/^2026-12-/) });
  const mails = await withPermit(app, service("test"), (permit) => listMails(permit, 500, { links: true }));
  const told = mails.find(
    ({ subject }) => subject.includes("空きが出ました") && subject.includes(waits.number),
  );
  expect(told?.body).toContain(`${Number(offered!.day.slice(5, 7))}月${Number(offered!.day.slice(8))}日`);
  expectOk(await take(app, waits.token));
  expect((await look(waits.id)).request.slots).toMatchObject([{ day: offered!.day }]);
  expect(expectOk(await receipt(app, waits.token)).request.asked).toMatchObject([{ day: offered!.day }]);
});

describe("the same hour twice", () => {
  it("is told to who answers and to the secretariat, and is not fixed by itself", async () => {
    const organisation = newId<OrganisationId>();
    const part = { ...partOf("見本栄養士会", undefined, "office@example.jp"), organisationId: organisation };
    const offer = await makeOffer(app, STAFF, AREA, {
      title: "重なる講座",
      topics: ["overwork"],
      parts: [part],
    });
    const [first, second] = [
      await request("overwork", "甲"),
      await request("overwork", "乙", { ...SLOT, from: "14:00", to: "15:00" }),
    ];
    await ask(first.id, offer, "first_come");
    await ask(second.id, offer, "first_come");
    const [enquiry] = await asked(second.id);
    const token = await withPermit(app, STAFF, (permit) => answerAddress(permit, app, enquiry!));
    const page = byLetter(readAnswer);
    const secret = token.split("/").at(-1)!;
    expect(expectOk(await page(app, secret)).clashes).toEqual([[]]);
    await sayYes(first.id);
    expect((await look(first.id)).request.status).toBe("fixed");
    expect(expectOk(await page(app, secret)).clashes).toEqual([
      [{ ...SLOT, number: first.number, fixed: true }],
    ]);
    await sayYes(second.id);
    const { request: left, teams } = await look(second.id);
    expect(left.status).toBe("deciding");
    expect(teams).toMatchObject([
      { warnings: [`見本栄養士会: 同じ時間に、別の訪問（${first.number} 13:30–14:30）が決まっています。`] },
    ]);
    // It may be decided all the same: somebody else of the office may come.
    expectOk(await decide(second.id));
  });

  it("is told where both were only answered with yes", async () => {
    const offer = await makeOffer(app, STAFF, AREA, { title: "二つの講座", topics: ["tuberculosis"] });
    const [first, second] = [await request("tuberculosis", "甲"), await request("tuberculosis", "乙")];
    for (const { id } of [first, second]) {
      await ask(id, offer);
      await sayYes(id);
    }
    expect((await look(second.id)).teams).toMatchObject([
      { warnings: [expect.stringContaining(first.number)] },
    ]);
    const [enquiry] = await asked(first.id);
    expectOk(await decide(first.id));
    expectOk(await reopenVisit(app, STAFF, { ...at(first.id), enquiry: enquiry!.id }));
    expect((await look(second.id)).teams).toMatchObject([{ warnings: [] }]);
  });
});
