import type { Actor } from "#foundation/actors/public.ts";
import {
  anyOf,
  anyone,
  definePolicy,
  type Finder,
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

/** `host` is the organisation that held an activity, where the subject is one. */
export type PlanSubject = Subject & Readonly<{ host?: OrganisationId | null }>;

const secretariat = roleHere("coordinator");
const members = roleHere("member");
const council = anyOf(secretariat, members);
const editors = anyOf(secretariat, services("demonstration"));
const readers = anyOf(council, roleAbove("coordinator", "administrator", "auditor"));

/** Of a member's own organisation, in an area where it sits at the table. */
const membersOfHost: Rule<PlanSubject> = (actor, subject) =>
  members(actor, subject) && roleIn<PlanSubject>(({ host }) => host, "member")(actor, subject);
const recorders = anyOf(secretariat, membersOfHost);

/** Whoever tells of a visit by the link of its letter. */
const holderOfAnswer: Rule = (actor: Actor, { area }) =>
  actor.kind === "holder" && actor.purpose === "answer" && actor.area === area ? "holder" : undefined;
/** Until the links of support act as holders, and the tests of the other modules as people. */
const notYetPeople = services("link:answer", "test");
/** Who may report what was done in another module may count it here: supporters, and holders of an answer's link. */
const reporters = anyOf(secretariat, roleAbove("provider"), holderOfAnswer, notYetPeople);

/**
 * The secretariat edits; members read, comment and enter the activities of their own organisation; whoever coordinates,
 * administers or audits an area further up reads; anyone reads what was published.
 */
export const planPolicy = definePolicy(
  {
    "plan.find": anyone,
    "plan.read": anyOf(readers, services("cli", "demonstration")),
    "plan.report": anyOf(readers, services("board", "cli", "demonstration"), notYetPeople),
    "plan.publish": editors,
    "plan.read-published": anyone,
    "plan-library.read": anyone,
    "plan-choice.list": readers,
    "plan-organisation.list": readers,
    "issue.read": readers,
    "issue.create": editors,
    "issue.decide": anyOf(editors, notYetPeople),
    "issue.save": secretariat,
    "evidence.add": editors,
    "pillar.list": readers,
    "pillar.create": editors,
    "pillar.save": secretariat,
    "pillar.move": secretariat,
    "goal.list": readers,
    "goal.read": readers,
    "goal.create": editors,
    "goal.save": secretariat,
    "target.read": readers,
    "target.create": editors,
    "target.save": secretariat,
    "target-value.enter": secretariat,
    "initiative.list": readers,
    "initiative.read": readers,
    "initiative.create": editors,
    "initiative.decide": anyOf(editors, notYetPeople),
    "initiative.copy": secretariat,
    "initiative.save": secretariat,
    "measure.read": readers,
    "measure.create": editors,
    "measure.save": secretariat,
    "measure-value.enter": editors,
    "evaluation.read": readers,
    "evaluation.write": secretariat,
    "evaluation.save": secretariat,
    "activity.list": readers,
    "activity.read": readers,
    "activity.count": readers,
    "activity.enter": anyOf(recorders, services("demonstration")),
    "activity.save": recorders,
    "activity.record": reporters,
    "activity.withdraw": reporters,
    "activity-file.read": readers,
    "activity-file.add": recorders,
    "activity-file.remove": recorders,
    "activity-count.list-due": services("plan-counts"),
    "activity-count.refresh": services("plan-counts"),
    "activity-import.check": secretariat,
    "activity-import.take": secretariat,
    "activity-import.list": secretariat,
    "activity-import.read": secretariat,
    "activity-import.withdraw": secretariat,
    "activity-import.restore": secretariat,
    "plan-comment.list": readers,
    "plan-comment.list-recent": signedIn,
    "plan-comment.write": council,
    "plan-comment.hide": secretariat,
    "plan-comment.show": secretariat,
    "plan-part.remove": secretariat,
    "plan-part.restore": secretariat,
    "plan-part.list-deleted": secretariat,
    "plan-part.read-restored": secretariat,
  },
  {
    quiet: [
      "plan.find",
      "plan.read",
      "plan.report",
      "plan.read-published",
      "plan-library.read",
      "plan-choice.list",
      "plan-organisation.list",
      "issue.read",
      "pillar.list",
      "goal.list",
      "goal.read",
      "target.read",
      "initiative.list",
      "initiative.read",
      "measure.read",
      "evaluation.read",
      "activity.list",
      "activity.read",
      "activity.count",
      "activity-file.read",
      "activity-count.list-due",
      // Each hour the clock counts again what was entered long before: nobody decides anything by it.
      "activity-count.refresh",
      "activity-import.list",
      "activity-import.read",
      "plan-comment.list",
      "plan-comment.list-recent",
      "plan-part.list-deleted",
      "plan-part.read-restored",
    ],
  },
);

export type PlanAction = keyof typeof planPolicy.rights;
export type PlanPermit = Permit<PlanAction>;

/** The subject of a command on a row of the plan, or on all of its kind in an area. */
export const about =
  (type: string) =>
  (_find: Finder, { area, id }: Readonly<{ area: AreaId; id?: string }>): PlanSubject =>
    id === undefined ? { type, area } : { type, id, area };

/** As about, where the target says what kind of row it names. */
export const aboutThing = (
  _find: Finder,
  { thing, area, id }: Readonly<{ thing: string; area: AreaId; id: string }>,
): PlanSubject => ({ type: thing, id, area });
