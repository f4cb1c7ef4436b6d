/** What acts by itself, as a person says it; the log holds the short name. */
const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  areas: "地域の更新",
  "audit-check": "記録の確認",
  "audit-seal": "記録の封印",
  board: "全国の協議会の集計",
  cli: "コマンド",
  "council-reminder": "協議会のお知らせ",
  demonstration: "見本",
  exchange: "データの受け渡し",
  import: "取り込み",
  "plan-counts": "計画の集計",
  "poll-reminder": "日程のお知らせ",
  reference: "指標の更新",
  support: "依頼の自動の仕事",
  sweep: "古いものの片付け",
};

export const LOG = {
  title: "記録と監査",
  lead: "誰が、いつ、どの役割で、誰の何を閲覧・変更したかの記録です。この記録を閲覧したことも、記録に残ります。",
  visitor: "ログインしていない人",
  system: (name: string) => `システム（${SYSTEM_NAMES[name] ?? name}）`,
  holder: "リンクを受け取った人",
  links: {
    "api-client": "データ連携の鍵",
    answer: "回答用リンク（支援機関）",
    again: "再依頼用リンク（事業所）",
    feed: "カレンダー用リンク",
    "member-link": "委員用リンク",
    receipt: "受付確認用リンク（事業所）",
  },
  ways: {
    person: "ログインした画面",
    link: "リンク",
    visitor: "ログインしていない画面",
    cli: "コマンド",
    service: "自動処理",
  },
  unknownPerson: "氏名不明の利用者",
  nobody: "本人",
  oneself: "自分",
  unnamed: (action: string, outcome: "granted" | "refused") =>
    outcome === "granted" ? `「${action}」をした` : `「${action}」をしようとした`,
  grounds: {
    anyone: "だれでも",
    service: "システム",
    oneself: "本人",
    holder: "リンクを受け取った人",
    none: "権限なし",
  },
  outcomes: { granted: "許可", refused: "拒否" },
  columns: {
    at: "日時",
    actor: "利用者",
    grounds: "権限",
    deed: "操作",
    person: "対象者",
    shown: "表示した人の数",
    outcome: "結果",
    area: "地域",
  },
  details: "詳細",
  subject: "対象",
  things: "表示した人・案件",
  way: "経路",
  entry: "記録の番号",
  more: (count: number) => `ほか${count}件（ファイルに全件あります）`,
  who: "人の名前",
  whoHint: "操作者・対象者のどちらでも検索できます",
  about: "対象で検索する",
  aboutHint: "名前または番号（ID）　例　request:0198f2a0-…",
  action: "操作",
  area: "地域",
  from: "この日から",
  to: "この日まで",
  outcome: "結果",
  prove: "改ざんの有無を確認する",
  proveLead: "すべての記録を計算し直します。記録の件数により、数分かかることがあります。",
  none: "あてはまる記録はありません",
  noneLead: "名前や期間を変えて、もう一度お試しください。",
} as const;

/** What a verification says, in one sentence each. */
export const PROOF = {
  sound: (at: string, entries: number, head: string) =>
    `${at}に記録${entries.toLocaleString("ja")}件を確認し、書き換え・削除・外部からの追加は見つかりませんでした。${head}`,
  broken: (at: string, entries: number, findings: number) =>
    `${at}に記録${entries.toLocaleString("ja")}件を確認し、異常が${findings.toLocaleString("ja")}件見つかりました。システムの管理者に yui audit verify の実行を依頼してください。`,
  head: (area: string, seq: number, hash: string) =>
    `最新の記録は${area}の第${seq.toLocaleString("ja")}番、ハッシュ値は ${hash} です。`,
} as const;

/** What the daily verification says. */
export const CHECK = {
  subject: (day: string, findings: number) =>
    findings === 0
      ? `【結】記録と監査 ${day} 異常なし`
      : `【結】記録と監査 ${day} 異常が${findings}件あります`,
  body: (
    entries: number,
    findings: number,
    heads: readonly { areaId: string; seq: number; hash: string }[],
  ) =>
    [
      findings === 0
        ? `記録${entries}件を確認しました。書き換えや削除は見つかりませんでした。`
        : `記録${entries}件を確認し、異常が${findings}件見つかりました。管理者に連絡し、yui audit verify で内容を確認してください。`,
      "",
      "次の値は、記録があとから削除されていないことを確認するためのものです。このメールを保存しておいてください。",
      ...heads.map(({ areaId, seq, hash }) => `${areaId} ${seq} ${hash}`),
    ].join("\n"),
  todayTitle: "記録と監査に異常が見つかりました",
  todayDetail: (findings: number) =>
    `${findings}件の記録が、書き換えられたか、削除されたか、システムの外から追加されています。システムの管理者に yui audit verify の実行を依頼してください。`,
  open: "記録を見る",
} as const;

/** What this module's actions are called in the log. */
export const AUDIT_WORDS = {
  "audit.read": { done: "記録を見た", refused: "記録を見ようとした" },
  "audit.export": { done: "記録をファイルに保存した", refused: "記録をファイルに保存しようとした" },
  // Refused alone is written down: the rest stands under the entry of the export, or of the verification.
  "audit.export-more": { done: "記録をファイルに保存した", refused: "記録をファイルに保存しようとした" },
  "audit.walk": { done: "記録が変えられていないことを確認した", refused: "記録を確認しようとした" },
  "audit.verify": { done: "記録が変えられていないことを確認した", refused: "記録を確認しようとした" },
} as const;
