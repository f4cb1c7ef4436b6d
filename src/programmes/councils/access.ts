import { reaches, roleAnywhere, roleInArea } from "#foundation/actors/public.ts";
import type { Policy, Subject } from "#foundation/authority/public.ts";

export type CouncilAction =
  | "council.read"
  | "council.edit"
  | "council.read-to-edit"
  | "council.comment"
  | "council.report"
  | "council.board"
  | "poll.answer";

/**
 * The secretariat edits; members read and comment; whoever coordinates, administers or audits further up reads the
 * areas within. `poll.answer` belongs to the holder of a link: the use-case that knows the link acts as the system.
 */
export const councilPolicy: Policy<CouncilAction, Subject> = {
  may(actor, action, { area }) {
    if (action === "council.board") return "anyone";
    if (actor.kind === "service") return "service";
    const secretariat = roleInArea(actor, area, ["coordinator"]);
    const member = roleInArea(actor, area, ["member"]);
    switch (action) {
      case "council.edit":
      case "council.read-to-edit":
        return secretariat;
      case "council.comment":
        return secretariat ?? member;
      case "council.read":
      case "council.report":
        return (
          secretariat ??
          member ??
          (reaches(actor, area)
            ? roleAnywhere(actor, ["coordinator", "administrator", "auditor"])
            : undefined)
        );
      case "poll.answer":
        return undefined;
    }
  },
  quiet: ["council.read", "council.read-to-edit", "council.board", "council.report"],
};
