import type { Role } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE } from "#test/offices.ts";
import { closeCase } from "./cases/case.commands.server.ts";
import { readCase } from "./cases/case.queries.server.ts";
import { addContact } from "./cases/contact.commands.server.ts";
import { annulConsent, withdrawConsent } from "./consents/consent.commands.server.ts";
import { acceptReferral, closeReferral, declineReferral } from "./referrals/received.commands.server.ts";
import { sendReferral } from "./referrals/referral.commands.server.ts";
import { addSharedNote } from "./referrals/shared-note.commands.server.ts";
import { AT_CENTRE, AT_NURSE, aContact, COUNSELLOR, handingOn, NURSE } from "./two-offices.testing.ts";

/** Where a person's will and a referral may stand. */
export const STATES = [
  "drafted",
  "sent",
  "effective",
  "withdrawn",
  "expired",
  "unconfirmed",
  "invalid",
  "closed",
  "declined",
  "case-closed",
] as const;
export type StateOfConsent = (typeof STATES)[number];
/** In these the receiver had taken it on, and has a case of its own. */
const TAKEN: readonly StateOfConsent[] = [
  "effective",
  "withdrawn",
  "expired",
  "unconfirmed",
  "invalid",
  "closed",
];
/** In these the person agrees on the later day on which the rows are read. */
const AGREED: readonly StateOfConsent[] = ["drafted", "sent", "effective", "closed", "declined"];

export type Rows = Readonly<{
  case: string;
  person: string;
  consent: string;
  referral: string;
  theirs?: string;
}>;

/** A person at two offices in each of the states. */
export async function rowsByState(app: App): Promise<Readonly<Record<StateOfConsent, Rows>>> {
  const { opened, agree, draft } = handingOn(app);
  const made: Partial<Record<StateOfConsent, Rows>> = {};
  for (const state of STATES) {
    const id = await opened();
    const at = { ...AT_CENTRE, case: id };
    const consent = await agree(id, {
      ...(state === "expired" ? { until: "2026-11-30" } : {}),
      ...(state === "unconfirmed" ? { way: "telephone" } : {}),
    });
    const { referral, drafted } = await draft(id);
    expectOk(drafted);
    const [ours, theirs] = [
      { ...AT_CENTRE, referral },
      { ...AT_NURSE, referral },
    ];
    if (state !== "drafted") expectOk(await sendReferral(app, COUNSELLOR, ours));
    let received: string | undefined;
    if (TAKEN.includes(state)) {
      received = expectOk(await acceptReferral(app, NURSE, theirs)).case;
      expectOk(await addContact(app, NURSE, { ...AT_NURSE, case: received }, aContact("見本")));
      expectOk(await addSharedNote(app, COUNSELLOR, ours, { text: "見本" }));
      expectOk(await addSharedNote(app, NURSE, theirs, { text: "見本" }));
    }
    if (state === "withdrawn") expectOk(await withdrawConsent(app, COUNSELLOR, { ...at, consent }));
    if (state === "invalid") expectOk(await annulConsent(app, COUNSELLOR, { ...at, consent }));
    if (state === "closed") expectOk(await closeReferral(app, NURSE, theirs, { outcome: "seen" }));
    if (state === "declined") expectOk(await declineReferral(app, NURSE, theirs, { decline: "other" }));
    if (state === "case-closed")
      expectOk(
        await closeCase(app, COUNSELLOR, at, { outcome: "solved", note: "見本", closedOn: "2026-11-22" }),
      );
    const { person } = expectOk(await readCase(app, COUNSELLOR, at));
    made[state] = { case: id, person, consent, referral, ...(received ? { theirs: received } : {}) };
  }
  return made as Readonly<Record<StateOfConsent, Rows>>;
}

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
export const ROWS: readonly Row[] = [
  read("case", "consultation_case", (rows) => `id = '${rows.case}'`),
  read("received case", "consultation_case", (rows) => `id = '${rows.theirs ?? nobody}'`),
  read("client", "client", (rows) => `id = '${rows.person}'`),
  read("contact", "case_contact", (rows) => `case_id = '${rows.case}'`),
  read("received contact", "case_contact", (rows) => `case_id = '${rows.theirs ?? nobody}'`),
  read("referral", "referral", (rows) => `id = '${rows.referral}'`),
  read("item", "referral_item", (rows) => `referral_id = '${rows.referral}'`),
  read("sender's note", "shared_note", note(WORK_HEALTH_CENTRE)),
  read("receiver's note", "shared_note", note(HEALTH_CENTRE)),
  read("consent", "consent", (rows) => `id = '${rows.consent}'`),
  read("look", "person_look", (rows) => `person_id = '${rows.person}'`),
];
export const WRITES: readonly Row[] = [
  update("write case", "consultation_case", (rows) => rows.case),
  update("write client", "client", (rows) => rows.person),
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

type One = Readonly<{ role?: Role; office?: OrganisationId; bears?: string; reminds?: true }>;

/** What somebody should reach, told once more and apart from the policies of the schema. */
export function expectedRow(one: One, state: StateOfConsent, { name }: Row, rows: Rows): boolean {
  const works = one.role === "caseworker" || one.role === "supervisor";
  const sender = works && one.office === WORK_HEALTH_CENTRE;
  const receiver = works && one.office === HEALTH_CENTRE;
  const themselves = one.bears === rows.person;
  const taken = TAKEN.includes(state);
  const agrees = AGREED.includes(state);
  switch (name) {
    case "case":
    case "client":
    case "write client":
      return sender || themselves;
    case "contact":
    case "write case":
      return sender;
    case "received case":
    case "received contact":
      return receiver && taken;
    case "referral":
      if (one.reminds) return state === "sent";
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
