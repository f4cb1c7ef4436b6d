import type { YuiModule } from "#foundation/modules/public.ts";
import { CONSULTATION_WORDS } from "./audit.messages.ts";
import { CONSULTATION_HELP } from "./help.messages.ts";

const UNTIL_ERASED =
  "so many years after the case was closed as its office says (five at first): its run deletes the rows and destroys the key of the person";
const named = { holds: "persons", until: UNTIL_ERASED } as const;

const MB = 1024 * 1024;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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
    case_file: named,
    referral: named,
    referral_item: named,
    referral_event: named,
    shared_note: named,
    person_look: named,
    danger_notice: { holds: "facts", until: "no end: an office, a moment and the number of a referral" },
    counsel_session: { holds: "facts", until: "no end: days and places, no person" },
    appointment: { holds: "persons", until: "a year after its day" },
    support_plan: named,
    support_plan_member: named,
    consultation_setting: { holds: "facts", until: "it is replaced" },
    erasure_run: { holds: "facts", until: "no end: counts of what was deleted, and by whose order" },
  },
  commands: [
    {
      names: ["consultation"],
      load: async () => (await import("./cli.ts")).registerConsultation,
    },
  ],
  openPages: [
    {
      label: { ja: "こころの相談窓口", en: "Someone to talk to" },
      to: (area) => `/areas/${area}/kokoro`,
      position: 50,
    },
  ],
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
  neverHeld: {
    paths: /^\/(own\/|returns\/|offices\/[^/]+\/cases\/[^/]+\/(own-page|export|files)$)/,
    fields: ["passphrase"],
  },
  async routes() {
    const { consultationFileRoutes, consultationRoutes } = await import("./routes.ts");
    return { pages: consultationRoutes, files: consultationFileRoutes };
  },
  async work() {
    const [
      { casesToday },
      { REFERRAL_LETTERS },
      { remindOffices },
      counts,
      { publishDueCounts },
      { forgetExpected, runErasures },
      { loadDemonstrationCases },
      { MOST_BYTES },
    ] = await Promise.all([
      import("./cases/case-today.queries.server.ts"),
      import("./referrals/referral-letter.usecases.server.ts"),
      import("./referrals/referral-reminder.commands.server.ts"),
      import("./counts/count.rules.ts"),
      import("./counts/count.usecases.server.ts"),
      import("./erasure/erasure.commands.server.ts"),
      import("./demonstration/demonstration-case.usecases.server.ts"),
      import("./files/case-file.schema.ts"),
    ]);
    return {
      today: casesToday,
      letters: REFERRAL_LETTERS,
      publications: [counts.consultationCounts(counts.SAMPLE_OFFICES)],
      rounds: [
        { name: "referrals not received", everyMs: HOUR_MS, run: remindOffices },
        { name: "counts of consultations", everyMs: DAY_MS, run: publishDueCounts },
        { name: "deletions that were ordered", everyMs: HOUR_MS, run: runErasures },
        { name: "who was expected", everyMs: DAY_MS, run: forgetExpected },
      ],
      uploads: [{ path: /^\/offices\/[^/]+\/cases\/[^/]+\/files$/, bytes: MOST_BYTES + MB }],
      demonstration: [{ name: "consultations", load: loadDemonstrationCases }],
    };
  },
};
