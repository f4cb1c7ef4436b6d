import type { YuiModule } from "#foundation/modules/public.ts";
import { SUPPORT_HELP } from "./help.messages.ts";
import { SUPPORT_WORDS } from "./messages.ts";

const MINUTE_MS = 60_000;
const LONGEST_UPLOAD_BYTES = 100 * 1024 ** 2;

export const support: YuiModule = {
  name: "support",
  words: SUPPORT_WORDS,
  help: SUPPORT_HELP,
  kinds: { request: "依頼", offer: "支援メニュー" },
  tables: {
    support_request: {
      holds: "persons",
      until: "the request itself stays for the counts",
      purge: {
        after: "status_since",
        period: "contact",
        clear: { contact: "", phone: "", email: "", address: "", wish: "" },
      },
    },
    support_enquiry: { holds: "persons", until: "with its request" },
    support_report: { holds: "persons", until: "with its request" },
    support_feedback: { holds: "persons", until: "with its request" },
    support_file: { holds: "persons", until: "with its request" },
    support_offer: { holds: "facts", until: "it is deleted" },
    support_offer_part: { holds: "facts", until: "it is deleted" },
    support_reminder: { holds: "facts", until: "it is deleted" },
  },
  openPages: [
    {
      label: { ja: "訪問・相談の申し込み", en: "Ask for a visit" },
      to: (area) => `/areas/${area}/ask`,
      position: 20,
    },
  ],
  menu: [
    {
      label: "依頼",
      icon: "inbox",
      to: (area) => `/areas/${area}/requests`,
      roles: ["coordinator"],
      group: "work",
      position: 20,
    },
    {
      label: "届いた依頼",
      icon: "reply",
      to: (area) => `/areas/${area}/asked`,
      roles: ["provider"],
      group: "work",
      position: 30,
    },
    {
      label: "相談する",
      icon: "consult",
      to: (area) => `/areas/${area}/ask`,
      roles: ["workplace"],
      group: "work",
      position: 40,
    },
    {
      label: "お申し込み一覧",
      icon: "file",
      to: (area) => `/areas/${area}/own`,
      roles: ["workplace"],
      group: "work",
      position: 50,
    },
    {
      label: "応援団と支援メニュー",
      icon: "support",
      to: (area) => `/areas/${area}/offers`,
      roles: ["coordinator", "provider"],
      group: "work",
      position: 90,
    },
  ],
  async routes() {
    const { supportFileRoutes, supportRoutes } = await import("./routes.ts");
    return { pages: supportRoutes, files: supportFileRoutes };
  },
  async work() {
    const { feedRound, pushFeed } = await import("#evidence/directory/public.ts");
    const support = await import("./public.ts");
    const { keepSupportUp, loadDemonstrationSupport, REQUEST_FORM_BYTES, REQUEST_FORMS, supportToday } =
      support;
    return {
      jobs: [support.offerImportJob],
      letters: support.SUPPORT_LETTERS,
      today: supportToday,
      calendar: support.supportDays,
      organisation: support.SUPPORT_OF_ORGANISATION,
      finds: [support.FOUND_WINDOWS, support.FOUND_REQUESTS, support.FOUND_OFFERS],
      publishes: support.SUPPORT_PUBLISHED,
      carries: [support.CARRIED_REQUESTS, support.CARRIED_STEPS],
      publications: [support.REQUEST_STATISTICS],
      rounds: [
        { name: "requests for support", everyMs: MINUTE_MS, run: keepSupportUp },
        feedRound(support.OFFER_FEED),
      ],
      uploads: [
        ...REQUEST_FORMS.map((path) => ({ path, bytes: REQUEST_FORM_BYTES })),
        // It streams to the disk and tells there that a file is too long.
        { path: /^\/areas\/[^/]+\/offers\/import$/, bytes: LONGEST_UPLOAD_BYTES },
      ],
      demonstration: [
        { name: "support team", load: loadDemonstrationSupport },
        { name: "support team in the directory", load: (app) => pushFeed(app, support.OFFER_FEED) },
      ],
    };
  },
};
