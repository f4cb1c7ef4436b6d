/** For how long a file may be shown. */
export const SHARE_DAYS: Readonly<Record<string, string>> = {
  1: "今日1日",
  7: "1週間",
  30: "1か月",
  90: "3か月",
};
