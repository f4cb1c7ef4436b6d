import type { Actor, Role } from "#foundation/actors/public.ts";
import { type Example, type ExamplePlace, type Examples, standing } from "#foundation/authority/testing.ts";
import { newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { bookAppointment, openSession } from "./appointments/appointment.commands.server.ts";
import { closeCase, openCase } from "./cases/case.commands.server.ts";
import { readCase } from "./cases/case.queries.server.ts";
import { giveConsent } from "./consents/consent.commands.server.ts";
import { consentForm } from "./consents/consent.queries.server.ts";
import { beginSupportPlan } from "./families/support-plan.commands.server.ts";
import { inviteToOwnPage } from "./person/own-page.commands.server.ts";
import { acceptReferral } from "./referrals/received.commands.server.ts";
import {
  draftReferral,
  sendByDuty,
  sendForDanger,
  sendReferral,
} from "./referrals/referral.commands.server.ts";

/** Who works for an office, with a fresh proof of who they are. */
export const worker = (
  { app, area }: ExamplePlace,
  organisationId: OrganisationId,
  role: Role = "caseworker",
): Actor => ({
  kind: "person",
  userId: `example-${role}-${organisationId}` as UserId,
  name: role,
  memberships: [{ organisationId, role, areas: [area] }],
  reach: [area],
  provenAt: app.clock.now(),
});

export const DAY = "2026-11-20";
export const CALL = {
  ...{
    asker: "worker",
    source: "self",
    channel: "visit",
    openedOn: DAY,
    topics: ["sleep"],
    urgency: "usual",
  },
  ...{
    told: "見本の相談",
    name: "見本　一郎",
    kana: "みほん　いちろう",
    phone: "0855-00-0000",
    birthDate: "1980-01-01",
  },
};
export const CONTACT = { day: DAY, channel: "visit", withWhom: "person", content: "見本の経過" };
export const CLASSES = ["name", "contact", "consultation"];
export const CONSENT = {
  classes: CLASSES,
  employer: "nothing",
  way: "telephone",
  heardOn: DAY,
  heardTime: "10:30",
  language: "ja",
};
export const DRAFT = {
  ground: "consent",
  mode: "shared",
  urgency: "usual",
  reason: "mental",
  classes: CLASSES,
  consultation: "見本の要約",
};
export const AGREEMENT = { relation: "本人", agreedOn: DAY, way: "paper" };

type At = Readonly<{ organisation: OrganisationId; case: string }>;

/** A case of an office, closed where it is to be over. */
export async function caseAt(
  place: ExamplePlace,
  organisation = place.organisation,
  more: object = {},
): Promise<At> {
  const nurse = worker(place, organisation);
  const id = newId() as string;
  expectOk(await openCase(place.app, nurse, { organisation, id }, { ...CALL, ...more }));
  const at = { organisation, case: id };
  if (place.state === "ended") await end(place, at);
  return at;
}
async function end(place: ExamplePlace, at: At): Promise<void> {
  const over = { outcome: "solved", note: "見本", closedOn: DAY };
  expectOk(await closeCase(place.app, worker(place, at.organisation), at, over));
}
/** A case with what belongs to it, which came before it was closed. */
export const ofCase =
  (
    input?: unknown,
    more: (place: ExamplePlace, at: At) => Promise<object> = async () => ({}),
  ): Examples[string] =>
  async (place) => {
    if (place.state === "deleted") return undefined;
    const at = await caseAt({ ...place, state: "standing" });
    const target = { ...at, ...(await more(place, at)) };
    if (place.state === "ended") await end(place, at);
    return { target, input };
  };

/** Another office of the area that may receive. */
export async function partnerOf(place: ExamplePlace, at: At): Promise<OrganisationId> {
  const { offices } = expectOk(await consentForm(place.app, worker(place, at.organisation), at));
  return offices[0]!.value as OrganisationId;
}
export async function agreed(place: ExamplePlace, at: At, partner: OrganisationId): Promise<string> {
  const given = await giveConsent(place.app, worker(place, at.organisation), at, { ...CONSENT, partner });
  return expectOk(given).id;
}
export const ofConsent = (input?: unknown): Examples[string] =>
  ofCase(input, async (place, at) => ({ consent: await agreed(place, at, await partnerOf(place, at)) }));

const DUTY = { mode: "one-way", duty: "child", partner: "", receiver: "見本児童相談所" };
type Stage = "drafted" | "sent" | "accepted";

/** A referral in that stage; `by` says whether the office of the place sends it or receives it. */
export const ofReferral = (
  stage: Stage,
  by: "sender" | "receiver",
  input?: unknown,
  ground: "consent" | "duty" | "danger" = "consent",
): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const { app } = place;
    const other = await partnerOf(place, await caseAt(place));
    const [sender, partner] = by === "sender" ? [place.organisation, other] : [other, place.organisation];
    const at = await caseAt(place, sender);
    const nurse = worker(place, sender);
    if (ground === "consent") await agreed(place, at, partner);
    const referral = newId() as string;
    const lawful = { consent: {}, danger: { mode: "one-way", danger: "見本" }, duty: DUTY }[ground];
    const draft = { ...DRAFT, ground, partner, ...lawful };
    expectOk(await draftReferral(app, nurse, { ...at, referral }, draft));
    const own = { organisation: place.organisation, referral };
    const send = { consent: sendReferral, duty: sendByDuty, danger: sendForDanger }[ground]!;
    if (stage !== "drafted") expectOk(await send(app, nurse, { organisation: sender, referral }));
    if (stage === "accepted")
      expectOk(await acceptReferral(app, worker(place, partner), { organisation: partner, referral }));
    return { target: own, input };
  });

/** A person's own page, by the link that is theirs. */
export const ofPerson = (input?: unknown, consent = false): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const at = await caseAt(place);
    const nurse = worker(place, at.organisation);
    expectOk(await inviteToOwnPage(place.app, nurse, at, { passphrase: "あさがお47" }));
    const given = await agreed(place, at, await partnerOf(place, at));
    const { person } = expectOk(await readCase(place.app, nurse, at));
    return {
      target: { person, ...(consent ? { consent: given } : {}) },
      input,
      holds: { "own-consultation": person },
    };
  });

export const ofSession = (input?: unknown): Examples[string] =>
  standing(async (place) => {
    const { organisation } = place;
    return { target: { organisation, session: await sessionAt(place) }, input };
  });
export async function sessionAt(place: ExamplePlace): Promise<string> {
  const { app, organisation } = place;
  const session = newId() as string;
  expectOk(await openSession(app, worker(place, organisation), { organisation, session }, SESSION));
  return session;
}
export const SESSION = {
  ...{ day: "2099-12-01", starts: "13:00", ends: "16:00", kind: "visit", counsellor: "保健師", places: "3" },
};
export const ofAppointment = (input?: unknown): Examples[string] =>
  standing(async (place) => {
    const { app, organisation } = place;
    const session = await sessionAt(place);
    const booked = await bookAppointment(
      app,
      worker(place, organisation),
      { organisation, session },
      { name: "見本様" },
    );
    return { target: { organisation, appointment: expectOk(booked).id }, input };
  });

export const ofPlan = (input?: unknown, withCase = false): Examples[string] =>
  standing(async (place) => {
    const at = await caseAt(place);
    const plan = newId() as string;
    const begun = { ...AGREEMENT, goals: "見本の目標" };
    expectOk(await beginSupportPlan(place.app, worker(place, at.organisation), { ...at, plan }, begun));
    const { organisation } = at;
    return { target: { organisation, plan, ...(withCase ? { case: at.case } : {}) }, input };
  });

/** The supervisor of the matrix takes it on. */
export const themselves = ({ area }: ExamplePlace) => `matrix-supervisor-${area}`;

export const office = (input?: unknown, more: () => object = () => ({})): Examples[string] =>
  standing(({ organisation }) => ({ target: { organisation, ...more() }, input }));
export const anywhere: Examples[string] = standing(() => ({ target: {} }));

/** Two clients of one birthday and given name, for somebody to judge. */
export const ofPair = (input?: unknown, merged = false): Examples[string] =>
  standing(async (place) => {
    const { app } = place;
    const at = await caseAt(place);
    const twin = await caseAt(place);
    const nurse = worker(place, at.organisation);
    const { person } = expectOk(await readCase(app, nurse, twin));
    if (merged) {
      const { judgeClients } = await import("./clients/client.commands.server.ts");
      expectOk(await judgeClients(app, nurse, { ...at, other: person }, { verdict: "same" }));
    }
    return { target: { ...at, other: person }, input };
  });
