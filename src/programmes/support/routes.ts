import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `programmes/support/pages/${file}`);

/** The same page for who is signed in as for who holds the link. */
const own = (url: string, file: string) =>
  route(url, `programmes/support/pages/${file}`, { id: `support-own-${file}` });

/** Pages in the frame. */
export const supportRoutes: RouteConfigEntry[] = [
  page("areas/:area/ask", "ask.tsx"),
  page("r/:token", "receipt.tsx"),
  page("r/:token/change", "receipt-change.tsx"),
  page("areas/:area/own", "own.tsx"),
  own("areas/:area/own/:request", "receipt.tsx"),
  own("areas/:area/own/:request/change", "receipt-change.tsx"),
  page("a/:token", "answer.tsx"),
  page("a/:token/mail", "answer-mail.tsx"),
  page("areas/:area/requests", "inbox.tsx"),
  page("areas/:area/requests/new", "enter.tsx"),
  page("areas/:area/requests/statistics", "statistics.tsx"),
  page("areas/:area/requests/letters", "letters.tsx"),
  page("areas/:area/requests/:request", "request.tsx"),
  page("areas/:area/calendar", "calendar.tsx"),
  page("areas/:area/asked", "asked.tsx"),
  page("areas/:area/offers", "offers.tsx"),
  page("areas/:area/offers/:offer", "offer.tsx"),
];

/** Files, which stand outside the frame. */
export const supportFileRoutes: RouteConfigEntry[] = [
  page("areas/:area/ask.pdf", "paper.tsx"),
  page("r/:token/visit.ics", "visit-calendar.tsx"),
  page("r/:token/files/:file", "receipt-file.tsx"),
  own("areas/:area/own/:request/files/:file", "receipt-file.tsx"),
  page("a/:token/files/:file", "answer-file.tsx"),
  page("areas/:area/requests/:request/files/:file", "request-file.tsx"),
  own("areas/:area/own/:request/visit.ics", "visit-calendar.tsx"),
  page("feeds/:token", "feed.tsx"),
  page("areas/:area/requests/statistics.csv", "statistics-csv.tsx"),
];
