import type { PublishedCell } from "@yui/healthstats";
import { INDUSTRY_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import { HEARD_NAMES } from "../requests/asking/messages.ts";
import { UNMET_NAMES } from "../visits/messages.ts";
import type { ShownFacts, ShownTable } from "./present.ts";

export const STATISTICS = {
  title: "依頼の統計",
  staff: "事務局だけが見る、そのままの数です。公開されるページでは小さい数を秘匿します。",
  public:
    "終わった年度の数です。1から9までの数と、そこから逆算できる数は秘匿しています。単位は件（依頼の数）です。",
  underWay:
    "この年度の依頼に、まだ進んでいるものがあります。応えられたかどうかの数は、すべて終わってから出します。",
  unit: "単位は件です。",
  total: "計",
  unsaid: "書かれていない",
  csv: "CSV",
  none: "この年度の依頼はありません",
  days: (value: number | null) => (value === null ? "―" : `${value}日`),
} as const;

const SIZE_NAMES: Readonly<Record<string, string>> = {
  "1-4": "1〜4人",
  "5-29": "5〜29人",
  "30-49": "30〜49人",
  "50-": "50人以上",
};
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  ...SIZE_NAMES,
  count: "件",
  requests: "依頼",
  unmet: "うち応えられず",
  total: STATISTICS.total,
};

export const cellText = (cell: PublishedCell): string =>
  cell.state === "shown" ? cell.value.toLocaleString("ja-JP") : cell.state === "suppressed" ? "秘匿" : "―";

export type TextTable = Readonly<{
  title: string;
  head: string;
  columns: readonly string[];
  rows: readonly Readonly<{ label: string; cells: readonly string[] }>[];
}>;

type Names = Readonly<Record<string, string>>;
const japanese = (names: Readonly<Record<string, Readonly<{ ja: string }>>>): Names =>
  Object.fromEntries(Object.entries(names).map(([key, { ja }]) => [key, ja]));

/** The tables of a year as page and file write them, in their order. */
export function tablesInWords(shown: ShownFacts): TextTable[] {
  const table = (title: string, head: string, from: ShownTable | undefined, names: Names): TextTable[] =>
    from
      ? [
          {
            title,
            head,
            columns: from.columns.map((key) => COLUMN_NAMES[key]!),
            rows: from.rows.map((row) => ({
              label: row.key === "total" ? STATISTICS.total : (names[row.key] ?? STATISTICS.unsaid),
              cells: row.cells.map(cellText),
            })),
          },
        ]
      : [];
  const outcome = { ...UNMET_NAMES, else: "応えた・取り下げなど" };
  const newcomers = { first: "はじめての事業所から", again: "以前にも依頼のあった事業所から" };
  return [
    ...table("業種と従業員の人数", "業種", shown.sizeAndIndustry, japanese(INDUSTRY_NAMES)),
    ...table("応えられなかった理由（足りないもの）", "理由", shown.outcome, outcome),
    ...table("内容ごと（1件に複数あり）", "内容", shown.topics, japanese(TOPIC_NAMES)),
    ...table("はじめてか", "事業所", shown.newcomers, newcomers),
    ...table("どこで知ったか", "きっかけ", shown.heardFrom, japanese(HEARD_NAMES)),
  ];
}
