import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Actor,
  OFFERED_ROLES,
  type Role,
  scopeOf,
  service,
  VISITOR,
} from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases } from "#foundation/authority/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { seeded } from "#test/seeded.ts";
import { type OfficeSubject, policy } from "./access.ts";
import { CASES } from "./cases/case.present.ts";
import { expectedRow, ROWS, rowsByState, STATES, type StateOfConsent, WRITES } from "./walls.testing.ts";

import.meta.glob("./**/*.{commands,queries}.server.ts", { eager: true });

const app = testApp();
const DRAWS = 10_000;
const CITY = sampleOrganisationId(HAMADA, "浜田市");
const OFFICES = [WORK_HEALTH_CENTRE, HEALTH_CENTRE, CITY] as const;
type Action = keyof typeof policy.rights;
const ACTIONS = Object.keys(policy.rights) as Action[];

const OWN = "own-consultation";
const holderOf = (subject: string, purpose = OWN): Actor => ({
  ...{ kind: "holder", purpose, area: HAMADA, subject, detail: {} },
});
type Who = Readonly<{ name: string; actor: Actor; role?: Role; office?: OrganisationId; bears?: string }>;
const who = (persons: readonly string[]): Who[] => [
  { name: "visitor", actor: VISITOR },
  { name: "service", actor: service("consultation") },
  { name: "reminder", actor: service("referral-reminders"), reminds: true },
  ...OFFICES.flatMap((office) =>
    OFFERED_ROLES.map((role) => ({ name: `${role} ${office}`, actor: worker(office, role), role, office })),
  ),
  ...persons.map((bears) => ({ name: `holder ${bears}`, actor: holderOf(bears), bears, purpose: OWN })),
  // Row-level security knows the subject of a link alone, which is one of its kind in the house; the policy, its purpose.
  {
    name: "holder of another link",
    actor: holderOf(persons[0]!, "request"),
    bears: persons[0]!,
    purpose: "request",
  },
];

/** Who may what, told once more and apart from the policy. */
const OWN_PAGE: readonly Action[] = ["own-page.unlock", "own-page.read", "own-page.withdraw"];
const DESK: readonly Action[] = [
  "appointment.list",
  "appointment.book",
  "appointment.cancel",
  "appointment.attend",
];
const SUPERVISING: readonly Action[] = ["case.assign", "case.hand-over", "referral.second"];
const SIGNED_IN: readonly Action[] = ["case.list-offices", "case.read-today"];
function mayDo(one: Who, action: Action, office: OrganisationId, person: string): boolean {
  if (action === "referral.remind") return one.reminds === true;
  if (OWN_PAGE.includes(action)) return one.purpose === OWN && one.bears === person;
  if (SIGNED_IN.includes(action)) return one.role !== undefined;
  if (one.office !== office) return false;
  if (SUPERVISING.includes(action)) return one.role === "supervisor";
  if (one.role === "reception") return DESK.includes(action);
  return one.role === "caseworker" || one.role === "supervisor";
}

let rows: Readonly<Record<StateOfConsent, Awaited<ReturnType<typeof rowsByState>>[StateOfConsent]>>;
let everybody: Who[];
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  rows = await rowsByState(app);
  everybody = who([rows.effective.person, rows.withdrawn.person]);
}, 60_000);

describe("10,000 generated combinations of actor, role, organisation, consent and action", () => {
  it("are granted and refused in code as told apart from it", () => {
    const random = seeded(16_001);
    let granted = 0;
    for (let draw = 0; draw < DRAWS; draw++) {
      const one = pick(random, everybody);
      const action = pick(random, ACTIONS);
      const office = pick(random, OFFICES);
      const { person } = rows[pick(random, STATES)];
      const subject = {
        type: "case",
        area: HAMADA,
        organisation: office,
        id: person,
        person,
      } as OfficeSubject;
      const expected = mayDo(one, action, office, person);
      expect(
        policy.may(one.actor, action, subject) !== undefined,
        `${one.name}: ${action} at ${office}`,
      ).toBe(expected);
      if (expected) granted++;
    }
    expect(granted).toBeGreaterThan(500);
  });

  it("read and write just these rows by plain SQL, as the role that serves the tier", async () => {
    const random = seeded(16_002);
    const draws = Array.from({ length: DRAWS }, () => ({
      one: pick(random, everybody),
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
    expect(reached).toBeGreaterThan(500);
  }, 120_000);
});

it("leaves an entry of each refusal in the audit log, whoever was refused", async () => {
  const byName = new Map(declaredUseCases().map((one) => [one.declared.name, one]));
  const refusals = () =>
    inTransaction(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
      const { rows: found } = await sql<{ count: number }>`
        select count(*) from audit_entry where outcome = 'refused'`.execute(tx);
      return found[0]!.count;
    });
  const { person } = rows.effective;
  const ids = ["case", "referral", "contact", "consent", "other", "session", "appointment", "plan", "id"];
  const target = {
    ...Object.fromEntries(ids.map((name) => [name, newId()])),
    ...{ organisation: CITY, person, list: readList(CASES, new URLSearchParams()) },
    ...{ name: "見本", kana: "", birthDate: "", phone: "" },
  };
  const before = await refusals();
  let refused = 0;
  for (const one of everybody.filter(({ office }) => office === undefined || office === HEALTH_CENTRE))
    for (const action of ACTIONS) {
      if (mayDo(one, action, CITY, person)) continue;
      const outcome = await byName.get(action)!(app, one.actor, target);
      expect(outcome, `${one.name}: ${action}`).toMatchObject({
        error: { kind: OWN_PAGE.includes(action) ? "not-found" : "forbidden" },
      });
      refused++;
    }
  expect(refused).toBeGreaterThan(500);
  expect((await refusals()) - before).toBe(refused);
}, 120_000);
