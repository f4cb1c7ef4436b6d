import { type Role, roleAnywhere } from "#foundation/actors/public.ts";
import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  type Rule,
  roleAbove,
  roleHere,
  services,
  signedIn,
} from "#foundation/authority/public.ts";

const secretariat = roleHere("coordinator");
const council = roleHere("coordinator", "member");
const readers = anyOf(roleHere("member"), roleAbove("coordinator", "administrator", "auditor"));
/** What the demonstration is filled with, it enters as the secretariat would. */
const filling = anyOf(secretariat, services("demonstration"));
const link = holderOf("member-link");
/** Of a seat: by the link of a letter, or signed in. */
const seat = anyOf(link, council);
const organisations = roleHere("provider", "workplace", "member");
const board = services("board");
const reminder = services("council-reminder");
/** Whoever holds a role anywhere; what they see is bounded by what they reach. */
const anywhere =
  (...roles: readonly Role[]): Rule =>
  (actor) =>
    roleAnywhere(actor, roles);

/** Looks, and what is only counted again: they leave no entry in the log, unless they are refused. */
const looks = {
  "board.read": anyone,
  "past.list": anyone,
  "join.read": organisations,
  "join.list": secretariat,
  "council-member.list-accounts": secretariat,
  "council.find-place": anyone,
  "council.read-today": signedIn,
  "council.read-days": signedIn,
  "council-member.list-seats": signedIn,
  "body.list": anyOf(readers, services("demonstration")),
  "body.list-tree": readers,
  "body.list-parents": secretariat,
  "council-member.find-organisation": services("demonstration"),
  "meeting.list": readers,
  "meeting.read": readers,
  "seat.read": council,
  "meeting-comment.list": readers,
  "paper.print": readers,
  "paper.read-file": readers,
  "excerpt.read": readers,
  "minutes.read": readers,
  "minutes.read-round": readers,
  "council.list-deleted": secretariat,
  "council.read-restored": secretariat,
  "maturity.read": readers,
  "annual-report.read": anyOf(readers, services("cli")),
  "annual-report.read-setting": secretariat,
  "board.list-areas": board,
  "board.refresh": board,
  "poll.list-closing": services("poll-reminder"),
  "poll.list-closed": reminder,
  "task.list-overdue": reminder,
};

/**
 * The secretariat edits; members read and comment; whoever coordinates, administers or audits further up reads the
 * areas within. The holder of a member's link answers the poll of its meeting and reads what goes before it.
 */
export const councilPolicy = definePolicy(
  {
    ...looks,

    // What anyone may know, and whoever is signed in of what is theirs.
    "outbox.read": anywhere("coordinator", "administrator"),

    // Bodies and their members.
    "body.create": filling,
    "body.change": secretariat,
    "body.delete": secretariat,
    "council-member.add": filling,
    "council-member.change": secretariat,
    "council-member.delete": secretariat,
    "council-member.take-mail": secretariat,
    "join.ask": organisations,
    "join.settle": secretariat,
    "past.add": filling,
    "past.change": secretariat,
    "past.delete": secretariat,

    // Meetings, and what is prepared for them.
    "meeting.plan": filling,
    "meeting.set-place": secretariat,
    "meeting.fix-date": secretariat,
    "meeting.move": secretariat,
    "meeting.invite": secretariat,
    "meeting.cancel": secretariat,
    "meeting.delete": secretariat,
    "meeting-comment.write": council,
    "meeting-comment.hide": secretariat,
    "meeting-comment.show": secretariat,
    "meeting-comment.settle": secretariat,
    "meeting-comment.reopen": secretariat,
    "poll.start": secretariat,
    "poll.remind": anyOf(secretariat, services("poll-reminder")),
    "poll.answer": seat,
    "poll.enter": secretariat,
    "reply.give": seat,
    "reply.enter": secretariat,
    "member-link.read": link,
    "member-link.read-papers": link,
    "member-link.read-file": link,
    "agenda.add": filling,
    "agenda.change": secretariat,
    "agenda.move": secretariat,
    "agenda.delete": secretariat,
    "paper.add-report": filling,
    "paper.add-file": secretariat,
    "paper.delete": secretariat,
    "excerpt.take": secretariat,

    // What comes of them.
    "attendance.save": filling,
    "attendance.fill": secretariat,
    "minutes.save": filling,
    "minutes.approve": filling,
    "minutes.correct": secretariat,
    "minutes.circulate": secretariat,
    "minutes.answer": seat,
    "minutes.enter-answer": secretariat,
    "decision.write": filling,
    "decision.delete": secretariat,
    "task.save": secretariat,
    "task.finish": secretariat,
    "task.reopen": secretariat,
    "task.delete": secretariat,
    "council.restore": secretariat,

    // The year.
    "maturity.judge": secretariat,
    "annual-report.prepare": secretariat,
    "annual-report.make": anyOf(secretariat, services("cli")),

    // By the clock.
    "poll.report-closed": reminder,
    "task.remind": reminder,
  },
  { quiet: Object.keys(looks) as (keyof typeof looks)[] },
);

export type CouncilAction = keyof typeof councilPolicy.rights;
export type CouncilPermit = Permit<CouncilAction>;
