import { sql } from "kysely";
import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { connectionTo } from "#test/setup/server.ts";
import { addContact } from "../cases/contact.commands.server.ts";
import { confirmConsent, readConsentText, withdrawConsent } from "../consents/consent.commands.server.ts";
import {
  AT_CENTRE,
  AT_NURSE,
  aContact,
  COUNSELLOR,
  handingOn,
  NURSE,
  OFFICES,
} from "../two-offices.testing.ts";
import { acceptReferral, noteTry } from "./received.commands.server.ts";
import { sendReferral, takeBackReferral } from "./referral.commands.server.ts";
import { readReferral } from "./referral.queries.server.ts";
import { addSharedNote } from "./shared-note.commands.server.ts";

const app = testApp();
const { opened, agree, draft, sent, accepted } = handingOn(app);
const CITY = OFFICES[2];
const CITIZENS = worker(CITY, "caseworker");
const AT_CITY = { organisation: CITY };
const read = async (actor: typeof NURSE, at: typeof AT_CENTRE, referral: string) =>
  expectOk(await readReferral(app, actor, { ...at, referral }));

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  await holds(app, "caseworker", HAMADA, HEALTH_CENTRE);
});

describe("two receivers of one person", () => {
  it("each see what was agreed for them, and one goes on where the other's consent is taken back", async () => {
    const one = await accepted();
    const classes = ["name", "consultation"];
    const second = await agree(one.id, { partner: CITY, classes });
    const { referral, drafted } = await draft(one.id, { partner: CITY, classes });
    expectOk(drafted);
    expectOk(await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    expectOk(await acceptReferral(app, CITIZENS, { ...AT_CITY, referral }));
    const own = { ...AT_NURSE, referral: one.referral };
    expectOk(await addSharedNote(app, NURSE, own, { text: "保健師の記録" }));
    expect(await read(CITIZENS, AT_CITY, referral)).toMatchObject({
      items: [{ kind: "name" }, { kind: "consultation" }],
      notes: [],
    });
    for (const [actor, at, other] of [
      [CITIZENS, AT_CITY, one.referral],
      [NURSE, AT_NURSE, referral],
    ] as const)
      expect(await readReferral(app, actor, { ...at, referral: other })).toMatchObject({
        error: { kind: "not-found" },
      });
    expectOk(await withdrawConsent(app, COUNSELLOR, { ...AT_CENTRE, case: one.id, consent: second }));
    expect(await read(CITIZENS, AT_CITY, referral)).toMatchObject({
      items: [],
      referral: { state: "withdrawn" },
    });
    expect((await read(NURSE, AT_NURSE, one.referral)).items).toHaveLength(3);
    expectOk(await addSharedNote(app, NURSE, own, { text: "続き" }));
  });
});

describe("a double click", () => {
  it("sends once, takes on once, withdraws once, and notes one try", async () => {
    const id = await opened();
    const consent = await agree(id);
    const { referral, drafted } = await draft(id);
    expectOk(drafted);
    const twice = async (work: () => Promise<{ ok: boolean }>) =>
      (await Promise.all([work(), work()])).filter((one) => one.ok).length;
    const [ours, theirs] = [
      { ...AT_CENTRE, referral },
      { ...AT_NURSE, referral },
    ];
    expect(await twice(() => sendReferral(app, COUNSELLOR, ours))).toBe(1);
    expect(await twice(() => acceptReferral(app, NURSE, theirs))).toBe(1);
    const once = newId();
    expect(await twice(() => noteTry(app, NURSE, theirs, { reached: "not-reached", once }))).toBe(2);
    expect(await twice(() => withdrawConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id, consent }))).toBe(1);
    const steps = ["drafted", "send", "accept", "not-reached", "withdraw"];
    expect(await eventsOf(referral)).toEqual(steps);
  });
});

const confirm = (...[by, actor, at]: Parameters<typeof readConsentText>) =>
  confirmConsent(by, actor, at, { how: "written" });

describe("ids crossed between cases and offices", () => {
  it("name nothing", async () => {
    const [one, other] = [await accepted(), await sent()];
    const nothing = { error: { kind: "not-found" } };
    const crossed = { ...AT_CENTRE, case: other.id, consent: one.consent };
    for (const step of [withdrawConsent, confirm, readConsentText])
      expect(await step(app, COUNSELLOR, crossed)).toMatchObject(nothing);
    // The receiver reads the consent that it rests on; its steps are the sender's.
    const theirs = { ...AT_NURSE, case: one.theirs, consent: one.consent };
    for (const step of [withdrawConsent, confirm, readConsentText])
      expect(await step(app, NURSE, theirs)).toMatchObject(nothing);
    expect(await addContact(app, NURSE, { ...AT_NURSE, case: one.id }, aContact("見本"))).toMatchObject(
      nothing,
    );
    for (const step of [sendReferral, takeBackReferral])
      expect(await step(app, NURSE, { ...AT_NURSE, referral: other.referral })).toMatchObject(nothing);
    expect(await acceptReferral(app, COUNSELLOR, { ...AT_CENTRE, referral: other.referral })).toMatchObject(
      nothing,
    );
    expect((await read(NURSE, AT_NURSE, one.referral)).items).toHaveLength(3);
  });
});

describe("a process that dies while a referral is sent", () => {
  it("leaves a draft, no mail and nothing to receive; sent again it goes out once", async () => {
    const id = await opened();
    await agree(id);
    const { referral, drafted } = await draft(id);
    expectOk(drafted);
    const administrator = await asAdministrator();
    try {
      // The mail is the last that is written: it waits, with all that came before it not yet there for others.
      await administrator.query("begin; lock table mail_outbox in share mode");
      const torn = sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }).catch(() => "torn");
      let waiting: number | undefined;
      while (waiting === undefined) {
        const { rows } = await administrator.query<{ pid: number }>(
          "select pid from pg_locks where relation = 'mail_outbox'::regclass and not granted",
        );
        waiting = rows[0]?.pid;
      }
      await administrator.query("select pg_terminate_backend($1)", [waiting]);
      expect(await torn).toBe("torn");
      await administrator.query("rollback");
    } finally {
      await administrator.end();
    }
    expect((await read(COUNSELLOR, AT_CENTRE, referral)).referral.state).toBe("drafted");
    expect(await eventsOf(referral)).toEqual(["drafted"]);
    expect(await readReferral(app, NURSE, { ...AT_NURSE, referral })).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await mailsAbout(referral)).toBe(0);
    expectOk(await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    expect(await mailsAbout(referral)).toBe(1);
    expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
    expect(await eventsOf(referral)).toEqual(["drafted", "send", "accept"]);
  });
});

async function asAdministrator(): Promise<pg.Client> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(app.db);
  const client = new pg.Client(connectionTo(inject("server"), rows[0]!.name));
  await client.connect();
  return client;
}
/** What stands in the database, whoever may see it. */
async function valuesOf<T>(statement: string, value: string): Promise<T[]> {
  const administrator = await asAdministrator();
  try {
    const { rows } = await administrator.query<{ value: T }>(statement, [value]);
    return rows.map((row) => row.value);
  } finally {
    await administrator.end();
  }
}
const eventsOf = (referral: string) =>
  valuesOf<string>(
    "select step as value from sensitive.referral_event where referral_id = $1 order by at, id",
    referral,
  );
const mailsAbout = async (referral: string) =>
  (await valuesOf("select 1 as value from mail_outbox where about = $1", `referral:${referral}`)).length;
