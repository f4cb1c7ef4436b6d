import { deletableRows } from "#foundation/deletions/public.ts";
import type { CouncilPart } from "../model/body.schema.ts";

export const PARTS = deletableRows<CouncilPart>({
  body: { table: "councilBody", title: "name" },
  member: { table: "councilMember", title: "organisation", parent: ["body", "bodyId"] },
  meeting: { table: "councilMeeting", title: "title", parent: ["body", "bodyId"] },
  agenda: { table: "councilAgendaItem", title: "title", parent: ["meeting", "meetingId"] },
  past: { table: "councilPast", title: "text" },
  paper: { table: "councilPaper", title: "title", parent: ["meeting", "meetingId"] },
  decision: { table: "councilDecision", title: "text", parent: ["meeting", "meetingId"] },
  task: { table: "councilTask", title: "text", parent: ["meeting", "meetingId"] },
});
