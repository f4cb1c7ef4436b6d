import type { YuiModule } from "#foundation/modules/public.ts";
import { MATERIAL_HELP } from "./help.messages.ts";
import { MATERIAL_WORDS } from "./messages.ts";

const MB = 1024 ** 2;
const MINUTE_MS = 60_000;
const FACTS = { holds: "facts", until: "it is deleted" } as const;

export const materials: YuiModule = {
  name: "materials",
  words: MATERIAL_WORDS,
  help: MATERIAL_HELP,
  kinds: {
    material: "資材",
    "material-edition": "資材の版",
    "material-order": "資材の注文",
    "news-issue": "ニュースの号",
    "news-reader": "ニュースの読者",
  },
  tables: {
    material: FACTS,
    material_edition: FACTS,
    material_fact: FACTS,
    material_movement: { holds: "facts", until: "no end: the stock is their sum" },
    material_order: {
      holds: "persons",
      until: "the order itself stays for the counts",
      purge: {
        after: "settled_at",
        period: "contact",
        clear: { contact: "", phone: "", email: "", address: "", note: "" },
      },
    },
    material_order_line: FACTS,
    material_reach: { holds: "facts", until: "no end: counts of copies" },
    material_link: FACTS,
    material_open: { holds: "facts", until: "no end: counts by day" },
    news_reader: { holds: "persons", purge: { after: "left_at", period: "contact" } },
    news_issue: FACTS,
  },
  openPages: [
    { label: { ja: "資材", en: "Materials" }, to: (area) => `/areas/${area}/materials`, position: 70 },
  ],
  menu: [
    {
      label: "資材",
      icon: "file",
      to: (area) => `/areas/${area}/materials`,
      roles: ["coordinator", "provider", "member", "workplace"],
      group: "work",
      position: 95,
    },
    {
      label: "ニュース",
      icon: "mail",
      to: (area) => `/areas/${area}/news`,
      roles: ["coordinator", "provider"],
      group: "work",
      position: 96,
    },
  ],
  addressWords: ["code"],
  commands: [{ names: ["materials"], load: async () => (await import("./cli.ts")).registerMaterials }],
  async routes() {
    const { materialFileRoutes, materialRoutes } = await import("./routes.ts");
    return { pages: materialRoutes, files: materialFileRoutes };
  },
  async work() {
    const materials = await import("./public.ts");
    const { LONGEST_ATTACHMENT_BYTES } = await import("#platform/files/attachments.ts");
    const bytes = LONGEST_ATTACHMENT_BYTES + MB;
    return {
      today: materials.materialsToday,
      letters: materials.MATERIAL_LETTERS,
      finds: [materials.FOUND_MATERIALS],
      rounds: [
        { name: "facts that materials print", everyMs: MINUTE_MS, run: materials.tellOfChangedFacts },
        { name: "news for workplaces", everyMs: MINUTE_MS, run: materials.deliverNews },
      ],
      uploads: [
        { path: /^\/areas\/[^/]+\/materials\/[0-9a-f-]{36}\/editions\/new$/, bytes },
        { path: /^\/areas\/[^/]+\/material-editions\/[0-9a-f-]{36}\/edit$/, bytes },
      ],
      demonstration: [{ name: "materials", load: materials.loadDemonstrationMaterials }],
    };
  },
};
