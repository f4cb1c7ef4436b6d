import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import { places } from "../offers/capacity.commands.server.ts";
import { answerEnquiry, declineEnquiry } from "./answer.commands.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { INBOX_LIST } from "./inbox.present.ts";
import { readInbox, supportToday } from "./inbox.queries.server.ts";
import { findRequest } from "./request.store.server.ts";
import { noteTold, undoRequest } from "./request-undo.commands.server.ts";
import { readRequest } from "./request-view.queries.server.ts";
import { decideVisit } from "./visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
const day = "2026-12-02";
beforeAll(async () => {
  await loadReferenceAreas(app);
  await holds(app, "coordinator", AREA);
});

const later = (ms: number): App => ({
  ...app,
  clock: fixedClock(new Date(app.clock.now().getTime() + ms).toISOString()),
});
const enquiries = (id: string) => withPermit(app, STAFF, (permit) => selectEnquiries(permit, AREA, id));
const stateOf = async (id: string) =>
  (await withPermit(app, STAFF, (permit) => findRequest(permit, AREA, id)))!.status;
const mailsTo = async (address: string) =>
  (await withPermit(app, STAFF, (permit) => listMails(permit, 1000))).filter((mail) => mail.to === address);

/** A request of which three are asked by mailboxes of their own; it has no mailbox itself. */
async function asked() {
  const wishes = [{ day, from: "10:00", to: "11:00" }];
  const { id } = await enter(app, STAFF, AREA, { wishes });
  const boxes = ["yes", "no", "silent"].map((name) => `${name}-${newId()}@office.example`);
  const offers = [];
  for (const box of boxes)
    offers.push(await makeOffer(app, STAFF, AREA, { parts: [partOf(box, undefined, box)] }));
  expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: offers }));
  const found = await enquiries(id);
  const of = (box: string) => found.find(({ email }) => email === box)!.id;
  const target = (box: string) => ({ area: AREA, id, enquiry: of(box) });
  return { id, boxes, target } as const;
}
const decide = async (id: string, member: string) =>
  decideVisit(app, STAFF, { area: AREA, id }, { slot: "0", member: [member] });

describe("what was done a moment ago", () => {
  it("is undone with its mails: those who were asked first are asked no more", async () => {
    const { id, boxes } = await asked();
    expect(expectOk(await readRequest(app, STAFF, { area: AREA, id })).undo).toMatchObject({ step: "unask" });
    expectOk(await undoRequest(app, STAFF, { area: AREA, id }));
    expect(await stateOf(id)).toBe("new");
    expect((await mailsTo(boxes[0]!)).map(({ way }) => way)).toEqual(["unwanted"]);
    expect(expectOk(await readRequest(app, STAFF, { area: AREA, id })).undo).toBeUndefined();
  });

  it("is undone with its place: everybody stands where they stood, and a day can be fixed anew", async () => {
    const { id, boxes, target } = await asked();
    expectOk(await answerEnquiry(app, STAFF, target(boxes[0]!), { answers: ["yes"] }));
    expectOk(await declineEnquiry(app, STAFF, target(boxes[1]!), { reason: "days" }));
    expectOk(await decide(id, target(boxes[0]!).enquiry));
    expectOk(await undoRequest(app, STAFF, { area: AREA, id }));
    expect(await stateOf(id)).toBe("deciding");
    expect((await enquiries(id)).map(({ state }) => state).sort()).toEqual(["answered", "answered", "open"]);
    expect(await withPermit(app, STAFF, (permit) => places.heldBy(permit as never, AREA, id))).toEqual([]);
    expectOk(await decide(id, target(boxes[0]!).enquiry));
  });

  it("stands after a minute, and for everybody but who did it", async () => {
    const { id } = await asked();
    expect(await undoRequest(later(60_000), STAFF, { area: AREA, id })).toMatchObject({ ok: false });
    const other = { ...STAFF, userId: newId() } as typeof STAFF;
    expect(await undoRequest(app, other, { area: AREA, id })).toMatchObject({ error: { kind: "conflict" } });
    expect(await stateOf(id)).toBe("asking");
  });
});

describe("when a day is fixed", () => {
  it("each is told what fits: thanks, a word for who declined, and for who never answered", async () => {
    const { id, boxes, target } = await asked();
    expectOk(await answerEnquiry(app, STAFF, target(boxes[0]!), { answers: ["yes"] }));
    expectOk(await declineEnquiry(app, STAFF, target(boxes[1]!), { reason: "staff" }));
    expectOk(await decide(id, target(boxes[0]!).enquiry));
    const told = async (box: string, words: string) =>
      (await mailsTo(box)).find(({ subject }) => subject.includes(words));
    const chosen = await told(boxes[0]!, "日程が決まりました");
    expect(chosen!.body).toContain("2026年12月2日（水） 10:00–11:00");
    expect(chosen!.body).toMatch(new RegExp(`^${boxes[0]} 御中\n`));
    expect(await told(boxes[1]!, "ご連絡ありがとうございました")).toBeDefined();
    expect(await told(boxes[2]!, "ご回答は不要になりました")).toBeDefined();
    for (const box of boxes) expect(await told(box, "ご回答ありがとう")).toBeUndefined();
  });

  it("a workplace without a mailbox is telephoned, which is due until it is done", async () => {
    const { id, boxes, target } = await asked();
    expectOk(await answerEnquiry(app, STAFF, target(boxes[0]!), { answers: ["yes"] }));
    expectOk(await decide(id, target(boxes[0]!).enquiry));
    const due = async () =>
      expectOk(await supportToday(app, STAFF, {})).filter(
        ({ title, action }) => title.startsWith("電話で連絡") && action.to.endsWith(id),
      );
    expect(expectOk(await readRequest(app, STAFF, { area: AREA, id })).tell).toEqual({
      ...{ what: "fixed_workplace", phone: "0855-00-0000", contact: "" },
    });
    expect((await due())[0]!.detail).toContain("0855-00-0000");
    expectOk(await noteTold(app, STAFF, { area: AREA, id }));
    expect(await due()).toEqual([]);
  });
});

it("opens the list on the first part that holds anything, with the day by which answers are due", async () => {
  const list = readList(INBOX_LIST, new URLSearchParams());
  const before = expectOk(await readInbox(app, STAFF, { area: AREA, list }));
  expect(before.counts[before.tab as "new"]).toBeGreaterThan(0);
  const { id } = await asked();
  const asking = readList(INBOX_LIST, new URLSearchParams({ part: "asking" }));
  const { page } = expectOk(await readInbox(app, STAFF, { area: AREA, list: asking }));
  expect(page.rows.find((row) => row.id === id)!.answerBy).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
