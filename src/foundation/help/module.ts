import type { YuiModule } from "#foundation/modules/public.ts";

export const help: YuiModule = {
  name: "help",
  help: {
    handbook: {
      about: "役割ごとの手引きです。",
      steps: ["ご自分の役割の手引きを選びます。", "上から順に読みます。"],
    },
    glossary: {
      about: "このサイトで使う言葉の意味を調べるページです。",
      steps: ["五十音順に並んでいます。"],
    },
    "whats-new": {
      about: "新しくなったところを確認するページです。",
      steps: ["新しいものから順に並んでいます。"],
    },
  },
  addressWords: ["part"],
  async routes() {
    const { helpRoutes } = await import("./routes.ts");
    return { pages: helpRoutes };
  },
};
