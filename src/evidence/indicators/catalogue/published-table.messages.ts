import type { ReadyState } from "./published-table.present.ts";

/** Where an indicator is published, on its page. */
export const CATALOGUE_TEXT = {
  title: { ja: "データの入手先", en: "Where the data are published" },
  ready: { ja: "次の表をそのまま取り込めます", en: "These tables can be imported as they are" },
  other: { ja: "ほかの公表された表", en: "Other published tables" },
  column: { ja: "列", en: "Column" },
  file: { ja: "ファイル", en: "File" },
  states: {
    ready: { ja: "実際のファイルで確認済み", en: "checked with a real file" },
    unchecked: {
      ja: "未確認。列の対応の案があります。取り込む前に確認してください",
      en: "not checked: look at the proposed columns",
    },
    "by-hand": { ja: "列の対応は、取り込みの画面で選びます", en: "columns are matched on import" },
  } satisfies Record<ReadyState, object>,
} as const;
