import type { PageGuards } from "#foundation/authority/testing.ts";

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  councils: "board.read",
  "areas/:area/council": "meeting.list",
  "areas/:area/council/past": "past.list",
  "areas/:area/council/bodies/new": "body.create",
  "areas/:area/council/bodies/:body": "body.list of body.change",
  "areas/:area/council/meetings/new": "meeting.plan",
  "areas/:area/council/meetings/:meeting": "meeting.read",
  "areas/:area/council/meetings/:meeting/minutes": "minutes.read",
  "areas/:area/council/meetings/:meeting/excerpts": "excerpt.take",
  "areas/:area/council/meetings/:meeting/excerpts/:paper": "excerpt.read",
  "areas/:area/council/maturity": "maturity.read",
  "areas/:area/council/report": "annual-report.read",
  "areas/:area/council/deleted": "council.list-deleted",
  "meeting/:token": "member-link.read",
  outbox: "outbox.read",
  "councils.csv": "board.read",
  "councils.xlsx": "board.read",
  "areas/:area/council/report.pdf": "annual-report.read",
  "areas/:area/council/report.docx": "annual-report.read",
  "areas/:area/council/meetings/:meeting/papers/:paper": "paper.read-file",
  "areas/:area/council/meetings/:meeting/papers.pdf": "paper.print",
  "meeting/:token/papers/:paper": "member-link.read-file",
  "meeting/:token/papers.pdf": "member-link.read-papers",
};
