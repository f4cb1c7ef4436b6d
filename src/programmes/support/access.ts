import { roleInArea } from "#foundation/actors/public.ts";
import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  type Rule,
  roleAbove,
  roleHere,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";

/**
 * `workplace` is the organisation that asked, `asked` are those who were asked, `enquiry` is what one of them was asked,
 * `passedTo` the neighbouring area that the request was handed to, `offering` the organisations of an offer or of a
 * calendar.
 */
export type SupportSubject = Subject &
  Readonly<{
    workplace?: OrganisationId | null;
    asked?: readonly OrganisationId[];
    enquiry?: string;
    passedTo?: AreaId | null;
    offering?: readonly OrganisationId[];
  }>;

const secretariat = roleHere("coordinator");
const fromAbove = roleAbove("auditor", "administrator");
/** The workplace whose request it is, by its account or by the link of its receipt. */
const account = roleIn<SupportSubject>(({ workplace }) => workplace, "workplace");
const workplace = anyOf<SupportSubject>(account, holderOf("receipt"));
const asked = roleIn<SupportSubject>((subject) => subject.asked, "provider");
/** Who was asked, by the link of a letter about that very enquiry. */
const letter: Rule<SupportSubject> = (actor, subject) =>
  actor.kind === "holder" && subject.enquiry !== undefined && actor.detail.enquiry === subject.enquiry
    ? holderOf("answer")(actor, subject)
    : undefined;
/** Whoever was asked, by an account or by the link of a letter, and the secretariat for one who telephoned. */
const supporter = anyOf<SupportSubject>(secretariat, asked, letter);
const offering = roleIn<SupportSubject>((subject) => subject.offering, "provider");
/** The secretariat of the neighbouring area that a request was passed to. */
const neighbour: Rule<SupportSubject> = (actor, { passedTo }) =>
  passedTo ? roleInArea(actor, passedTo, ["coordinator"]) : undefined;
/** One's own calendar in an area that one reaches. */
const ownCalendar: Rule<SupportSubject> = (actor, { area, id }) =>
  actor.kind === "person" && actor.userId === id && (actor.reach === "all" || actor.reach.includes(area))
    ? "oneself"
    : undefined;
/** A calendar of an organisation is for who works there and for the secretariat, another for the person it is of. */
const calendar: Rule<SupportSubject> = (actor, subject) =>
  subject.offering ? anyOf(secretariat, offering)(actor, subject) : ownCalendar(actor, subject);
/** The secretariat, and whoever works for a supporter: whose offer it becomes is asked of its organisations. */
const offers = anyOf(secretariat, roleAbove("provider"));
const demonstration = services("demonstration");
const round = services("support");
const importJob = services("import");
/** Who carries bundles between the closed network and the open one. */
const operator = anyOf(roleAbove("administrator"), services("cli"));

/** Looks: they leave no entry in the log, unless they are refused. */
const looks = {
  "workplace.list": signedIn,
  "request.list": anyOf(secretariat, fromAbove),
  "request.today": signedIn,
  "visit.read-days": signedIn,
  "request.due": round,
  "neighbour.list": secretariat,
  "receipt.list": signedIn,
  "receipt.may-claim": holderOf("receipt"),
  "enquiry.list": signedIn,
  "offer.public": anyone,
  "offer.list": anyone,
  "offer.list-of": signedIn,
  "offer.serve": round,
  "enquiry.count-of": signedIn,
  "offer.choices": offers,
  "offer.read": anyOf<SupportSubject>(secretariat, offering),
  "offer-import.list": secretariat,
  "offer-import.read": secretariat,
  "offer-import.read-rejected": secretariat,
  "offer-import.list-under-way": importJob,
  "statistics.read": anyone,
  "statistics.full": anyOf(secretariat, fromAbove),
  "calendar.list": ownCalendar,
  "office.read": anyone,
  "office.list": anyone,
  "office.receivers": anyone,
  "office.find": anyone,
  "office.towns": anyone,
  "consultation.list": anyone,
  "request.follow": anyone,
  "reminder.due": round,
  "waiting.read": workplace,
  "waiting.due": round,
  "statistics.due": round,
};

/**
 * Anyone asks and sees what is offered. The secretariat works on its area's requests; a supporter sees what it was
 * asked and answers that, and keeps its own offers; a workplace sees its own requests; the secretariat of a
 * neighbouring area reads what was passed on to it. The round does what time brings.
 */
export const supportPolicy = definePolicy(
  {
    ...looks,

    // A workplace asks, and follows its own request.
    "request.make": anyone,
    "request.repeat": anyOf<SupportSubject>(account, holderOf("receipt", "again")),
    "receipt.find": anyone,
    "receipt.read": workplace,
    "receipt.calendar": workplace,
    "receipt.file": workplace,
    "receipt.change": workplace,
    "receipt.attach": workplace,
    "receipt.detach": workplace,
    "receipt.withdraw": workplace,
    "receipt.claim": holderOf("receipt"),
    "receipt.rate": workplace,
    "receipt.follow": workplace,
    "receipt.consult": workplace,
    "receipt.remind": workplace,
    "waiting.join": workplace,
    "waiting.take": workplace,
    "waiting.decline": workplace,

    // What travels by medium between the closed network and the open one.
    "request.list-states": holderOf("api-client"),
    "request.give-bundle": operator,
    "request.take-bundle": operator,
    "request.give-steps": operator,
    "request.take-steps": operator,

    // The secretariat works on requests.
    "request.enter": secretariat,
    "request.export": anyOf(secretariat, fromAbove),
    "request.read": anyOf<SupportSubject>(secretariat, asked, neighbour),
    "request.file": anyOf<SupportSubject>(secretariat, account, asked, neighbour),
    "request.ask": secretariat,
    "request.retime": secretariat,
    "request.acknowledge": secretariat,
    "request.undo": secretariat,
    "request.told": secretariat,
    "request.attach": secretariat,
    "request.detach": secretariat,
    "request.refuse": secretariat,
    "request.withdraw": secretariat,
    "request.close": secretariat,
    "request.pass": secretariat,
    "request.recall": secretariat,
    "request.take": neighbour,
    "request.return": neighbour,
    "waiting.enter": secretariat,
    "visit.decide": secretariat,
    "visit.move": secretariat,
    "visit.retract": secretariat,
    "enquiry.remind": secretariat,
    "enquiry.redirect": secretariat,

    // Who was asked answers, comes and reports.
    "enquiry.read": letter,
    "enquiry.file": letter,
    "enquiry.calendar": letter,
    "enquiry.answer": supporter,
    "enquiry.decline": supporter,
    "visit.reopen": anyOf<SupportSubject>(secretariat, letter),
    "visit.report": supporter,
    "letter.read-wish": letter,
    "letter.wish": letter,

    // What is offered.
    "offer.add": anyOf(offers, demonstration, importJob),
    "offer.save": anyOf<SupportSubject>(secretariat, offering, demonstration, importJob),
    "offer.set-intake": anyOf<SupportSubject>(secretariat, offering),
    "offer-import.begin": secretariat,
    "offer-import.match": secretariat,
    "offer-import.check": secretariat,
    "offer-import.take": secretariat,
    "offer-import.cancel": secretariat,
    "offer-import.withdraw": secretariat,
    "offer-import.run": importJob,
    "offer-import.fail": importJob,

    // Figures, calendars, and who receives requests.
    "calendar.renew": calendar,
    "calendar.end": calendar,
    "calendar.feed": holderOf("feed"),

    // What time brings.
    "request.keep-up": round,
    "reminder.send": round,
    "waiting.serve": round,
    "statistics.publish": round,
  },
  { quiet: Object.keys(looks) as (keyof typeof looks)[] },
);

export type SupportAction = keyof typeof supportPolicy.rights;
export type SupportPermit = Permit<SupportAction, SupportSubject>;
