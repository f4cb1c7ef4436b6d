import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases } from "#foundation/authority/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE } from "#test/offices.ts";
import { seeded } from "#test/seeded.ts";
import { type OfficeSubject, policy } from "./access.ts";
import { CASES } from "./cases/case.present.ts";
import { addContact } from "./cases/contact.commands.server.ts";
import { readReferral } from "./referrals/referral.queries.server.ts";
import { addSharedNote } from "./referrals/shared-note.commands.server.ts";
import {
  AGREES,
  AT_CENTRE,
  AT_NURSE,
  COUNSELLOR,
  everybody,
  NURSE,
  OFFICES,
  OWN,
  rowsByState,
  STATES,
  type Who,
} from "./two-offices.testing.ts";

import.meta.glob("./**/*.{usecases,commands,queries}.server.ts", { eager: true });

const app = testApp();
const DRAWS = 10_000;
const CITY = OFFICES[2];
type Action = keyof typeof policy.rights;
const ACTIONS = Object.keys(policy.rights) as Action[];

/** Who may what, told once more and apart from the policy. */
const OWN_PAGE: readonly Action[] = ["own-page.unlock", "own-page.read", "own-page.withdraw"];
const DESK: readonly Action[] = [
  "appointment.list",
  "appointment.book",
  "appointment.cancel",
  "appointment.attend",
];
const RETURNING: readonly Action[] = ["referral.read-return", "referral.return"];
const SUPERVISING: readonly Action[] = [
  ...(["case.assign", "case.hand-over", "case.export", "referral.second", "case-file.remove"] as const),
  ...(["erasure.read", "erasure.set-years", "erasure.order"] as const),
];
const SERVING: Readonly<Partial<Record<Action, string>>> = {
  "referral.remind": "referral-reminders",
  "count.list-areas": "consultation-counts",
  "count.publish": "consultation-counts",
  "count.duplicates": "consultation-counts",
  "erasure.preview": "consultation-upkeep",
  "erasure.begin": "consultation-upkeep",
  "erasure.list-ordered": "consultation-upkeep",
  "erasure.forget-appointments": "consultation-upkeep",
  "erasure.run": "consultation-upkeep",
  "case.hand-over-for": "consultation-upkeep",
};
const SIGNED_IN: readonly Action[] = ["case.list-offices", "case.read-today"];
function mayDo(one: Who, action: Action, office: OrganisationId, person: string): boolean {
  if (SERVING[action]) return one.service === SERVING[action];
  if (RETURNING.includes(action)) return one.purpose === "referral-return" && one.bears === person;
  if (OWN_PAGE.includes(action)) return one.purpose === OWN && one.bears === person;
  if (SIGNED_IN.includes(action)) return one.role !== undefined;
  if (one.office !== office) return false;
  if (SUPERVISING.includes(action)) return one.role === "supervisor";
  if (one.role === "reception") return DESK.includes(action);
  return one.role === "caseworker" || one.role === "supervisor";
}

let rows: Awaited<ReturnType<typeof rowsByState>>;
let all: Who[];
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  rows = await rowsByState(app);
  all = everybody([rows.effective.person, rows.withdrawn.person]);
}, 60_000);

it("grants and refuses 10,000 generated combinations of actor, role, organisation, person and action as told apart", () => {
  const random = seeded(16_001);
  let granted = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const one = pick(random, all);
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
    expect(policy.may(one.actor, action, subject) !== undefined, `${one.name}: ${action} at ${office}`).toBe(
      expected,
    );
    if (expected) granted++;
  }
  expect(granted).toBeGreaterThan(500);
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
  const ids = [
    "case",
    "referral",
    "contact",
    "consent",
    "other",
    "session",
    "appointment",
    "plan",
    "id",
    "run",
    "file",
  ];
  const target = {
    ...Object.fromEntries(ids.map((name) => [name, newId()])),
    ...{ organisation: CITY, area: HAMADA, person, list: readList(CASES, new URLSearchParams()) },
    ...{ name: "見本", kana: "", birthDate: "", phone: "" },
  };
  const before = await refusals();
  let refused = 0;
  for (const one of all.filter(({ office }) => office === undefined || office === HEALTH_CENTRE))
    for (const action of ACTIONS) {
      if (mayDo(one, action, CITY, person)) continue;
      const outcome = await byName.get(action)!(app, one.actor, target);
      expect(outcome, `${one.name}: ${action}`).toMatchObject({
        error: { kind: [...OWN_PAGE, ...RETURNING].includes(action) ? "not-found" : "forbidden" },
      });
      refused++;
    }
  expect(refused).toBeGreaterThan(500);
  expect((await refusals()) - before).toBe(refused);
}, 120_000);

it("lets the state of the consent decide what rests on it: 300 drawn of three actions, two offices and ten states", async () => {
  const later = { ...app, clock: fixedClock("2026-12-10T01:00:00Z") };
  const random = seeded(16_038);
  const done = { yes: 0, no: 0 };
  for (let draw = 0; draw < 300; draw++) {
    const state = pick(random, STATES);
    const { referral, theirs } = rows[state];
    const [actor, office] = pick(random, [
      [COUNSELLOR, AT_CENTRE],
      [NURSE, AT_NURSE],
    ] as const);
    const action = pick(random, ["contact", "note", "read"] as const);
    const at = { ...office, referral };
    const shared = state === "effective";
    let expected = shared;
    let outcome: boolean;
    if (action === "contact") {
      if (!theirs) continue;
      expected = AGREES.includes(state);
      const note = { day: "2026-12-01", channel: "visit", withWhom: "person", content: "見本" };
      outcome = (await addContact(later, NURSE, { ...AT_NURSE, case: theirs }, note)).ok;
    } else if (action === "note") outcome = (await addSharedNote(later, actor, at, { text: "見本" })).ok;
    else {
      const read = await readReferral(later, actor, at);
      outcome = read.ok && read.value.items.length > 0;
      // What an office sent it keeps seeing.
      expected = actor === COUNSELLOR || shared;
    }
    expect(outcome, `${actor === NURSE ? "receiver" : "sender"} ${action}: ${state}`).toBe(expected);
    done[expected ? "yes" : "no"] += 1;
  }
  expect(Math.min(done.yes, done.no)).toBeGreaterThan(50);
}, 120_000);
