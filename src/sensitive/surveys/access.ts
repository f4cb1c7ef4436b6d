import {
  definePolicy,
  holderOf,
  type Permit,
  type Rule,
  roleHere,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** `organisation` is the office that asks. */
export type SurveySubject = Subject & Readonly<{ organisation?: OrganisationId }>;

const office = roleIn<SurveySubject>(({ organisation }) => organisation, "coordinator");
/** Members of the council read a draft that is shared with them, and say what they think of it. */
const council: Rule = roleHere("member", "coordinator");
const secretariat: Rule = roleHere("coordinator");
/** A workplace, by the link of its letter. */
const workplace: Rule = holderOf("survey");
/** A worker, by a code that nobody knows is theirs. */
const worker: Rule = holderOf("survey-code");

export const policy = definePolicy(
  {
    "survey.list-offices": signedIn,
    "survey.read-today": signedIn,
    "survey.list": office,
    "survey.read": office,
    "survey.create": office,
    "survey.save": office,
    "survey.open": office,
    "survey.close": office,
    "survey.copy": office,
    "survey.forget": office,
    "survey.preview": office,
    "survey.try": office,
    "survey.load-sample": services("demonstration"),
    "survey.count": services("cli"),
    "survey.read-shared": council,
    "survey-comment.list": council,
    "survey-comment.write": council,
    "survey-comment.hide": secretariat,
    "survey-comment.show": secretariat,
    "survey-comment.settle": secretariat,
    "survey-comment.reopen": secretariat,
    "question.read": office,
    "question.save": office,
    "question.add": office,
    "question.move": office,
    "question.retire": office,
    "frame.list": office,
    "frame.take": office,
    "frame.add": office,
    "frame.draw": office,
    "frame.send": office,
    "frame.remind": office,
    "frame.print": office,
    "frame.give-codes": office,
    "unit.note": office,
    "answer.read-form": workplace,
    "answer.keep": workplace,
    "answer.submit": workplace,
    "answer.thank": workplace,
    "worker-answer.read-form": worker,
    "worker-answer.submit": worker,
    "paper.list": office,
    "paper.enter": office,
    "paper.decide": office,
    "paper.discard": office,
    "statement.add": office,
    "statement.raise": office,
    "result.read": office,
    "result.make": office,
    "result.publish": office,
    "free-text.list": office,
    "free-text.code": office,
    "theme.save": office,
    "finding.freeze": office,
    "finding.raise": office,
    "finding.target": office,
    "finding.show": office,
    "finding.hide": office,
    "question.read-words": office,
    "question.translate": office,
    "answer.export": office,
  },
  {
    // An entry of the log would tell when a worker answered.
    quiet: [
      "survey.list-offices",
      "survey.read-today",
      "survey.count",
      "worker-answer.read-form",
      "worker-answer.submit",
    ],
    sensitive: true,
  },
);

export type SurveyPermit = Permit<keyof typeof policy.rights, SurveySubject>;
