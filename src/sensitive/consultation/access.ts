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
/** An office outside, by the link that came with what was handed to it. */
const returning: Rule<OfficeSubject> = holderOf("referral-return");
/** The runs that work without anybody: what is ordered, and what the command line asks for. */
const upkeep = services("consultation-upkeep");
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
    "case-file.list": casework,
    "case-file.read": casework,
    "case-file.add": casework,
    "case-file.remove": supervisor,
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
    "referral.send-by-duty": casework,
    "referral.send-for-danger": casework,
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
    "appointment.cancel-session": casework,
    "appointment.book": desk,
    "appointment.cancel": desk,
    "appointment.attend": desk,
    "support-plan.begin": casework,
    "support-plan.save": casework,
    "support-plan.read": casework,
    "support-plan.join": casework,
    "support-plan.leave": casework,
    "count.read": casework,
    "count.list-areas": services("consultation-counts"),
    "count.publish": services("consultation-counts"),
    "count.duplicates": services("consultation-counts"),
    "erasure.read": supervisor,
    "erasure.set-years": supervisor,
    "erasure.order": supervisor,
    "erasure.preview": upkeep,
    "erasure.begin": upkeep,
    "erasure.list-ordered": upkeep,
    "erasure.run": upkeep,
    "erasure.forget-appointments": upkeep,
    "case.hand-over-for": upkeep,
    "case.export": supervisor,
    "case.list-services": casework,
    "case.lead-to-service": casework,
    "referral.hand-out": casework,
    "referral.note-return": casework,
    "referral.read-return": returning,
    "referral.return": returning,
  },
  {
    quiet: [
      "case.read-today",
      "case.list-offices",
      "case.read-form",
      "case.list-services",
      "consent.read-form",
      "count.list-areas",
      "erasure.list-ordered",
    ],
    sensitive: true,
  },
);

export type ConsultationPermit = Permit<keyof typeof policy.rights, OfficeSubject>;
