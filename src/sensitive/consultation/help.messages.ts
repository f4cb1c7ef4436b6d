import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const CONSULTATION_HELP: ModuleHelp = {
  consultation: {
    about: "相談と紹介を担当する機関を選ぶページです。",
    steps: ["機関を選択します。", "相談の一覧を確認します。", "本日連絡する相談から対応します。"],
    terms: [],
  },
  "offices/:organisation/cases": {
    about: "この機関の相談の一覧です。ほかの機関や事務局からは見えません。",
    steps: [
      "「本日」と「期限超過」から対応します。",
      "相談者は、氏名などの一致で検索します。",
      "新しい相談は受付画面から登録します。",
    ],
    terms: [],
  },
  "offices/:organisation/cases/new": {
    about: "最初の電話や来所でうかがった内容を登録するページです。お名前がなくても登録できます。",
    steps: ["相談の内容と緊急度を選択します。", "要点を入力します。", "次回の連絡日を決めます。"],
    terms: [],
  },
  "offices/:organisation/cases/:case": {
    about: "1件の相談の経過・同意・紹介を確認するページです。閲覧したことは、ご本人にも表示されます。",
    steps: ["次回の予定を確認します。", "相談を記録します。", "紹介するときは、先に同意を登録します。"],
    terms: [],
  },
  "offices/:organisation/referrals": {
    about: "受けた紹介と送った紹介の一覧です。",
    steps: ["受領の期限を確認します。", "内容を確認して引き受けます。", "結果を登録して終了にします。"],
    terms: [],
  },
  "offices/:organisation/appointments": {
    about: "相談日と予約のページです。相談の内容は表示されません。",
    steps: ["相談日を登録します。", "予約を登録します。", "来所の有無を登録します。"],
    terms: [],
  },
  "offices/:organisation/counts": {
    about: "この機関が受けた相談の件数を年度ごとに確認するページです。",
    steps: ["年度の件数を確認します。", "報告には、延べの件数か人数かを書き添えます。"],
    terms: [],
  },
  "offices/:organisation/erasure": {
    about: "保存期間を過ぎた相談を、対象を確認してから削除するページです。",
    steps: ["保存する年数を確認します。", "対象の番号と件数を確認します。", "削除を指示します。"],
    terms: [],
  },
  "offices/:organisation/cases/:case/export": {
    about: "ご本人の求めに応じて、相談の記録を出力するページです。",
    steps: ["ご本人であることを確認します。", "理由と形式を選択します。", "出力したファイルをお渡しします。"],
    terms: [],
  },
  "offices/:organisation/cases/:case/files": {
    about: "相談の資料と、署名のある同意書の写しを登録するページです。ファイルは暗号化して保存します。",
    steps: [
      "同意書の写しか、それ以外の資料かを選択します。",
      "ファイルを選択して登録します。",
      "必要なときに、資料の名前から保存します。",
    ],
    terms: [],
  },
  "offices/:organisation/cases/:case/services": {
    about: "相談から、地域産業保健センターのサービスの申込みに進むページです。",
    steps: ["ご本人の意向を確認します。", "サービスを選択します。", "申込画面に事業所のことを入力します。"],
    terms: [],
  },
  "offices/:organisation/referrals/:referral/hand-out": {
    about: "システムを利用していない機関に紹介を渡し、返信を登録するページです。",
    steps: [
      "パスワード付きのファイルか、紙を選択します。",
      "パスワードは電話など別の方法で伝えます。",
      "返信があったら登録します。",
    ],
    terms: [],
  },
  "offices/:organisation/support-plans/:plan": {
    about: "家族を一緒に支援する計画のページです。",
    steps: ["共通の目標を入力します。", "ご家族を、お一人ずつ同意を得て追加します。", "目標を見直します。"],
    terms: [],
  },
};
