import type { YuiModule } from "#foundation/modules/public.ts";
import { CONSULTATION_WORDS } from "./audit.messages.ts";
import { CONSULTATION_HELP } from "./help.messages.ts";

const UNTIL_ERASED = "five years after the case was closed: the office's run destroys the key of the person";
const named = { holds: "persons", until: UNTIL_ERASED } as const;

export const consultation: YuiModule = {
  name: "consultation",
  words: CONSULTATION_WORDS,
  help: CONSULTATION_HELP,
  kinds: {
    case: "相談",
    client: "相談者",
    referral: "紹介",
    appointment: "予約",
    "counsel-session": "相談日",
    "support-plan": "家族の支援計画",
  },
  tables: {
    consent: { holds: "persons", until: "no end: it proves by what right something was handed on" },
    consent_event: { holds: "persons", until: "no end: it proves by what right something was handed on" },
    consent_text: { holds: "facts", until: "no end: a consent knows its text" },
    client: named,
    client_judgement: named,
    consultation_case: named,
    case_contact: named,
    case_event: named,
    referral: named,
    referral_item: named,
    referral_event: named,
    shared_note: named,
    person_look: named,
    counsel_session: { holds: "facts", until: "no end: days and places, no person" },
    appointment: named,
    support_plan: named,
    support_plan_member: named,
  },
  menu: [
    {
      label: "相談・紹介",
      icon: "consult",
      to: () => "/consultation",
      roles: ["caseworker", "supervisor", "reception"],
      group: "work",
      position: 15,
    },
  ],
  addressWords: [
    "consultation",
    "offices",
    "cases",
    "referrals",
    "appointments",
    "support-plans",
    "own",
    "own-page",
  ],
  neverHeld: { paths: /^\/(own\/|offices\/[^/]+\/cases\/[^/]+\/own-page$)/, fields: ["passphrase"] },
  async routes() {
    const { consultationRoutes } = await import("./routes.ts");
    return { pages: consultationRoutes };
  },
  async work() {
    return { today: (await import("./cases/case.queries.server.ts")).casesToday };
  },
};
