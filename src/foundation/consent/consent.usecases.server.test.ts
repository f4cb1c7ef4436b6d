import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Actor, Person } from "#foundation/actors/public.ts";
import { scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { anyone, command, definePolicy, type Work } from "#foundation/authority/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { seeded } from "#test/seeded.ts";
import { uncovered } from "./consent.rules.ts";
import { DATA_CLASSES, type DataClass, type NewConsent } from "./consent.schema.ts";
import { selectConsents } from "./consent.store.server.ts";
import {
  endConsents,
  giveConsent,
  listConsents,
  requireConsent,
  takeConsentStep,
} from "./consent.usecases.server.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const SENDER = "0198f2a0-0000-7000-8000-00000000000b" as OrganisationId;
const RECEIVER = "0198f2a0-0000-7000-8000-00000000000c" as OrganisationId;
const OTHER = "0198f2a0-0000-7000-8000-00000000000d" as OrganisationId;
const TODAY = plainDate("2026-11-22");
const PURPOSE = "referral";

const nurseOf = (organisationId: OrganisationId): Actor => ({
  kind: "person",
  userId: `u-${organisationId}` as UserId,
  name: "nurse",
  memberships: [{ organisationId, role: "caseworker", areas: [AREA] }],
  reach: [AREA],
});
const NURSE = nurseOf(SENDER);
const holderOf = (subject: string): Actor => ({
  kind: "holder",
  purpose: "own-file",
  area: null,
  subject,
  detail: {},
});

/** Stands for a use-case of a module that holds persons: its transaction may enter the schema. */
const work = command({
  name: "test.consent",
  policy: definePolicy({ "test.consent": anyone }, { quiet: ["test.consent"], sensitive: true }),
  target: z.object({}),
  subject: () => ({ type: "test", area: AREA }),
  input: z.object({ work: z.custom<(work: Work) => Promise<Result<unknown>>>() }),
  run: (permit, { work }) => work(permit),
});
const as = <T>(actor: Actor, run: (work: Work) => Promise<Result<T>>, day: PlainDate = TODAY) =>
  work({ ...app, clock: fixedClock(`${day}T03:00:00Z`) }, actor, {}, { work: run }) as Promise<Result<T>>;

const terms = (person: string, more: Partial<NewConsent> = {}): NewConsent => ({
  person,
  organisation: SENDER,
  receiver: { organisation: RECEIVER, name: "見本保健所" },
  purpose: PURPOSE,
  classes: ["name", "contact"],
  employer: "nothing",
  way: "paper",
  text: { language: "ja", body: "見本保健所へ、氏名と連絡先を伝えることに同意します。" },
  from: TODAY,
  until: null,
  confirmWithin: 7,
  heardBy: "u-nurse",
  heardAt: new Date(`${TODAY}T01:00:00Z`),
  ...more,
});
const give = async (person: string, more: Partial<NewConsent> = {}, day = TODAY) =>
  expectOk(await as(NURSE, (work) => giveConsent(work, terms(person, { from: day, ...more })), day)).id;
const step = (id: string, taken: Parameters<typeof takeConsentStep>[2], actor = NURSE, day = TODAY) =>
  as(actor, (work) => takeConsentStep(work, id, taken), day);
const need = (person: string, classes: readonly DataClass[] = ["name"], day = TODAY) =>
  as(
    nurseOf(RECEIVER),
    (work) => requireConsent(work, person, { receiver: RECEIVER, purpose: PURPOSE, classes }),
    day,
  );
const statesOf = async (person: string, day = TODAY) =>
  expectOk(await as(NURSE, async (work) => ok(await listConsents(work, [person])), day)).map(
    ({ state }) => state,
  );

beforeAll(() => loadReferenceAreas(app));

describe("what counts", () => {
  it("is what was ticked, for that receiver alone", async () => {
    const person = newId() as string;
    await give(person);
    expect(await need(person, ["name", "contact"])).toEqual(ok(undefined));
    expect(await need(person, ["name", "checkup"])).toMatchObject({
      error: { message: "ご本人の同意がない項目があります（健康診断の結果）。" },
    });
    const elsewhere = await as(nurseOf(OTHER), (work) =>
      requireConsent(work, person, { receiver: OTHER, purpose: PURPOSE, classes: ["name"] }),
    );
    expect(elsewhere.ok).toBe(false);
  });

  it("is nothing where the second of two was withdrawn: the first does not revive", async () => {
    const person = newId() as string;
    await give(person);
    const second = await give(person);
    expect(await statesOf(person)).toEqual(["superseded", "effective"]);
    expectOk(await step(second, "withdrawn"));
    expect(await need(person)).toMatchObject({ error: { kind: "conflict" } });
    expect(await statesOf(person)).toEqual(["superseded", "withdrawn"]);
  });

  it("passes over what never counted", async () => {
    const person = newId() as string;
    await give(person);
    expectOk(await step(await give(person, { way: "telephone" }), "invalid"));
    expect(await need(person)).toEqual(ok(undefined));
    expect(await statesOf(person)).toEqual(["effective", "invalid"]);
  });

  it("holds until its last day, and what was only heard until it should have been confirmed", async () => {
    const person = newId() as string;
    await give(person, { until: addDays(TODAY, 3) });
    expect((await need(person, ["name"], addDays(TODAY, 3))).ok).toBe(true);
    expect((await need(person, ["name"], addDays(TODAY, 4))).ok).toBe(false);
    expect(await statesOf(person, addDays(TODAY, 4))).toEqual(["expired"]);

    const caller = newId() as string;
    const heard = await give(caller, { way: "telephone" });
    expect((await need(caller, ["name"], addDays(TODAY, 7))).ok).toBe(true);
    expect(await statesOf(caller, addDays(TODAY, 8))).toEqual(["unconfirmed"]);
    expect((await need(caller, ["name"], addDays(TODAY, 8))).ok).toBe(false);
    expectOk(await step(heard, "confirmed"));
    expect((await need(caller, ["name"], addDays(TODAY, 8))).ok).toBe(true);
  });

  it("ends with the matter, and a step that is too late is told", async () => {
    const person = newId() as string;
    const id = await give(person);
    await as(NURSE, async (work) => ok(await endConsents(work, person, PURPOSE)));
    expect(await statesOf(person)).toEqual(["ended"]);
    expect(await step(id, "withdrawn")).toMatchObject({
      error: { message: "この同意は「終了」のため、変更できません。何も変わっていません。" },
    });
  });

  it("can't be given for nothing", async () => {
    const refused = await as(NURSE, (work) => giveConsent(work, terms(newId(), { classes: [] })));
    expect(refused).toMatchObject({ error: { kind: "invalid", fields: { classes: [expect.any(String)] } } });
  });
});

describe("a withdrawal", () => {
  it("is the person's own to make, and says to who comes later since when", async () => {
    const person = newId() as string;
    const id = await give(person);
    expectOk(await step(id, "withdrawn", holderOf(person)));
    expect(await need(person)).toMatchObject({
      error: {
        message: expect.stringMatching(/^ご本人の同意は2026年11月22日 12:00に撤回されました。何も保存して/),
      },
    });
  });

  it("comes before or after a save that rests on the consent, never between", async () => {
    const person = newId() as string;
    const id = await give(person);
    const order: string[] = [];
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const save = as(nurseOf(RECEIVER), async (work) => {
      const agreed = await requireConsent(work, person, {
        receiver: RECEIVER,
        purpose: PURPOSE,
        classes: ["name"],
      });
      await held;
      order.push("saved");
      return agreed;
    });
    const withdrawal = step(id, "withdrawn", holderOf(person)).then((result) => {
      order.push("withdrawn");
      return result;
    });
    // The withdrawal waits for the lock before the save is let go on.
    await waitsForLock();
    go();
    expectOk(await save);
    expectOk(await withdrawal);
    expect(order).toEqual(["saved", "withdrawn"]);
    expect((await need(person)).ok).toBe(false);
  });
});

/** Until some transaction of this database waits for an advisory lock. */
async function waitsForLock(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from pg_locks where locktype = 'advisory' and not granted) as waiting`.execute(
      app.db,
    );
    if (rows[0]!.waiting) return;
  }
}

describe("the schema", () => {
  const look = (actor: Actor, statement: string) =>
    inTransaction(app.sensitive.db, { ...scopeOf(actor), today: TODAY }, async (tx) => {
      const { rows } = await sql.raw<{ held: number | boolean }>(statement).execute(tx);
      return rows[0]!.held;
    });

  it("shows a consent to the two offices and the person, and can't be written over", async () => {
    const person = newId() as string;
    await give(person);
    const count = `select count(*) as held from sensitive.consent where person_id = '${person}'`;
    expect(await look(NURSE, count)).toBe(1);
    expect(await look(nurseOf(RECEIVER), count)).toBe(1);
    expect(await look(holderOf(person), count)).toBe(1);
    expect(await look(nurseOf(OTHER), count)).toBe(0);
    expect(await look(holderOf(newId()), count)).toBe(0);
    expect(
      await look(
        {
          ...(NURSE as Person),
          memberships: [{ organisationId: SENDER, role: "coordinator", areas: [AREA] }],
        } as Actor,
        count,
      ),
    ).toBe(0);
    for (const statement of [
      "delete from sensitive.consent",
      "delete from sensitive.consent_event",
      "update sensitive.consent set purpose = ''",
      "update sensitive.consent_event set reason = ''",
      "update sensitive.consent_text set body = ''",
    ])
      await expect(look(NURSE, statement)).rejects.toThrow(/permission denied/);
  });

  it("folds the ledger as the pages do, whatever happened", async () => {
    const random = seeded(16);
    for (let round = 0; round < 60; round++) {
      const person = newId() as string;
      const ids: string[] = [];
      for (let happened = 0; happened < 5; happened++) {
        const day = addDays(TODAY, Math.floor(random() * 4));
        if (ids.length === 0 || random() < 0.5) {
          const classes = DATA_CLASSES.slice(0, 3).filter(() => random() < 0.7);
          if (classes.length === 0) continue;
          const until = random() < 0.3 ? addDays(day, Math.floor(random() * 4)) : null;
          const way = random() < 0.3 ? "telephone" : "paper";
          ids.push(
            await give(
              person,
              { classes, until, way, confirmWithin: 2, heardAt: new Date(`${day}T01:00:00Z`) },
              day,
            ),
          );
        } else {
          const taken = (["confirmed", "withdrawn", "invalid", "ended"] as const)[Math.floor(random() * 4)]!;
          await step(ids[Math.floor(random() * ids.length)]!, taken, NURSE, day);
        }
      }
      const day = addDays(TODAY, Math.floor(random() * 8));
      const scope = { ...scopeOf(nurseOf(RECEIVER)), today: day };
      await withRows(app.sensitive.db, scope, async (access) => {
        const all = await selectConsents(access as unknown as Work, [person]);
        for (const kind of DATA_CLASSES.slice(0, 3)) {
          const { rows } = await sql<{ held: boolean }>`
            select yui_consents(${person}, ${RECEIVER}, ${PURPOSE}, ${kind}) as held`.execute(db(access));
          const missing = uncovered(all, { receiver: RECEIVER, purpose: PURPOSE, classes: [kind] }, day);
          expect(missing.length === 0, `round ${round}, ${kind}`).toBe(rows[0]!.held);
        }
      });
    }
  });
});
