import type { Letter } from "#foundation/letters/public.ts";

const invitation = (lead: string, file: string): string => `{body}の事務局です。${lead}次のとおり開催します。

{title}
日時  {when}
場所  {place}

{agenda}
会議の前に見ていただきたい資料はこちらです。
{link}

${file}
`;

/** What the letters of councils may say. */
export const PLACEHOLDERS = {
  body: { name: "会議体の名前", ja: "浜田圏域 地域・職域連携推進協議会" },
  title: { name: "会議名", ja: "第1回 協議会" },
  when: { name: "日時", ja: "2026年12月2日（水）14:00–15:30" },
  place: { name: "場所", ja: "浜田保健所 会議室" },
  agenda: { name: "議題（あるとき）", ja: "議題\n1 来年度の計画\n" },
  deadline: { name: "回答期限（あるとき）", ja: "2026年11月29日（日）" },
  task: { name: "決まった対応事項", ja: "健診の案内を配る" },
  due: { name: "対応事項の期限", ja: "2026年11月20日（金）" },
  answered: { name: "回答した団体数", ja: "5" },
  asked: { name: "依頼した団体数", ja: "8" },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/p/…" },
} as const;

export const TO_MEMBERS = {
  poll: {
    name: "日程調整の依頼",
    kind: "question",
    ja: {
      subject: "【日程調整】{title}",
      body: `{body}の事務局です。

「{title}」の日程を決めるため、ご都合をご回答ください。
次のページで、日ごとに「出席できます」「できれば避けたい」「出席できません」を選んでお送りください。登録やパスワードは不要です。

{link}

{deadline}までにご回答をお願いします。
このリンクは貴機関専用です。ほかの方に共有しないでください。
`,
    },
  },
  reminder: {
    name: "日程調整の再依頼",
    ja: {
      subject: "【日程調整・再依頼】{title}",
      body: `{body}の事務局です。

「{title}」の日程について、ご回答をまだいただいておりません。
回答期限は{deadline}です。
次のページからご回答をお願いします。

{link}
`,
    },
  },
  invitation: {
    name: "開催のご案内",
    ja: {
      subject: "【開催案内】{title}（{when}）",
      body: invitation("", "添付のファイルを開くと、予定表に入ります。"),
    },
  },
  moved: {
    name: "変更のお知らせ",
    ja: {
      subject: "【日程等の変更】{title}（{when}）",
      body: invitation(
        "ご案内した会議の日時や場所が変わりました。",
        "添付のファイルを開くと、予定表の予定が新しくなります。",
      ),
    },
  },
  cancelled: {
    name: "中止のお知らせ",
    ja: {
      subject: "【開催中止】{title}",
      body: "{body}の事務局です。\n\n{when}に予定していた「{title}」は中止になりました。\n",
    },
  },
} as const satisfies Record<string, Letter>;

export const TO_WHO_IS_MEANT = {
  overdue: {
    name: "期限を過ぎた対応事項",
    ja: {
      subject: "【期限超過】{task}",
      body: `{body}の事務局です。

「{title}」で決まった次の対応事項の期限（{due}）が過ぎました。
{task}

対応済みの場合は、事務局にお知らせください。事務局の方は、会議のページで「完了にする」を選択してください。
{link}
`,
    },
  },
  poll_closed: {
    name: "回答期限が過ぎたとき（事務局へ）",
    ja: {
      subject: "【回答期限終了】{title}",
      body: `{body}の「{title}」の日程について、回答期限が過ぎました。
{asked}団体中{answered}団体から回答がありました。次のページで開催日を決定してください。

{link}
`,
    },
  },
} as const satisfies Record<string, Letter>;
