import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { openCase } from "../cases/case.commands.server.ts";
import { readCase } from "../cases/case.queries.server.ts";
import { addContact } from "../cases/contact.commands.server.ts";
import {
  annulConsent,
  confirmConsent,
  giveConsent,
  withdrawConsent,
} from "../consents/consent.commands.server.ts";
import {
  acceptReferral,
  closeReferral,
  declineReferral,
  noteTry,
  receiveReferral,
  startReferral,
} from "./received.commands.server.ts";
import {
  draftReferral,
  secondReferral,
  sendForDanger,
  sendReferral,
  takeBackReferral,
} from "./referral.commands.server.ts";
import { listReferrals, readReferral } from "./referral.queries.server.ts";
import { addSharedNote } from "./shared-note.commands.server.ts";

const app = testApp();
/** As in the source: who came to the occupational health centre is handed to the public health centre's nurse. */
const COUNSELLOR = worker(WORK_HEALTH_CENTRE, "caseworker");
const NURSE = worker(HEALTH_CENTRE, "caseworker");
const SUPERVISOR = worker(WORK_HEALTH_CENTRE, "supervisor");
const AT_CENTRE = { organisation: WORK_HEALTH_CENTRE };
const AT_NURSE = { organisation: HEALTH_CENTRE };
const NAME = "見本　花子";

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

async function opened(): Promise<string> {
  const id = newId() as string;
  expectOk(
    await openCase(
      app,
      COUNSELLOR,
      { organisation: WORK_HEALTH_CENTRE, id },
      {
        ...{ asker: "worker", source: "self", channel: "visit", openedOn: "2026-11-20", topics: ["sleep"] },
        ...{ urgency: "usual", told: "眠れない", name: NAME, kana: "みほん　はなこ", phone: "0855-00-0000" },
      },
    ),
  );
  return id;
}
const agree = async (id: string, more: object = {}) =>
  expectOk(
    await giveConsent(
      app,
      COUNSELLOR,
      { ...AT_CENTRE, case: id },
      {
        ...{ partner: HEALTH_CENTRE, classes: ["name", "contact", "consultation"], employer: "nothing" },
        ...{ way: "paper", heardOn: "2026-11-20", heardTime: "10:30", language: "ja", ...more },
      },
    ),
  ).id;
const draft = async (id: string, more: object = {}) => {
  const referral = newId() as string;
  const drafted = await draftReferral(
    app,
    COUNSELLOR,
    { ...AT_CENTRE, case: id, referral },
    {
      ...{ partner: HEALTH_CENTRE, ground: "consent", mode: "shared", urgency: "week", reason: "mental" },
      ...{ classes: ["name", "contact", "consultation"], consultation: "眠れない日が続く", ...more },
    },
  );
  return { referral, drafted };
};
async function sent(more: object = {}) {
  const id = await opened();
  const consent = await agree(id);
  const { referral, drafted } = await draft(id, more);
  expectOk(drafted);
  expectOk(await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
  return { id, consent, referral };
}
async function accepted() {
  const one = await sent();
  const { case: theirs } = expectOk(
    await acceptReferral(app, NURSE, { ...AT_NURSE, referral: one.referral }),
  );
  return { ...one, theirs };
}
const read = async (actor: Actor, referral: string) =>
  expectOk(await readReferral(app, actor, { ...(actor === NURSE ? AT_NURSE : AT_CENTRE), referral }));

describe("handing somebody on", () => {
  it("shows few facts before it is accepted, and what was agreed to after it", async () => {
    const { referral } = await sent();
    const before = await read(NURSE, referral);
    expect(before).toMatchObject({ items: [], referral: { state: "sent", reason: "心の健康の支援" } });
    expect(JSON.stringify(before)).not.toContain("見本　花子");
    expectOk(await receiveReferral(app, NURSE, { ...AT_NURSE, referral }));
    expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
    const after = await read(NURSE, referral);
    expect(after.items.map(({ text }) => text).join()).toContain(NAME);
    expect(after.items.find(({ kind }) => kind === "contact")?.text).toContain("勤務先への連絡不可");
  });

  it("goes on by both offices, until it is closed with an outcome that the sender sees", async () => {
    const { referral, theirs } = await accepted();
    expectOk(await startReferral(app, NURSE, { ...AT_NURSE, referral }));
    expectOk(
      await addSharedNote(app, COUNSELLOR, { ...AT_CENTRE, referral }, { text: "復職の面接を12月に" }),
    );
    expectOk(await addSharedNote(app, NURSE, { ...AT_NURSE, referral }, { text: "家庭訪問をした" }));
    const contact = { day: "2026-11-22", channel: "home-visit", withWhom: "person", content: "私だけの記録" };
    expectOk(await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, contact));
    expectOk(await closeReferral(app, NURSE, { ...AT_NURSE, referral }, { outcome: "supported" }));
    const senders = await read(COUNSELLOR, referral);
    expect(senders.referral).toMatchObject({ state: "closed", outcome: "支援を行い目的を達した" });
    expect(senders.notes.map(({ text }) => text)).toEqual(["復職の面接を12月に", "家庭訪問をした"]);
    expect(JSON.stringify(senders)).not.toContain("私だけの記録");
    expect(expectOk(await readCase(app, NURSE, { ...AT_NURSE, case: theirs })).contacts[0]!.content).toBe(
      "私だけの記録",
    );
  });

  it("needs a consent that covers all of it", async () => {
    const id = await opened();
    expect((await draft(id)).drafted).toMatchObject({ error: { fields: { classes: [expect.any(String)] } } });
    await agree(id, { classes: ["name"] });
    expect((await draft(id)).drafted).toMatchObject({ error: { fields: { classes: [expect.any(String)] } } });
    expectOk((await draft(id, { classes: ["name"] })).drafted);
  });

  it("is asked of an office once at a time", async () => {
    const { id } = await sent();
    expect((await draft(id)).drafted).toMatchObject({ error: { kind: "conflict" } });
  });

  it("tells the sender why it was declined, and nothing stays at the receiver", async () => {
    const { referral } = await sent();
    expectOk(await declineReferral(app, NURSE, { ...AT_NURSE, referral }, { decline: "no-capacity" }));
    expect((await read(COUNSELLOR, referral)).referral).toMatchObject({ declined: "対応できる体制がない" });
    expect((await read(NURSE, referral)).items).toEqual([]);
  });

  it("is tried three times before it may be closed as not reached", async () => {
    const { referral } = await accepted();
    const close = () =>
      closeReferral(app, NURSE, { ...AT_NURSE, referral }, { outcome: "person-not-reached" });
    expect(await close()).toMatchObject({ error: { kind: "invalid" } });
    for (let tries = 0; tries < 3; tries++)
      expectOk(await noteTry(app, NURSE, { ...AT_NURSE, referral }, { reached: "not-reached" }));
    expectOk(await close());
  });
});

describe("on a ground of its own", () => {
  it("a danger needs no consent, but a second pair of eyes: not those that sent it", async () => {
    const id = await opened();
    const more = { ground: "danger", danger: "差し迫った危険", classes: ["name", "contact"] };
    const { referral, drafted } = await draft(id, more);
    expectOk(drafted);
    expectOk(await sendForDanger(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    expect(await secondReferral(app, COUNSELLOR, { ...AT_CENTRE, referral })).toMatchObject({
      error: { kind: "forbidden" },
    });
    expectOk(await secondReferral(app, SUPERVISOR, { ...AT_CENTRE, referral }));
    expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
    expect((await read(NURSE, referral)).items).toHaveLength(2);
  });

  it("asks for the law or the danger", async () => {
    const id = await opened();
    expect((await draft(id, { ground: "duty" })).drafted).toMatchObject({
      error: { fields: { duty: [expect.any(String)] } },
    });
    expect((await draft(id, { ground: "danger" })).drafted).toMatchObject({
      error: { fields: { danger: [expect.any(String)] } },
    });
  });
});

describe("who takes the consent back", () => {
  it("closes what was sent at once, refuses a save in flight with a sentence, and leaves what was done", async () => {
    const { id, consent, referral, theirs } = await accepted();
    const contact = (content: string) => ({
      day: "2026-11-22",
      channel: "telephone",
      withWhom: "person",
      content,
    });
    expectOk(await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, contact("同意のあいだの記録")));
    expectOk(await withdrawConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id, consent }));
    expect(await read(NURSE, referral)).toMatchObject({
      items: [],
      notes: [],
      referral: { state: "withdrawn" },
    });
    expect(await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, contact("あとの記録"))).toMatchObject({
      error: {
        message: expect.stringMatching(
          /^ご本人の同意は2026年11月22日 10:00に撤回されました。何も保存していません。/,
        ),
      },
    });
    expect(await addSharedNote(app, NURSE, { ...AT_NURSE, referral }, { text: "あと" })).toMatchObject({
      error: { kind: "conflict" },
    });
    const { contacts } = expectOk(await readCase(app, NURSE, { ...AT_NURSE, case: theirs }));
    expect(contacts.map(({ content }) => content)).toEqual(["同意のあいだの記録"]);
  });

  it("stops a referral that was not yet sent", async () => {
    const id = await opened();
    const consent = await agree(id);
    const { referral } = await draft(id);
    expectOk(await withdrawConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id, consent }));
    expect(await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral })).toMatchObject({
      error: { kind: "conflict" },
    });
  });

  it("says of what was heard by whom and at which hour, how it was confirmed, and of what begins later since when", async () => {
    const id = await opened();
    const at = { ...AT_CENTRE, case: id };
    const terms = { partner: HEALTH_CENTRE, classes: ["name"], employer: "nothing", language: "ja" };
    const heard = { ...terms, way: "telephone", heardOn: "2026-11-20" };
    expect(await giveConsent(app, COUNSELLOR, at, heard)).toMatchObject({
      error: { fields: { heardTime: [expect.stringContaining("時刻")] } },
    });
    const more = { heardTime: "14:05", from: "2026-12-01" };
    const { id: consent } = expectOk(await giveConsent(app, COUNSELLOR, at, { ...heard, ...more }));
    expectOk(await confirmConsent(app, COUNSELLOR, { ...at, consent }, { how: "written" }));
    expect(expectOk(await readCase(app, COUNSELLOR, at)).consents).toMatchObject([
      { heardAt: new Date("2026-11-20T05:05:00Z"), confirmed: "written", state: "later" },
    ]);
  });

  it("does the same where a consent never counted; one that was heard may be confirmed", async () => {
    const id = await opened();
    const heard = await agree(id, { way: "telephone" });
    expectOk(
      await confirmConsent(
        app,
        COUNSELLOR,
        { ...AT_CENTRE, case: id, consent: heard },
        { how: "second-call" },
      ),
    );
    expectOk(await annulConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id, consent: heard }));
    expect((await draft(id)).drafted.ok).toBe(false);
  });
});

describe("fifty at once", () => {
  it("take back and accept: one of the two wins, the other gets a sentence", async () => {
    for (let round = 0; round < 10; round++) {
      const { referral } = await sent();
      const tries: Promise<Result<unknown>>[] = [];
      for (let one = 0; one < 5; one++)
        tries.push(
          one % 2
            ? acceptReferral(app, NURSE, { ...AT_NURSE, referral })
            : takeBackReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }),
        );
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
      for (const one of outcomes)
        if (!one.ok)
          expect(one.error).toMatchObject({ kind: "conflict", message: expect.stringMatching(/^現在「/) });
    }
  });
});

describe("nobody else", () => {
  it("sees a referral: not a third office, not the receiver of a draft, not another role", async () => {
    const id = await opened();
    await agree(id);
    const { referral } = await draft(id);
    expect(await readReferral(app, NURSE, { ...AT_NURSE, referral })).toMatchObject({
      error: { kind: "not-found" },
    });
    for (const at of [AT_NURSE, AT_CENTRE])
      for (const actor of [worker(HEALTH_CENTRE, "coordinator"), worker(newId(), "caseworker")])
        expect(await readReferral(app, actor, { ...at, referral })).toMatchObject({
          error: { kind: "forbidden" },
        });
    expect(await readReferral(app, NURSE, { ...AT_CENTRE, referral })).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(
      expectOk(await listReferrals(app, NURSE, { organisation: HEALTH_CENTRE })).received.map(
        (one) => one.id,
      ),
    ).not.toContain(referral);
  });

  it("reads an item by plain SQL, before acceptance or after the consent ended", async () => {
    const { id, consent, referral } = await sent();
    const items = (actor: Actor) =>
      inTransaction(app.sensitive.db, scopeOf(actor), async (tx) => {
        const { rows } = await sql<{ count: number }>`
          select count(*) from sensitive.referral_item where referral_id = ${referral}`.execute(tx);
        return rows[0]!.count;
      });
    expect(await items(NURSE)).toBe(0);
    expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
    expect([await items(NURSE), await items(COUNSELLOR)]).toEqual([3, 3]);
    expect(await items(worker(newId(), "caseworker"))).toBe(0);
    expectOk(await withdrawConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id, consent }));
    expect([await items(NURSE), await items(COUNSELLOR)]).toEqual([0, 3]);
  });
});
