import { type Actor, OFFERED_ROLES, type Role, service, VISITOR } from "#foundation/actors/public.ts";
import { sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { closeCase, openCase } from "./cases/case.commands.server.ts";
import { readCase } from "./cases/case.queries.server.ts";
import { addContact } from "./cases/contact.commands.server.ts";
import { annulConsent, giveConsent, withdrawConsent } from "./consents/consent.commands.server.ts";
import { addCaseFile } from "./files/case-file.commands.server.ts";
import { acceptReferral, closeReferral, declineReferral } from "./referrals/received.commands.server.ts";
import { draftReferral, sendReferral } from "./referrals/referral.commands.server.ts";
import { addSharedNote } from "./referrals/shared-note.commands.server.ts";

const HAMADA = "sma-32-02" as AreaId;
const CITY = sampleOrganisationId(HAMADA, "浜田市");
const HEALTH_CENTRE = sampleOrganisationId(HAMADA, "浜田保健所");
const WORK_HEALTH_CENTRE = sampleOrganisationId(HAMADA, "浜田地域産業保健センター");
/** Who works for an office of the sample area, with a fresh proof of who they are at the moment of the tests. */
const worker = (organisationId: OrganisationId, role: Role): Actor => ({
  ...{ kind: "person", userId: `u-${role}-${organisationId}` as UserId, name: role, reach: [HAMADA] },
  memberships: [{ organisationId, role, areas: [HAMADA] }],
  provenAt: new Date("2026-11-22T01:00:00Z"),
});

/** As in the source: who came to the occupational health centre is handed to the public health centre's nurse. */
export const COUNSELLOR = worker(WORK_HEALTH_CENTRE, "caseworker");
export const NURSE = worker(HEALTH_CENTRE, "caseworker");
export const SUPERVISOR = worker(WORK_HEALTH_CENTRE, "supervisor");
export const AT_CENTRE = { organisation: WORK_HEALTH_CENTRE };
export const AT_NURSE = { organisation: HEALTH_CENTRE };
export const NAME = "見本　花子";
export const AGREED = ["name", "contact", "consultation"];

export const aCall = (more: object = {}) => ({
  ...{ asker: "worker", source: "self", channel: "visit", openedOn: "2026-11-20", topics: ["sleep"] },
  ...{ urgency: "usual", told: "眠れない", name: NAME, kana: "みほん　はなこ", phone: "0855-00-0000" },
  ...more,
});
export const aContact = (content: string, more: object = {}) => ({
  ...{ day: "2026-11-22", channel: "telephone", withWhom: "person", content },
  ...more,
});

/** A case at the centre, and the way on to the health centre, step by step. */
export function handingOn(app: App) {
  const opened = async (more: object = {}): Promise<string> => {
    const id = newId() as string;
    expectOk(await openCase(app, COUNSELLOR, { ...AT_CENTRE, id }, aCall(more)));
    return id;
  };
  const agree = async (id: string, more: object = {}): Promise<string> => {
    const terms = { partner: HEALTH_CENTRE, classes: AGREED, employer: "nothing", way: "paper" };
    const consent = { ...terms, heardOn: "2026-11-20", heardTime: "10:30", language: "ja", ...more };
    return expectOk(await giveConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id }, consent)).id;
  };
  const draft = async (id: string, more: object = {}) => {
    const referral = newId() as string;
    const terms = { partner: HEALTH_CENTRE, ground: "consent", mode: "shared", urgency: "week" };
    const told = { reason: "mental", classes: AGREED, consultation: "眠れない日が続く", ...more };
    const at = { ...AT_CENTRE, case: id, referral };
    return { referral, drafted: await draftReferral(app, COUNSELLOR, at, { ...terms, ...told }) };
  };
  const sent = async (more: Readonly<{ consent?: object; call?: object }> = {}) => {
    const id = await opened(more.call);
    const consent = await agree(id, more.consent);
    const { referral, drafted } = await draft(id);
    expectOk(drafted);
    expectOk(await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    return { id, consent, referral };
  };
  const accepted = async (more: Parameters<typeof sent>[0] = {}) => {
    const one = await sent(more);
    const at = { ...AT_NURSE, referral: one.referral };
    return { ...one, theirs: expectOk(await acceptReferral(app, NURSE, at)).case };
  };
  return { opened, agree, draft, sent, accepted };
}

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
export const TAKEN: readonly StateOfConsent[] = [
  "effective",
  "withdrawn",
  "expired",
  "unconfirmed",
  "invalid",
  "closed",
];
/** In these the person agrees on the later day on which the rows are read. */
export const AGREES: readonly StateOfConsent[] = ["drafted", "sent", "effective", "closed", "declined"];

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
    const paper = new File([Buffer.from("ffd8ffe000104a46", "hex")], "見本.jpg");
    expectOk(await addCaseFile(app, COUNSELLOR, at, { file: paper }));
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

export const OFFICES = [WORK_HEALTH_CENTRE, HEALTH_CENTRE, CITY] as const;
export const OWN = "own-consultation";
const holderOf = (subject: string, purpose = OWN): Actor => ({
  ...{ kind: "holder", purpose, area: HAMADA, subject, detail: {} },
});
const SERVICES = [
  "consultation",
  "referral-reminders",
  "consultation-counts",
  "consultation-upkeep",
] as const;
export type Who = Readonly<{
  name: string;
  actor: Actor;
  role?: Role;
  office?: OrganisationId;
  bears?: string;
  purpose?: string;
  service?: string;
}>;

/** Each who may come: every role at each of three offices, who holds a link of these persons, who holds none. */
export const everybody = (persons: readonly [string, ...string[]]): Who[] => [
  { name: "visitor", actor: VISITOR },
  ...SERVICES.map((name) => ({ name: `<${name}>`, actor: service(name), service: name })),
  ...OFFICES.flatMap((office) =>
    OFFERED_ROLES.map((role) => ({ name: `${role} ${office}`, actor: worker(office, role), role, office })),
  ),
  ...persons.map((bears) => ({ name: `holder ${bears}`, actor: holderOf(bears), bears, purpose: OWN })),
  // Row-level security knows the subject of a link alone, which is one of its kind in the house; the policy, its purpose.
  { name: "another link", actor: holderOf(persons[0], "request"), bears: persons[0], purpose: "request" },
];
