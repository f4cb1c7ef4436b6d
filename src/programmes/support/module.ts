import type { YuiModule } from "#foundation/modules/public.ts";
import { SUPPORT_WORDS } from "./messages.ts";

const MINUTE_MS = 60_000;

export const support: YuiModule = {
  name: "support",
  words: SUPPORT_WORDS,
  menu: [
    {
      label: "依頼",
      to: (area) => `/areas/${area}/requests`,
      roles: ["coordinator"],
      group: "work",
      position: 20,
    },
    { label: "返事", to: (area) => `/areas/${area}/asked`, roles: ["provider"], group: "work", position: 30 },
    {
      label: "相談する",
      to: (area) => `/areas/${area}/ask`,
      roles: ["workplace"],
      group: "work",
      position: 40,
    },
    {
      label: "わたしたちの依頼",
      to: (area) => `/areas/${area}/own`,
      roles: ["workplace"],
      group: "work",
      position: 50,
    },
    {
      label: "応援団と提供",
      to: (area) => `/areas/${area}/offers`,
      roles: ["coordinator", "provider"],
      group: "work",
      position: 90,
    },
    {
      label: "カレンダー",
      to: (area) => `/areas/${area}/calendar`,
      roles: ["provider", "member", "workplace"],
      group: "work",
      position: 100,
    },
  ],
  async routes() {
    const { supportFileRoutes, supportRoutes } = await import("./routes.ts");
    return { pages: supportRoutes, files: supportFileRoutes };
  },
  async work() {
    const {
      keepSupportUp,
      loadDemonstrationSupport,
      REQUEST_FORM_BYTES,
      REQUEST_FORMS,
      REQUEST_STATISTICS,
      supportToday,
    } = await import("./public.ts");
    return {
      today: supportToday,
      publications: [REQUEST_STATISTICS],
      rounds: [{ name: "requests for support", everyMs: MINUTE_MS, run: keepSupportUp }],
      uploads: REQUEST_FORMS.map((path) => ({ path, bytes: REQUEST_FORM_BYTES })),
      demonstration: [{ name: "support team", load: loadDemonstrationSupport }],
    };
  },
};
