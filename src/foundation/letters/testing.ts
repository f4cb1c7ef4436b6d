import type { Example, ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { defineLetters } from "./letter.commands.server.ts";

const TEXT = { subject: "受け付けました", body: "次のページを見てください。\n{link}" };

/** Letters of a module that there is for tests alone. */
export const SAMPLE_LETTERS = defineLetters({
  module: "sample",
  title: "見本",
  placeholders: {
    number: { name: "受付番号", ja: "7KQ-4MTB" },
    day: { name: "日", ja: "2026年12月2日", en: "2 December 2026" },
    office: { name: "窓口の名前", ja: "相談窓口", en: "Workplace health desk" },
    note: { name: "備考", ja: "上ばきをお持ちください" },
    link: { name: "ページへのリンク", ja: "https://yui.example.jp/a/…" },
  },
  everywhere: ["number", "office"],
  readers: [
    {
      title: "事業所へのメール",
      letters: {
        receipt: { name: "受付のお知らせ", ja: TEXT, en: { subject: "We received it", body: "See\n{link}" } },
        moved: {
          name: "日程の変更",
          kind: "news",
          ja: { subject: "変更", body: "{day}\n※ {note}\n{link}" },
          en: { subject: "New date", body: "{day}\n{link}" },
        },
        enquiry: { name: "打診", ja: { subject: "おたずね", body: "{link}" } },
      },
    },
  ],
});

const on =
  (target: object, input?: object) =>
  async ({ area, state }: ExamplePlace): Promise<Example | undefined> =>
    state === "standing"
      ? { target: { area, set: SAMPLE_LETTERS, ...target }, ...(input ? { input } : {}) }
      : undefined;
const RECEIPT = { letter: "receipt", language: "ja" };

/** How the role matrix tries each command and query of letters. */
export const examples: Examples = {
  "letter.list": on({}),
  "letter.preview": on(RECEIPT, TEXT),
  "letter.save": on(RECEIPT, TEXT),
  "letter.restore": on(RECEIPT),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = { "areas/:area/letters/:module": "letter.list" };
