import {
  type Actor,
  reaches,
  roleAnywhere,
  roleInArea,
  roleInOrganisation,
} from "#foundation/actors/public.ts";
import type { Policy, Subject } from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

export type PlanAction =
  | "plan.read"
  | "plan.comment"
  | "plan.edit"
  | "plan.read-to-edit"
  | "plan.publish"
  | "plan.read-published"
  | "activity.record"
  | "activity-import.withdraw"
  | "activity-import.restore";

/** `host` is the organisation that held an activity, where the subject is one. */
export type PlanSubject = Subject & Readonly<{ host?: OrganisationId | null }>;

/**
 * The secretariat edits; members read, comment and enter the activities of their own organisation; whoever coordinates,
 * administers or audits an area further up reads; anyone reads what was published.
 */
export const planPolicy: Policy<PlanAction, PlanSubject> = {
  may(actor, action, subject) {
    if (action === "plan.read-published") return "anyone";
    if (actor.kind === "service") return "service";
    const secretariat = roleInArea(actor, subject.area, ["coordinator"]);
    switch (action) {
      case "plan.edit":
      case "plan.read-to-edit":
      case "plan.publish":
      case "activity-import.withdraw":
      case "activity-import.restore":
        return secretariat;
      case "plan.comment":
        return secretariat ?? roleInArea(actor, subject.area, ["member"]);
      case "activity.record":
        return (
          secretariat ??
          (subject.host && roleInArea(actor, subject.area, ["member"])
            ? roleInOrganisation(actor, subject.host, ["member"])
            : undefined)
        );
      case "plan.read":
        return secretariat ?? roleInArea(actor, subject.area, ["member"]) ?? fromAbove(actor, subject);
    }
  },
  quiet: ["plan.read", "plan.read-to-edit", "plan.read-published"],
};

const fromAbove = (actor: Actor, subject: Subject) =>
  reaches(actor, subject.area) ? roleAnywhere(actor, ["coordinator", "administrator", "auditor"]) : undefined;
