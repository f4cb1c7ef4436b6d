import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actorOf, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { withPermit } from "#test/permit.ts";
import { makeOffer } from "../examples/offer.testing.ts";
import { byReceipt, enter } from "../examples/request.testing.ts";
import { type Action, replay } from "../model/request.rules.ts";
import { historyOfRequest } from "../model/request.schema.ts";
import { answerEnquiry } from "../requests/answer.commands.server.ts";
import { askAround } from "../requests/enquiry.commands.server.ts";
import { readInbox } from "../requests/inbox.queries.server.ts";
import type { Receipt } from "../requests/request.commands.server.ts";
import { findRequest } from "../requests/request.store.server.ts";
import { withdrawOwn } from "../requests/request-ending.commands.server.ts";
import { readRequest } from "../requests/request-view.queries.server.ts";
import { readReceipt } from "../workplace/receipt.usecases.server.ts";
import { handBack, listNeighbours, passOn, recall, takeOver } from "./passing.usecases.server.ts";

const HERE = "sma-32-02" as AreaId;
const THERE = "14150" as AreaId;
const ABOVE = "32" as AreaId;
const app = testApp();
beforeAll(async () => {
  await loadReferenceAreas(app);
  for (const area of [THERE, HERE, ABOVE]) await holds(app, "coordinator", area);
});

const staffOf = (area: AreaId): Actor =>
  actorOf({
    userId: newId<UserId>(),
    name: "事務局",
    memberships: [{ organisationId: newId<OrganisationId>(), role: "coordinator", areaId: area }],
    reach: [area],
  });
const [ours, theirs, others] = [staffOf(HERE), staffOf(THERE), staffOf(ABOVE)];
const made = (): Promise<Receipt> => enter(app, ours, HERE, { phone: "", email: "soumu@iwami.example" });
const passed = async (): Promise<Receipt> => {
  const receipt = await made();
  expectOk(
    await passOn(app, ours, { area: HERE, id: receipt.id }, { to: THERE, why: "工場が相模原にあるため" }),
  );
  return receipt;
};
const [read, withdraw] = [byReceipt(readReceipt), byReceipt(withdrawOwn)];
const inAll = <T>(work: Parameters<typeof withPermit<T>>[2]) => withPermit(app, service("test"), work);
const stored = async (area: AreaId, id: string) => (await inAll((tx) => findRequest(tx, area, id)))!;
const lettersTo = async (office: string, number: string) =>
  (await inAll((tx) => listMails(tx, 1000, { links: true }))).filter(
    (one) => one.subject.includes(`窓口が変わります（${number}）`) && one.body.includes(office),
  );
/** What the second wall alone lets the neighbour see, whatever the code asks for. */
const rowsInReach = (table: "support_request" | "history_entry") =>
  withRows(app.db, { actor: "u", areas: [THERE] }, async (tx) => {
    const id = table === "support_request" ? sql`id` : sql`subject_id`;
    const { rows } = await sql<{ id: string }>`
      select distinct ${id} as id from ${sql.table(table)} where area_id = ${HERE}`.execute(db(tx));
    return rows.map((row) => row.id);
  });

describe("handing on to a neighbouring area", () => {
  it("is offered to areas that have a secretariat, and wants a sentence why", async () => {
    const areas = expectOk(await listNeighbours(app, ours, { area: HERE }));
    expect(areas.map((one) => one.id)).toEqual([ABOVE, THERE]);
    const { id } = await made();
    for (const [input, fields] of [
      [{ to: THERE, why: " " }, ["why"]],
      [{ to: HERE, why: "近いため" }, ["to"]],
      [{ to: "13", why: "<b>" }, ["to", "why"]],
    ] as const) {
      const refused = await passOn(app, ours, { area: HERE, id }, input);
      expect(refused).toMatchObject({ ok: false, error: { kind: "invalid" } });
      expect(Object.keys((refused as { error: { fields: object } }).error.fields)).toEqual(fields);
    }
  });

  it("shows the neighbour what was passed to it and no more; handing back ends its sight", async () => {
    const [mine, { id, number }] = [await made(), await passed()];
    expect(await rowsInReach("support_request")).toContain(id);
    for (const table of ["support_request", "history_entry"] as const)
      expect(await rowsInReach(table)).not.toContain(mine.id);
    const inbox = expectOk(await readInbox(app, theirs, { area: THERE }));
    expect(inbox.passed.map((one) => one.id)).toContain(id);
    const view = expectOk(await readRequest(app, theirs, { area: THERE, id }));
    expect(view).toMatchObject({ takes: true, manages: false });
    expect(view.events.at(-1)).toMatchObject({ action: "pass", detail: { why: "工場が相模原にあるため" } });
    expect(await readRequest(app, others, { area: ABOVE, id })).toMatchObject({ ok: false });
    expect(await takeOver(app, others, { area: ABOVE, id })).toMatchObject({ ok: false });
    expect(await takeOver(app, ours, { area: THERE, id })).toMatchObject({ ok: false });
    expect(await handBack(app, theirs, { area: THERE, id }, { why: "" })).toMatchObject({
      ok: false,
      error: { fields: { why: [expect.any(String)] } },
    });
    expectOk(await handBack(app, theirs, { area: THERE, id }, { why: "対象の業種ではないため" }));
    for (const table of ["support_request", "history_entry"] as const)
      expect(await rowsInReach(table)).not.toContain(id);
    expect(await readRequest(app, theirs, { area: THERE, id })).toMatchObject({ ok: false });
    expect(await stored(HERE, id)).toMatchObject({ status: "new", passedTo: null });
    const history = await inAll((tx) => selectHistory<Action>(tx, historyOfRequest(HERE, id)));
    expect(history.map((one) => one.action)).toEqual(["receive", "pass", "return"]);
    expect(replay(history.map((one) => one.action))).toBe("new");
    expect(await lettersTo("相模原市", number)).toHaveLength(1);
    expect(await lettersTo("浜田圏域", number)).toHaveLength(1);
  });

  it("makes it a request of the neighbour, once, with its whole history; the workplace's link leads on", async () => {
    const { id, number, token } = await passed();
    const [taken, again] = await Promise.all([
      takeOver(app, theirs, { area: THERE, id }),
      takeOver(app, theirs, { area: THERE, id }),
    ]);
    const done = [taken, again].filter((one) => one.ok);
    expect(done).toHaveLength(1);
    const theirId = expectOk(done[0]!).id;
    expect(await stored(THERE, theirId)).toMatchObject({ number, status: "new", workplace: "石見窯業所" });
    expect(await stored(HERE, id)).toMatchObject({ status: "taken", takenAs: theirId });
    const view = expectOk(await readRequest(app, theirs, { area: THERE, id: theirId }));
    expect(view.events.map((one) => one.action)).toEqual(["receive", "pass", "take", "receive"]);
    expect(view.manages).toBe(true);
    const followed = expectOk(await read(app, token));
    expect(followed).toMatchObject({ area: { name: "相模原市" }, request: { id: theirId } });
    for (const late of [
      await handBack(app, theirs, { area: THERE, id }, { why: "やはり無理なため" }),
      await recall(app, ours, { area: HERE, id }),
    ])
      expect(late).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expectOk(await withdraw(app, token));
    expect((await stored(THERE, theirId)).status).toBe("withdrawn");
    // The link that was given here still shows what became of it there.
    expect(expectOk(await read(app, token)).request).toMatchObject({ id: theirId, status: "withdrawn" });
  });

  it("can be taken back before anybody answered", async () => {
    const { id } = await passed();
    expectOk(await recall(app, ours, { area: HERE, id }));
    expect((await stored(HERE, id)).status).toBe("new");
    expect(await rowsInReach("support_request")).not.toContain(id);
  });

  it("lets those be asked again who were let go, once the request has come back", async () => {
    const offer = await makeOffer(app, ours, HERE);
    const { id } = await made();
    const look = async () => expectOk(await readRequest(app, ours, { area: HERE, id }));
    const fits = async () => (await look()).candidates.some((one) => one.offer.id === offer);
    const askFor = (day: string) =>
      askAround(app, ours, { area: HERE, id }, { offer, slots: [{ day, from: "10:00", to: "11:00" }] });
    expectOk(await askFor("2026-12-02"));
    const [asked] = (await look()).enquiries;
    const reply = { answers: ["no"], proposal: "12月10日" };
    expectOk(await answerEnquiry(app, ours, { area: HERE, id, enquiry: asked!.id }, reply));
    expect(await fits()).toBe(false);
    expectOk(await passOn(app, ours, { area: HERE, id }, { to: THERE, why: "工場が相模原にあるため" }));
    expectOk(await recall(app, ours, { area: HERE, id }));
    expect(await fits()).toBe(true);
    expectOk(await askFor("2026-12-10"));
    expect((await look()).enquiries.map((one) => one.state)).toEqual(["released", "open"]);
  });
});
