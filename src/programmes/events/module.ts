import type { YuiModule } from "#foundation/modules/public.ts";
import { EVENT_HELP } from "./help.messages.ts";
import { EVENT_WORDS } from "./messages.ts";

const HALF_MINUTE_MS = 30_000;
const HOUR_MS = 3_600_000;
const FACTS = { holds: "facts", until: "it is deleted" } as const;

export const events: YuiModule = {
  name: "events",
  words: EVENT_WORDS,
  help: EVENT_HELP,
  kinds: { event: "催し", "event-sign-up": "催しの申込み", "event-certificate": "修了証" },
  tables: {
    event: FACTS,
    event_session: FACTS,
    event_sign_up: {
      holds: "persons",
      until: "the sign-up itself stays for the counts",
      purge: {
        after: "made_at",
        period: "contact",
        clear: { contact: "", phone: "", email: "", note: "", answers: "" },
      },
    },
    event_person: {
      holds: "persons",
      until: "who was there is counted without a name",
      purge: { after: "added_at", period: "contact", clear: { name: "", printed_name: "", workplace: "" } },
    },
    event_presence: { holds: "facts", until: "no end: who was there is known by a number alone" },
    event_report: { holds: "facts", until: "no end: what the plan counts" },
    event_certificate: {
      holds: "persons",
      until: "its number tells for good that it stands, without a name",
      purge: { after: "issued_on", period: "contact", clear: { name: "" } },
    },
    event_tally: { holds: "facts", until: "no end: counts" },
  },
  openPages: [
    { label: { ja: "催し・研修会", en: "Events" }, to: (area) => `/areas/${area}/events`, position: 30 },
  ],
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
      publishes: events.EVENTS_PUBLISHED,
      finds: [events.FOUND_EVENTS],
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
