import { deletions } from "#foundation/deletions/public.ts";
import { councilPolicy } from "../access.ts";
import { PARTS } from "../bodies/council-part.store.server.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { COUNCIL_PARTS } from "../model/body.schema.ts";

/** Deleting what belongs to the council, and bringing it back. */
export const councilDeletions = deletions({
  policy: councilPolicy,
  kinds: COUNCIL_PARTS,
  rows: PARTS,
  names: {
    restore: "council.restore",
    list: "council.list-deleted",
    readRestored: "council.read-restored",
  },
  pages: {
    body: (id) => `bodies/${id}`,
    member: (_, body) => `bodies/${body}`,
    meeting: (id) => `meetings/${id}`,
    paper: (id, meeting) => `meetings/${meeting}#paper-${id}`,
    decision: (id, meeting) => `meetings/${meeting}#decision-${id}`,
    task: (id, meeting) => `meetings/${meeting}#task-${id}`,
    agenda: (id, meeting) => `meetings/${meeting}#agenda-${id}`,
    past: (id) => `past#past-${id}`,
  },
  changed: refreshBoardLine,
});
export const { restore: restorePart, listDeleted, readRestored } = councilDeletions;

const { removingOnly } = councilDeletions;
export const removePart = {
  body: removingOnly("body.delete", "body"),
  member: removingOnly("council-member.delete", "member"),
  meeting: removingOnly("meeting.delete", "meeting"),
  paper: removingOnly("paper.delete", "paper"),
  decision: removingOnly("decision.delete", "decision"),
  task: removingOnly("task.delete", "task"),
  agenda: removingOnly("agenda.delete", "agenda"),
  past: removingOnly("past.delete", "past"),
};
