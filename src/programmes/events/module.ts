import type { YuiModule } from "#foundation/modules/public.ts";
import { EVENT_HELP } from "./help.messages.ts";
import { EVENT_WORDS } from "./messages.ts";
import { EVENT_TABLES } from "./system/kept-tables.schema.ts";

const HALF_MINUTE_MS = 30_000;
const HOUR_MS = 3_600_000;

export const events: YuiModule = {
  name: "events",
  words: EVENT_WORDS,
  help: EVENT_HELP,
  kinds: { event: "催し", "event-sign-up": "催しの申込み", "event-certificate": "修了証" },
  tables: EVENT_TABLES,
  menu: [
    {
      label: "催し・研修会",
      icon: "calendar",
      to: (area) => `/areas/${area}/events`,
      roles: ["coordinator", "provider", "member", "workplace"],
      group: "work",
      position: 94,
    },
  ],
  async routes() {
    const { eventFileRoutes, eventRoutes } = await import("./routes.ts");
    return { pages: eventRoutes, files: eventFileRoutes };
  },
  async work() {
    const events = await import("./public.ts");
    return {
      today: events.eventsToday,
      calendar: events.eventDays,
      letters: events.EVENT_LETTERS,
      rounds: [
        { name: "waiting lines of events", everyMs: HALF_MINUTE_MS, run: events.serveLines },
        { name: "reminders of events", everyMs: HOUR_MS, run: events.remindOfEvents },
      ],
      demonstration: [{ name: "events", load: events.loadDemonstrationEvents }],
    };
  },
};
