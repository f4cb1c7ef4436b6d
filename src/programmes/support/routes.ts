import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

type Door = "secretariat" | "supporter" | "workplace";

const page = (door: Door) => (url: string, file: string) =>
  route(url, `programmes/support/${door}/pages/${file}`);
const secretariat = page("secretariat");
const supporter = page("supporter");
const workplace = page("workplace");

/** The same page for who is signed in as for who holds the link. */
const own = (url: string, file: string) =>
  route(url, `programmes/support/workplace/pages/${file}`, { id: `support-own-${file}` });

/** Pages in the frame. */
export const supportRoutes: RouteConfigEntry[] = [
  workplace("areas/:area/ask", "ask.tsx"),
  workplace("areas/:area/ask/find", "find.tsx"),
  workplace("areas/:area/consultations", "consultations.tsx"),
  workplace("r/:token", "receipt.tsx"),
  workplace("r/:token/change", "receipt-change.tsx"),
  workplace("areas/:area/own", "own.tsx"),
  own("areas/:area/own/:request", "receipt.tsx"),
  own("areas/:area/own/:request/change", "receipt-change.tsx"),
  supporter("a/:token", "answer.tsx"),
  supporter("a/:token/mail", "answer-mail.tsx"),
  secretariat("areas/:area/requests", "inbox.tsx"),
  secretariat("areas/:area/requests/new", "enter.tsx"),
  secretariat("areas/:area/requests/statistics", "statistics.tsx"),
  secretariat("areas/:area/requests/letters", "letters.tsx"),
  secretariat("areas/:area/requests/:request", "request.tsx"),
  supporter("areas/:area/calendar", "calendar.tsx"),
  supporter("areas/:area/asked", "asked.tsx"),
  secretariat("areas/:area/offers", "offers.tsx"),
  secretariat("areas/:area/offers/import", "offer-import.tsx"),
  secretariat("areas/:area/offers/import/:import", "offer-import-one.tsx"),
  secretariat("areas/:area/offers/:offer", "offer.tsx"),
];

/** Files, which stand outside the frame. */
export const supportFileRoutes: RouteConfigEntry[] = [
  ...listFiles("areas/:area/requests", "programmes/support/secretariat/pages/inbox-file.tsx"),
  ...listFiles("areas/:area/offers", "programmes/support/secretariat/pages/offers-file.tsx"),
  ...listFiles("areas/:area/offers/template", "programmes/support/secretariat/pages/offer-template.tsx"),
  secretariat("areas/:area/offers/import/:import/rejected.csv", "offer-import-rejected.tsx"),
  workplace("areas/:area/ask.pdf", "paper.tsx"),
  workplace("r/:token/visit.ics", "visit-calendar.tsx"),
  workplace("r/:token/files/:file", "receipt-file.tsx"),
  own("areas/:area/own/:request/files/:file", "receipt-file.tsx"),
  supporter("a/:token/files/:file", "answer-file.tsx"),
  supporter("a/:token/visit.ics", "answer-calendar.tsx"),
  secretariat("areas/:area/requests/:request/files/:file", "request-file.tsx"),
  own("areas/:area/own/:request/visit.ics", "visit-calendar.tsx"),
  supporter("feeds/:token", "feed.tsx"),
  secretariat("areas/:area/requests/statistics.csv", "statistics-csv.tsx"),
];
