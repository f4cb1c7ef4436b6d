import {
  anyOf,
  definePolicy,
  holderOf,
  type Permit,
  type Rule,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/**
 * `organisation` is the office that keeps the case or sends the referral, `partner` the office that a referral is sent
 * to, once it has left the sender.
 */
export type OfficeSubject = Subject &
  Readonly<{ organisation?: OrganisationId; partner?: OrganisationId | null }>;

const own = ({ organisation }: OfficeSubject) => organisation;
const casework = roleIn<OfficeSubject>(own, "caseworker", "supervisor");
const supervisor = roleIn<OfficeSubject>(own, "supervisor");
const receiver = roleIn<OfficeSubject>(({ partner }) => partner, "caseworker", "supervisor");
const either = anyOf<OfficeSubject>(casework, receiver);
const desk = roleIn<OfficeSubject>(own, "reception", "caseworker", "supervisor");
/** The person, by their own link and the second thing that they chose. */
const person: Rule<OfficeSubject> = holderOf("own-consultation");
const demonstration = services("demonstration");

export const policy = definePolicy(
  {
    "case.list": casework,
    "case.read": casework,
    "case.open": anyOf<OfficeSubject>(casework, demonstration),
    "case.change": casework,
    "case.assign": supervisor,
    "case.hand-over": supervisor,
    "case.close": casework,
    "case.reopen": casework,
    "case.export": casework,
    "case.read-form": casework,
    "case.list-offices": signedIn,
    "case.read-today": signedIn,
    "contact.add": anyOf<OfficeSubject>(casework, demonstration),
    "contact.correct": casework,
    "client.name": casework,
    "client.search": casework,
    "client.judge": casework,
    "client.part": casework,
    "consent.read-form": casework,
    "consent.give": anyOf<OfficeSubject>(casework, demonstration),
    "consent.confirm": casework,
    "consent.withdraw": either,
    "consent.annul": casework,
    "consent.read-text": either,
    "referral.list": casework,
    "referral.list-of-case": casework,
    "referral.read": either,
    "referral.draft": anyOf<OfficeSubject>(casework, demonstration),
    "referral.send": anyOf<OfficeSubject>(casework, demonstration),
    "referral.take-back": casework,
    "referral.second": supervisor,
    "referral.receive": receiver,
    "referral.accept": anyOf<OfficeSubject>(receiver, demonstration),
    "referral.decline": receiver,
    "referral.note-try": either,
    "referral.start": receiver,
    "referral.close": receiver,
    "shared-note.add": either,
    "own-page.invite": casework,
    "own-page.unlock": person,
    "own-page.read": person,
    "own-page.withdraw": person,
    "appointment.list": desk,
    "appointment.open-session": casework,
    "appointment.book": desk,
    "appointment.cancel": desk,
    "appointment.attend": desk,
    "support-plan.begin": casework,
    "support-plan.save": casework,
    "support-plan.read": casework,
    "support-plan.join": casework,
    "support-plan.leave": casework,
    "consultation.preview-erasure": supervisor,
    "consultation.erase": supervisor,
  },
  { quiet: ["case.read-today", "case.list-offices", "case.read-form", "consent.read-form"], sensitive: true },
);

export type ConsultationPermit = Permit<keyof typeof policy.rights, OfficeSubject>;
