import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE } from "#test/offices.ts";
import { seeded } from "#test/seeded.ts";
import {
  AGREES,
  everybody,
  type Rows,
  rowsByState,
  STATES,
  type StateOfConsent,
  TAKEN,
  type Who,
} from "../two-offices.testing.ts";

const app = testApp();
const DRAWS = 10_000;
let rows: Awaited<ReturnType<typeof rowsByState>>;
let all: Who[];
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  rows = await rowsByState(app);
  // What the runs of counting and deleting reach stands where they are tested.
  const runs = ["consultation-counts", "consultation-upkeep"];
  all = everybody([rows.effective.person, rows.withdrawn.person]).filter(
    (one) => !runs.includes(one.service ?? ""),
  );
}, 60_000);

type Row = Readonly<{ name: string; kind: "read" | "update" | "insert"; sql(rows: Rows): string }>;
const nobody = "00000000-0000-7000-8000-000000000000";
const read = (name: string, table: string, where: (rows: Rows) => string): Row => ({
  ...{
    name,
    kind: "read",
    sql: (rows) => `select 1 as found from sensitive.${table} where ${where(rows)} limit 1`,
  },
});
const update = (name: string, table: string, id: (rows: Rows) => string): Row => ({
  ...{ name, kind: "update" },
  sql: (rows) =>
    `update sensitive.${table} set changed_at = changed_at where id = '${id(rows)}' returning 1 as found`,
});
const note = (by: OrganisationId) => (rows: Rows) =>
  `referral_id = '${rows.referral}' and author_organisation_id = '${by}'`;
const insert = (name: string, statement: (rows: Rows) => string): Row => ({
  name,
  kind: "insert",
  sql: statement,
});

/** What is read, and what is written, row by row. */
const ROWS: readonly Row[] = [
  read("case", "consultation_case", (rows) => `id = '${rows.case}'`),
  read("received case", "consultation_case", (rows) => `id = '${rows.theirs ?? nobody}'`),
  read("client", "client", (rows) => `id = '${rows.person}'`),
  read("contact", "case_contact", (rows) => `case_id = '${rows.case}'`),
  read("received contact", "case_contact", (rows) => `case_id = '${rows.theirs ?? nobody}'`),
  read("file", "case_file", (rows) => `case_id = '${rows.case}'`),
  read("referral", "referral", (rows) => `id = '${rows.referral}'`),
  read("item", "referral_item", (rows) => `referral_id = '${rows.referral}'`),
  read("sender's note", "shared_note", note(WORK_HEALTH_CENTRE)),
  read("receiver's note", "shared_note", note(HEALTH_CENTRE)),
  read("consent", "consent", (rows) => `id = '${rows.consent}'`),
  read("look", "person_look", (rows) => `person_id = '${rows.person}'`),
];
const WRITES: readonly Row[] = [
  update("write case", "consultation_case", (rows) => rows.case),
  update("write client", "client", (rows) => rows.person),
  {
    ...{ name: "take out file", kind: "update" },
    sql: (rows) => `delete from sensitive.case_file where case_id = '${rows.case}' returning 1 as found`,
  },
  update("write referral", "referral", (rows) => rows.referral),
  insert(
    "write receiver's note",
    ({ referral, person }) => `insert into sensitive.shared_note
      (id, referral_id, organisation_id, partner_id, person_id, author_organisation_id, note, by, at)
      values ('${newId()}', '${referral}', '${WORK_HEALTH_CENTRE}', '${HEALTH_CENTRE}', '${person}',
        '${HEALTH_CENTRE}', '', 'x', now()) returning 1 as found`,
  ),
  insert(
    "withdraw consent",
    ({ consent, person }) => `insert into sensitive.consent_event
      (consent_id, sequence, step, person_id, organisation_id, partner_id, by, at)
      values ('${consent}', 1000, 'withdrawn', '${person}', '${WORK_HEALTH_CENTRE}', '${HEALTH_CENTRE}', 'x', now()) returning 1 as found`,
  ),
];

/** What somebody should reach, told once more and apart from the policies of the schema. */
function expectedRow(one: Who, state: StateOfConsent, { name }: Row, rows: Rows): boolean {
  const works = one.role === "caseworker" || one.role === "supervisor";
  const sender = works && one.office === WORK_HEALTH_CENTRE;
  const receiver = works && one.office === HEALTH_CENTRE;
  const themselves = one.bears === rows.person;
  const taken = TAKEN.includes(state);
  const agrees = AGREES.includes(state);
  switch (name) {
    case "case":
    case "client":
    case "write client":
      return sender || themselves;
    case "contact":
    case "file":
    case "write case":
      return sender;
    case "take out file":
      return sender && one.role === "supervisor";
    case "received case":
    case "received contact":
      return receiver && taken;
    case "referral":
      if (one.service === "referral-reminders") return state === "sent";
      return sender || themselves || (receiver && state !== "drafted");
    case "write referral":
      return sender || themselves || (receiver && state !== "drafted");
    case "item":
      return sender || themselves || (receiver && state === "effective");
    case "sender's note":
      return taken && (sender || (receiver && agrees));
    case "receiver's note":
      return taken && (receiver || (sender && agrees));
    case "write receiver's note":
      return receiver && agrees;
    case "consent":
      return sender || receiver || themselves;
    case "withdraw consent":
      return sender || themselves;
    case "look":
      return themselves;
    default:
      throw new Error(`no expectation for ${name}`);
  }
}

it("lets 10,000 generated combinations of actor, role, organisation, consent and row reach just these by plain SQL", async () => {
  const random = seeded(16_002);
  const draws = Array.from({ length: DRAWS }, () => ({
    one: pick(random, all),
    state: pick(random, STATES),
    row: pick(random, [...ROWS, ...WRITES]),
  }));
  let reached = 0;
  for (const [one, own] of Map.groupBy(draws, (draw) => draw.one))
    await inTransaction(app.sensitive.db, { ...scopeOf(one.actor), today: "2026-12-20" }, async (tx) => {
      for (const { state, row } of own) {
        const expected = expectedRow(one, state, row, rows[state]);
        const statement = row.sql(rows[state]);
        const writes = row.kind !== "read";
        if (writes) await sql`savepoint tried`.execute(tx);
        const found = await sql
          .raw(statement)
          .execute(tx)
          .then(({ rows: [first] }) => first !== undefined)
          .catch((error: Error) => {
            if (!/row-level security/.test(error.message)) throw error;
            return false;
          });
        if (writes) await sql`rollback to savepoint tried`.execute(tx);
        expect(found, `${one.name}: ${row.name} of ${state}`).toBe(expected);
        if (found) reached++;
      }
    });
  expect(reached).toBeGreaterThan(400);
}, 120_000);
