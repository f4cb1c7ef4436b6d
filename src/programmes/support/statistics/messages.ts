import type { PublishedCell } from "@yui/healthstats";

export const STATISTICS = {
  title: "依頼の統計",
  staff: "事務局だけが見る、そのままの数です。公開されるページでは小さい数を秘匿します。",
  public: "終わった年度の数です。1から9までの数と、そこから逆算できる数は秘匿しています。",
  unit: "単位は件です。",
  total: "計",
  unsaid: "書かれていない",
} as const;

export const SIZE_NAMES: Readonly<Record<string, string>> = {
  "1-4": "1〜4人",
  "5-29": "5〜29人",
  "30-49": "30〜49人",
  "50-": "50人以上",
  total: "計",
};

export const cellText = (cell: PublishedCell): string =>
  cell.state === "shown" ? cell.value.toLocaleString("ja-JP") : cell.state === "suppressed" ? "秘匿" : "―";
