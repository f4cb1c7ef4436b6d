import type { z } from "zod";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import {
  aimedAt,
  anyOf,
  anyone,
  definePolicy,
  type Permit,
  type Rule,
  roleAbove,
  roleHere,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";

/** `host` is the organisation that held an activity, where the subject is one. */
export type PlanSubject = Subject & Readonly<{ host?: OrganisationId | null }>;

const secretariat = roleHere("coordinator");
const members = roleHere("member");
const council = anyOf(secretariat, members);
const editors = anyOf(secretariat, services("demonstration"));
const readers = anyOf(members, roleAbove("coordinator", "administrator", "auditor"));

/** Of a member's own organisation, in an area where it sits at the table. */
const membersOfHost: Rule<PlanSubject> = (actor, subject) =>
  members(actor, subject) && roleIn<PlanSubject>(({ host }) => host, "member")(actor, subject);
const recorders = anyOf(secretariat, membersOfHost);

/** Whoever tells of a visit by the link of its letter. */
const holderOfAnswer: Rule = (actor: Actor, { area }) =>
  actor.kind === "holder" && actor.purpose === "answer" && actor.area === area ? "holder" : undefined;
/** Who may report what was done in another module may count it here: supporters, and holders of an answer's link. */
const reporters = anyOf(secretariat, roleAbove("provider"), holderOfAnswer);

/** What is done in the background for whoever brought a table. */
const importJob = services("import");

/** Looks: who may take them. They leave no entry in the log, unless they are refused. */
const looks = {
  "plan.find": anyone,
  "plan.read": anyOf(readers, services("cli", "demonstration")),
  "plan.report": anyOf(readers, services("board", "cli", "demonstration")),
  "plan.read-published": anyone,
  "plan-library.read": anyone,
  "plan-choice.list": readers,
  "issue.read": readers,
  "pillar.list": readers,
  "goal.list": readers,
  "goal.read": readers,
  "target.read": readers,
  "initiative.read": readers,
  "measure.read": readers,
  "evaluation.read": readers,
  "activity.list": readers,
  "activity.read": readers,
  "activity.count": readers,
  "activity-file.read": readers,
  "activity-count.list-due": services("plan-counts"),
  "activity-import.list": secretariat,
  "activity-import.read": secretariat,
  "activity-import.read-rejected": secretariat,
  "activity-import.list-under-way": importJob,
  "plan-comment.list": readers,
  "plan-comment.list-recent": signedIn,
  "plan-part.list-deleted": secretariat,
  "plan-part.read-restored": secretariat,
};

/**
 * The secretariat edits; members read, comment and enter the activities of their own organisation; whoever coordinates,
 * administers or audits an area further up reads; anyone reads what was published.
 */
export const planPolicy = definePolicy(
  {
    ...looks,
    "plan.publish": editors,
    "issue.create": editors,
    "issue.decide": anyOf(editors),
    "issue.save": secretariat,
    "evidence.add": editors,
    "pillar.create": editors,
    "pillar.save": secretariat,
    "pillar.move": secretariat,
    "goal.create": editors,
    "goal.save": secretariat,
    "target.create": editors,
    "target.save": secretariat,
    "target-value.enter": secretariat,
    "target-value.take": secretariat,
    "initiative.create": editors,
    "initiative.decide": anyOf(editors),
    "initiative.copy": secretariat,
    "initiative.save": secretariat,
    "measure.create": editors,
    "measure.save": secretariat,
    "measure-value.enter": editors,
    "evaluation.write": secretariat,
    "evaluation.save": secretariat,
    "activity.enter": anyOf(recorders, services("demonstration")),
    "activity.save": recorders,
    "activity.record": reporters,
    "activity.withdraw": reporters,
    "activity-file.add": recorders,
    "activity-file.remove": recorders,
    "activity-count.refresh": services("plan-counts"),
    "activity-count.take": services("plan-counts"),
    "activity-import.begin": secretariat,
    "activity-import.match": secretariat,
    "activity-import.check": secretariat,
    "activity-import.cancel": secretariat,
    "activity-import.run": importJob,
    "activity-import.fail": importJob,
    "activity-import.take": secretariat,
    "activity-import.withdraw": secretariat,
    "activity-import.restore": secretariat,
    "plan-comment.write": council,
    "plan-comment.hide": secretariat,
    "plan-comment.show": secretariat,
    "plan-comment.settle": secretariat,
    "plan-comment.reopen": secretariat,
    "plan-part.remove": secretariat,
    "plan-part.restore": secretariat,
  },
  // Each hour the clock counts again what was entered long before: nobody decides anything by it.
  {
    quiet: [
      ...(Object.keys(looks) as (keyof typeof looks)[]),
      "activity-count.refresh",
      "activity-count.take",
    ],
  },
);

export type PlanAction = keyof typeof planPolicy.rights;
export type PlanPermit = Permit<PlanAction>;

/** Who does it and when, as rows keep it. */
export const stamp = ({ actor, clock }: PlanPermit) => ({ by: scopeOf(actor).actor, at: clock.now() });

/** For the declaration of what is done to the plan of an area, or to one row of it. */
export const aboutArea = <More extends z.ZodRawShape = Record<never, never>>(type: string, more?: More) =>
  aimedAt(planPolicy, type, more);
export const aboutRow = (type: string) => aimedAt(planPolicy, type, { id: rowId() });
