import type { Actor, Role } from "#foundation/actors/public.ts";
import { sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, namedId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import sample from "../../../../reference/demonstration/consultations.json" with { type: "json" };
import { bookAppointment, openSession } from "../appointments/appointment.commands.server.ts";
import { closeCase, openCase } from "../cases/case.commands.server.ts";
import { CASES } from "../cases/case.present.ts";
import { listCases, readCase } from "../cases/case.queries.server.ts";
import { addContact } from "../cases/contact.commands.server.ts";
import { giveConsent } from "../consents/consent.commands.server.ts";
import { acceptReferral, startReferral } from "../referrals/received.commands.server.ts";
import { draftReferral, sendReferral } from "../referrals/referral.commands.server.ts";
import { addSharedNote } from "../referrals/shared-note.commands.server.ts";

const HAMADA = "sma-32-02" as AreaId;
const officeOf = (name: string) => ({ organisation: sampleOrganisationId(HAMADA, name) });
const idOf = (kind: string, key: string): string => namedId(kind, HAMADA, key);

/** Loads invented consultations of Hamada's two offices, as those who have an account there would have written them. */
export async function loadDemonstrationCases(app: App): Promise<void> {
  const first = sample.cases[0]!;
  const at = { ...officeOf(first.office), case: idOf("consultation", first.key) };
  if ((await readCase(app, visiting(app, at.organisation), at)).ok) return;
  for (const one of sample.cases) await loadCase(app, one);
  for (const one of sample.referrals) await loadReferral(app, one);
  for (const one of sample.sessions) await loadSession(app, one);
}

const visiting = (
  app: App,
  organisationId: OrganisationId,
  userId = "demonstration",
  role: Role = "caseworker",
): Actor => ({
  ...{ kind: "person", userId: userId as UserId, name: "", reach: [HAMADA], provenAt: app.clock.now() },
  memberships: [{ organisationId, role, areas: [HAMADA] }],
});

/** Who has the account of a caseworker at that office. */
async function caseworkerOf(app: App, name: string): Promise<Actor> {
  const office = officeOf(name);
  const list = readList(CASES, new URLSearchParams());
  const { colleagues } = expectOk(
    await listCases(app, visiting(app, office.organisation), { ...office, list }),
  );
  const known = colleagues.find(
    ({ id, name: called }) => id !== "demonstration" && !called.includes("責任者"),
  );
  return visiting(app, office.organisation, known?.id);
}

async function loadCase(app: App, one: (typeof sample.cases)[number]): Promise<void> {
  const actor = await caseworkerOf(app, one.office);
  const office = officeOf(one.office);
  const ago = (days: number) => addDays(app.clock.today(), -days);
  const id = idOf("consultation", one.key);
  const nextDue = one.due === null ? "" : addDays(app.clock.today(), one.due);
  const call = { ...one.call, openedOn: ago(one.daysAgo) };
  expectOk(await openCase(app, actor, { ...office, id }, { ...call, nextDue }));
  for (const { daysAgo, ...contact } of one.contacts)
    expectOk(
      await addContact(app, actor, { ...office, case: id }, { ...contact, day: ago(daysAgo), nextDue }),
    );
  if (!("closed" in one) || !one.closed) return;
  const { daysAgo, ...end } = one.closed;
  expectOk(await closeCase(app, actor, { ...office, case: id }, { ...end, closedOn: ago(daysAgo) }));
}

async function loadReferral(app: App, one: (typeof sample.referrals)[number]): Promise<void> {
  const { case: key, to, daysAgo, taken, notes, ...terms } = { notes: [], ...one };
  const from = sample.cases.find((each) => each.key === key)!.office;
  const [sender, receiver] = [await caseworkerOf(app, from), await caseworkerOf(app, to)];
  const [ours, theirs] = [officeOf(from), officeOf(to)];
  const at = { ...ours, case: idOf("consultation", key) };
  const partner = theirs.organisation;
  const heardOn = addDays(app.clock.today(), -daysAgo);
  const consent = {
    partner,
    classes: terms.classes,
    employer: "nothing",
    way: "paper",
    language: "ja",
    heardOn,
  };
  expectOk(await giveConsent(app, sender, at, consent));
  const referral = idOf("referral", key);
  expectOk(await draftReferral(app, sender, { ...at, referral }, { ...terms, partner, ground: "consent" }));
  expectOk(await sendReferral(app, sender, { ...ours, referral }));
  if (taken === "sent") return;
  expectOk(await acceptReferral(app, receiver, { ...theirs, referral }));
  expectOk(await startReferral(app, receiver, { ...theirs, referral }));
  for (const [office, text] of notes) {
    const [who, place] = office === to ? [receiver, theirs] : [sender, ours];
    expectOk(await addSharedNote(app, who, { ...place, referral }, { text }));
  }
}

async function loadSession(app: App, one: (typeof sample.sessions)[number]): Promise<void> {
  const { key, office, inDays, expected, ...terms } = one;
  const actor = await caseworkerOf(app, office);
  const at = { ...officeOf(office), session: idOf("counsel-session", key) };
  const day = addDays(app.clock.today(), inDays);
  expectOk(await openSession(app, actor, at, { ...terms, day }));
  for (const [name, phone] of expected) expectOk(await bookAppointment(app, actor, at, { name, phone }));
}
