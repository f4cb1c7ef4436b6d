import type { KeptTables } from "#foundation/retention/public.ts";

const FACTS = { holds: "facts", until: "it is deleted" } as const;

/** What each table of events holds, and until when. */
export const EVENT_TABLES: KeptTables = {
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
};
