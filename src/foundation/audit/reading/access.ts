import { roleInArea } from "#foundation/actors/public.ts";
import type { Policy } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type AuditAction = "audit.read" | "audit.export" | "audit.verify";

/**
 * Auditors and administrators read the log of the areas they work for; those of the nation read all. Reading the log
 * is itself in the log, so that nobody looks over other people's shoulders unseen.
 */
export const auditPolicy: Policy<AuditAction> = {
  may(actor, _action, subject) {
    if (actor.kind === "service") return "service";
    return (
      roleInArea(actor, subject.area, ["auditor", "administrator"]) ??
      roleInArea(actor, "jp" as AreaId, ["auditor", "administrator"])
    );
  },
  quiet: [],
};
