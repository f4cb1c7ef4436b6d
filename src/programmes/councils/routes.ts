import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string) => route(url, `programmes/councils/pages/${file}`);

/** Pages in the frame. */
export const councilRoutes: RouteConfigEntry[] = [
  page("councils", "board.tsx"),
  page("areas/:area/council", "council.tsx"),
  page("areas/:area/council/past", "past.tsx"),
  page("areas/:area/council/bodies/new", "body-new.tsx"),
  page("areas/:area/council/bodies/:body", "body.tsx"),
  page("areas/:area/council/meetings/new", "meeting-new.tsx"),
  page("areas/:area/council/meetings/:meeting", "meeting.tsx"),
  page("areas/:area/council/meetings/:meeting/minutes", "minutes.tsx"),
  page("areas/:area/council/meetings/:meeting/excerpts", "excerpts.tsx"),
  page("areas/:area/council/meetings/:meeting/excerpts/:paper", "excerpt.tsx"),
  page("areas/:area/council/maturity", "maturity.tsx"),
  page("areas/:area/council/report", "report.tsx"),
  page("areas/:area/council/report/prepare", "report-prepare.tsx"),
  page("areas/:area/council/deleted", "deleted.tsx"),
  page("meeting/:token", "member-link.tsx"),
  page("outbox", "outbox.tsx"),
];

/** Files, which stand outside the frame. */
export const councilFileRoutes: RouteConfigEntry[] = [
  ...listFiles("councils", "programmes/councils/pages/board-file.tsx"),
  page("areas/:area/council/report.pdf", "report-pdf.tsx"),
  page("areas/:area/council/report.docx", "report-docx.tsx"),
  page("areas/:area/council/report.pptx", "report-pptx.tsx"),
  page("areas/:area/council/meetings/:meeting/papers/:paper", "paper.tsx"),
  page("areas/:area/council/meetings/:meeting/papers.pdf", "papers-pdf.tsx"),
  page("meeting/:token/papers/:paper", "link-paper.tsx"),
  page("meeting/:token/papers.pdf", "link-papers-pdf.tsx"),
];
