/** For how long a file may be shown. */
export const SHARE_DAYS: Readonly<Record<string, string>> = {
  1: "今日1日",
  7: "1週間",
  30: "1か月",
  90: "3か月",
};

/** The parts of a file that may be shown, each by itself. */
export const SHARED_PARTS = ["checkup", "diary"] as const;
export const PART_WORDS: Readonly<Record<string, string>> = { checkup: "健診結果", diary: "日々の記録" };
