import type { FactSection } from "../../facts/schema.ts";

export const TEXT = {
  title: (name: string) => `公開の範囲：${name}`,
  lead: "チェックした項目を一般公開します（外部連携用データを含む）。だれがいつ変えたかは記録に残ります。",
  figures: "統計の数字",
  facts: "その他の情報",
  later: "あとから取り込んだ数字は、ここで公開するまで公開されません。",
  partly: (published: number, rows: number) => `${rows}件のうち${published}件だけ公開中（このまま）`,
  publishAll: "すべて公開する",
  withholdAll: "公開しない",
  count: (rows: number) => `${rows}件`,
  save: "この範囲で公開する",
  saved: (changed: number) =>
    changed === 0 ? "変わったところはありません。" : `${changed}件の公開を変更しました。`,
  back: "プロフィールに戻る",
  none: "公開できるものがまだありません",
  noneNext: "統計のファイルを取り込むと、ここで公開を決められます。",
} as const;

export const SECTIONS: Readonly<Record<FactSection, string>> = {
  age_band_ratios: "年齢階級比",
  targets: "目標",
  surveys: "調査結果",
  activities: "年度ごとの活動",
};

/** What this concern's actions are called in the audit log. */
export const PUBLICATION_WORDS = {
  "profile.publish": {
    done: "プロフィールの数字を公開した",
    refused: "プロフィールの数字を公開しようとした",
  },
  "profile.unpublish": {
    done: "プロフィールの数字の公開をやめた",
    refused: "プロフィールの数字の公開をやめようとした",
  },
  "publication.decide": { done: "公開の範囲を決めた", refused: "公開の範囲を決めようとした" },
  "publication.read": { done: "公開の範囲を見た", refused: "公開の範囲を見ようとした" },
  // Of logs written before.
  "profile.see-publication": { done: "公開の範囲を見た", refused: "公開の範囲を見ようとした" },
} as const;
