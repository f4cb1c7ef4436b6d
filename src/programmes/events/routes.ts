import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string) => route(url, `programmes/events/pages/${file}`);

/** Pages in the frame. */
export const eventRoutes: RouteConfigEntry[] = [
  page("areas/:area/events", "events.tsx"),
  page("areas/:area/events/deleted", "deleted.tsx"),
  page("areas/:area/events/calendar", "calendar.tsx"),
  page("areas/:area/events/:event", "event.tsx"),
  page("areas/:area/events/:event/edit", "event-form.tsx"),
  page("areas/:area/events/:event/sign-up", "sign-up.tsx"),
  page("areas/:area/events/:event/sign-ups", "sign-ups.tsx"),
  page("areas/:area/events/:event/door", "door.tsx"),
  page("areas/:area/events/:event/report", "report.tsx"),
  page("areas/:area/events/:event/certificates", "certificates.tsx"),
  page("areas/:area/event-sign-ups/:signup", "sign-up-one.tsx"),
  page("areas/:area/event-certificates", "certificate-check.tsx"),
  page("ed/:token", "door-link.tsx"),
  page("es/:token", "sign-up-link.tsx"),
];

/** Files, which stand outside the frame. */
export const eventFileRoutes: RouteConfigEntry[] = [
  ...listFiles("areas/:area/events", "programmes/events/pages/events-file.tsx"),
  page("areas/:area/events.ics", "feed.tsx"),
  page("embed/areas/:area/events", "embed.tsx"),
  page("areas/:area/events/:event/certificates.pdf", "certificates-file.tsx"),
];
