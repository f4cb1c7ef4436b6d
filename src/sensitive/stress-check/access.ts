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

/** `organisation` is the office at whose door something is done. */
export type StressSubject = Subject & Readonly<{ organisation?: OrganisationId }>;

const own = ({ organisation }: StressSubject) => organisation;
const implementer = roleIn<StressSubject>(own, "implementer");
const organiser = roleIn<StressSubject>(own, "organiser");
/** The doctor of the office that holds the interviews: no implementer. */
const doctor = roleIn<StressSubject>(own, "interview_doctor");
/** A workplace, by the link that the implementer gave it. */
const employer: Rule<StressSubject> = holderOf("stress-workplace");
/** A worker, by the code of the own slip. */
const worker: Rule<StressSubject> = holderOf("stress-code");

export const policy = definePolicy(
  {
    "stress-run.list-offices": signedIn,
    "stress-run.read-today": signedIn,
    "stress-run.list": implementer,
    "stress-run.create": implementer,
    "stress-run.read": implementer,
    "stress-run.open": implementer,
    "stress-run.close": implementer,
    "stress-run.forget": implementer,
    "stress-run.count": services("cli"),
    "stress-joint.list": organiser,
    "stress-joint.start": organiser,
    "stress-joint.read": organiser,
    "stress-joint.add": organiser,
    "stress-workplace.add": implementer,
    "stress-workplace.read": implementer,
    "stress-workplace.give-link": implementer,
    "stress-code.give": implementer,
    "stress-code.print": implementer,
    "stress-result.print": implementer,
    "stress-result.tell": implementer,
    "stress-paper.enter": implementer,
    "stress-sheet.make": implementer,
    "stress-own.read": employer,
    "stress-own.join": employer,
    "stress-own.decline": employer,
    "stress-own.name-workers": employer,
    "stress-own.note-step": employer,
    "stress-own.note-measure": employer,
    "stress-own.note-review": employer,
    "stress-own.print-notice": employer,
    "stress-answer.read-form": worker,
    "stress-answer.keep": worker,
    "stress-answer.submit": worker,
    "stress-result.read": worker,
    "stress-interview.ask": worker,
    "stress-interview.list": doctor,
    "stress-interview.read": doctor,
    "stress-interview.report": doctor,
  },
  {
    // An entry of the log would tell when a worker answered.
    quiet: [
      "stress-run.list-offices",
      "stress-run.read-today",
      "stress-run.count",
      "stress-answer.read-form",
      "stress-answer.keep",
      "stress-answer.submit",
      "stress-result.read",
    ],
    sensitive: true,
  },
);

export type StressPermit = Permit<keyof typeof policy.rights, StressSubject>;
