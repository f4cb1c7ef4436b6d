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
const board = services("board");
const reminder = services("council-reminder");
/** Whoever holds a role anywhere; what they see is bounded by what they reach. */
const anywhere =
  (...roles: readonly Role[]): Rule =>
  (actor) =>
    roleAnywhere(actor, roles);

/**
 * The secretariat edits; members read and comment; whoever coordinates, administers or audits further up reads the
 * areas within. The holder of a member's link answers the poll of its meeting and reads what goes before it.
 */
export const councilPolicy = definePolicy(
  {
    // What anyone may know, and whoever is signed in of what is theirs.
    "board.read": anyone,
    "council.find-place": anyone,
    "council.read-today": signedIn,
    "outbox.read": anywhere("coordinator", "administrator"),

    // Bodies and their members.
    "body.list": anyOf(readers, services("demonstration")),
    "body.list-tree": readers,
    "body.list-parents": secretariat,
    "body.create": filling,
    "body.change": secretariat,
    "body.delete": secretariat,
    "council-member.find-organisation": services("demonstration"),
    "council-member.add": filling,
    "council-member.change": secretariat,
    "council-member.delete": secretariat,

    // Meetings, and what is prepared for them.
    "meeting.list": readers,
    "meeting.read": readers,
    "meeting.plan": filling,
    "meeting.set-place": secretariat,
    "meeting.fix-date": secretariat,
    "meeting.move": secretariat,
    "meeting.invite": secretariat,
    "meeting.cancel": secretariat,
    "meeting.delete": secretariat,
    "meeting-comment.list": readers,
    "meeting-comment.write": council,
    "meeting-comment.hide": secretariat,
    "meeting-comment.show": secretariat,
    "meeting-comment.settle": secretariat,
    "meeting-comment.reopen": secretariat,
    "poll.start": secretariat,
    "poll.remind": anyOf(secretariat, services("poll-reminder")),
    "poll.answer": link,
    "member-link.read": link,
    "member-link.read-papers": link,
    "member-link.read-file": link,
    "agenda.add": filling,
    "paper.add-report": filling,
    "paper.add-file": secretariat,
    "paper.print": readers,
    "paper.read-file": readers,
    "paper.delete": secretariat,
    "excerpt.take": secretariat,
    "excerpt.read": readers,

    // What comes of them.
    "attendance.save": filling,
    "minutes.read": readers,
    "minutes.save": filling,
    "minutes.approve": filling,
    "minutes.correct": secretariat,
    "decision.write": filling,
    "decision.delete": secretariat,
    "task.save": secretariat,
    "task.finish": secretariat,
    "task.reopen": secretariat,
    "task.delete": secretariat,
    "council.list-deleted": secretariat,
    "council.read-restored": secretariat,
    "council.restore": secretariat,

    // The year.
    "maturity.read": readers,
    "maturity.judge": secretariat,
    "annual-report.read": anyOf(readers, services("cli")),
    "annual-report.make": anyOf(secretariat, services("cli")),

    // By the clock.
    "board.list-areas": board,
    "board.refresh": board,
    "poll.list-closing": services("poll-reminder"),
    "poll.list-closed": reminder,
    "poll.report-closed": reminder,
    "task.list-overdue": reminder,
    "task.remind": reminder,
  },
  {
    quiet: [
      "board.read",
      "council.find-place",
      "council.read-today",
      "body.list",
      "body.list-tree",
      "body.list-parents",
      "council-member.find-organisation",
      "meeting.list",
      "meeting.read",
      "meeting-comment.list",
      "paper.print",
      "paper.read-file",
      "excerpt.read",
      "minutes.read",
      "council.list-deleted",
      "council.read-restored",
      "maturity.read",
      "annual-report.read",
      "board.list-areas",
      // Counts again each hour what is written down itself.
      "board.refresh",
      "poll.list-closing",
      "poll.list-closed",
      "task.list-overdue",
    ],
  },
);

export type CouncilAction = keyof typeof councilPolicy.rights;
export type CouncilPermit = Permit<CouncilAction>;
