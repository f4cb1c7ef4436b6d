const ja = {
  title: "検索",
  lead: "地域、相談窓口、関係機関、健康の指標、公開されている事業などを、名前・ふりがな・ローマ字・郵便番号で検索できます。",
  words: "検索する語",
  hint: "例　浜田　／　はまだ　／　hamada　／　697-0041　／　血圧",
  find: "検索する",
  results: (text: string) => `「${text}」の検索結果`,
  none: (text: string) => `「${text}」に該当するものはありません`,
  noneNext: "語を短くするか、ふりがなで検索してください。市区町村名でも検索できます。",
  count: (count: number) => `${count}件見つかりました。`,
  more: (name: string) => `${name}をさらに表示する`,
  all: "すべての種類に戻る",
};
const en: typeof ja = {
  title: "Search",
  lead: "Find areas, contact points, organisations, health indicators and published initiatives by name, reading, romaji or postcode.",
  words: "Words to search for",
  hint: "For example 浜田, はまだ, hamada, 697-0041, 血圧",
  find: "Search",
  results: (text) => `Results for “${text}”`,
  none: (text) => `Nothing was found for “${text}”`,
  noneNext: "Try a shorter word, its reading, or the name of a municipality.",
  count: (count) => `${count} found.`,
  more: (name) => `Show more: ${name}`,
  all: "Back to all kinds",
};
export const SEARCH_TEXT = { ja, en } as const;

/** What this module's actions are called in the log. */
export const SEARCH_WORDS = {
  "search.find": { done: "検索した", refused: "検索しようとした" },
  "search.refresh": { done: "検索の索引を更新した", refused: "検索の索引を更新しようとした" },
} as const;
