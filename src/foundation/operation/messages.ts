import type { Judgement, Measures, Part } from "./state.schema.ts";

export const OPERATION_WORDS = {
  "operation.read": { done: "システムの状態を見た", refused: "システムの状態を見ようとした" },
  "operation.tell": { done: "システムの異常を知らせた", refused: "システムの異常を知らせようとした" },
};

const GIB = 1024 ** 3;
const gib = (bytes: number) => `${(bytes / GIB).toFixed(1)}GB`;
const hours = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 3_600_000);
const ago = (from: Date | undefined, to: Date, none: string) => {
  if (!from) return none;
  const passed = hours(from, to);
  if (passed < 1) return "1時間以内";
  return passed < 48 ? `${passed}時間前` : `${Math.floor(passed / 24)}日前`;
};

type Words = Readonly<{ name: string; found: string; mend: string }>;

const WORDS: Readonly<Record<Part, (found: Measures) => Words>> = {
  disk: ({ disk }) => ({
    name: "ディスクの空き容量",
    found: `${gib(disk.free)}（全体${gib(disk.size)}）`,
    mend: "不要なファイルを移すか、容量を増やしてください。空きがなくなると、保存ができなくなります。",
  }),
  clock: ({ clockMs }) => ({
    name: "時計",
    found: `データベースとの差 ${(Math.abs(clockMs) / 1000).toFixed(1)}秒`,
    mend: "両方の機器の時刻合わせ（NTP）を確認してください。",
  }),
  mail: ({ mail, at }) => ({
    name: "メールの送信",
    found: `送信待ち${mail.waiting}通${mail.dueSince ? `（最も古いものは${ago(mail.dueSince, at, "")}）` : ""}、24時間以内に届かなかったもの${mail.refused}通`,
    mend: "メールサーバーが動いているか確認してください（npm run yui -- doctor）。あて先の誤りは、各業務の画面に表示されます。",
  }),
  jobs: ({ jobs }) => ({
    name: "自動の処理",
    found: jobs ? `待ち${jobs.waiting}件、24時間以内の失敗${jobs.failed}件` : "この機器では動いていません",
    mend: "ログの「job failed」の行を確認してください。再起動すると、残った処理をやり直します。",
  }),
  log: ({ log, at }) => ({
    name: "監査記録",
    found: `改ざん防止の処理待ち${log.waiting}件、最後の検証${ago(log.verifiedAt, at, "なし")}、問題${log.findings}件`,
    mend: "「記録と監査」のページで確認してください。問題があるときは、記録が書き換えられたおそれがあります。",
  }),
  backup: ({ backup, at }) => ({
    name: "バックアップ",
    found: backup.newest
      ? `${backup.count}世代（${gib(backup.bytes)}）、最新${ago(backup.newest, at, "")}、最古${ago(backup.oldest, at, "")}`
      : "まだありません",
    mend: "毎晩の npm run yui -- backup が動いているか確認してください。",
  }),
  keys: ({ openKeys }) => ({
    name: "鍵のファイル",
    found: openKeys.length > 0 ? `ほかの利用者も読めます: ${openKeys.join("、")}` : "所有者だけが読めます",
    mend: "chmod 600 で、所有者だけが読めるようにしてください。",
  }),
};

/** What is said of one part, for the operator. */
export function wordsOf(part: Part, measures: Measures): Words & Readonly<{ line: string }> {
  const words = WORDS[part](measures);
  return { ...words, line: `${words.name}: ${words.found}` };
}

export const STATE_WORDS: Readonly<Record<Judgement["state"], string>> = {
  good: "正常",
  note: "確認",
  bad: "要対応",
};

export const OPERATION = {
  title: "システムの状態",
  lead: "運用担当者が毎日確認するページです。数と日時だけを表示し、個人に関する情報は含みません。",
  well: "すべて正常です。",
  ill: (count: number) => `対応が必要な項目が${count}件あります。`,
  note: (count: number) => `確認する項目が${count}件あります。`,
  columns: { name: "項目", state: "状態", found: "現在の値", mend: "対応" },
  measured: "測定日時",
};

export const ALERT = {
  subject: "【Yui】システムの状態が変わりました",
  bad: (line: string) => `要対応　${line}`,
  well: (line: string) => `回復　　${line}`,
  body: (lines: readonly string[], origin: string) =>
    `${lines.join("\n")}\n\n詳しくは「システムの状態」のページをご覧ください。\n${origin}/operation\n`,
};
