import {
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

/** `organisation` is the office at whose door something is done: one of the two of a referral. */
export type OfficeSubject = Subject & Readonly<{ organisation?: OrganisationId }>;

const own = ({ organisation }: OfficeSubject) => organisation;
const casework = roleIn<OfficeSubject>(own, "caseworker", "supervisor");
const supervisor = roleIn<OfficeSubject>(own, "supervisor");
const desk = roleIn<OfficeSubject>(own, "reception", "caseworker", "supervisor");
/** The person, by their own link; the word that they chose is asked for besides. */
const person: Rule<OfficeSubject> = holderOf("own-consultation");

export const policy = definePolicy(
  {
    "case.list": casework,
    "case.read-form": casework,
    "case.list-offices": signedIn,
    "case.read-today": signedIn,
    "case.read": casework,
    "case.open": casework,
    "case.change": casework,
    "case.assign": supervisor,
    "case.hand-over": supervisor,
    "case.close": casework,
    "case.reopen": casework,
    "contact.add": casework,
    "contact.correct": casework,
    "client.name": casework,
    "client.search": casework,
    "client.judge": casework,
    "client.part": casework,
    "consent.read-form": casework,
    "consent.give": casework,
    "consent.confirm": casework,
    "consent.withdraw": casework,
    "consent.annul": casework,
    "consent.read-text": casework,
    "referral.list": casework,
    "referral.list-of-case": casework,
    "referral.read": casework,
    "referral.draft": casework,
    "referral.send": casework,
    "referral.take-back": casework,
    "referral.ask-back": casework,
    "referral.second": supervisor,
    "referral.remind": services("referral-reminders"),
    "referral.receive": casework,
    "referral.accept": casework,
    "referral.decline": casework,
    "referral.note-try": casework,
    "referral.start": casework,
    "referral.close": casework,
    "shared-note.add": casework,
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
  },
  {
    quiet: ["case.read-today", "case.list-offices", "case.read-form", "consent.read-form"],
    sensitive: true,
  },
);

export type ConsultationPermit = Permit<keyof typeof policy.rights, OfficeSubject>;
