import type { Letter } from "#foundation/letters/public.ts";

const invitation = (lead: string, file: string): string => `{body}の事務局です。${lead}次のとおり開きます。

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
  title: { name: "会議の名前", ja: "第1回 協議会" },
  when: { name: "日時", ja: "2026年12月2日（水）14:00–15:30" },
  place: { name: "場所", ja: "浜田保健所 会議室" },
  agenda: { name: "議題（あるとき）", ja: "議題\n1 来年度の計画\n" },
  deadline: { name: "返事の期限（あるとき）", ja: "2026年11月29日（日）" },
  task: { name: "決まった課題", ja: "健診の案内を配る" },
  due: { name: "課題の期限", ja: "2026年11月20日（金）" },
  answered: { name: "返事をした数", ja: "5" },
  asked: { name: "たずねた数", ja: "8" },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/p/…" },
} as const;

export const TO_MEMBERS = {
  poll: {
    name: "日程のおたずね",
    kind: "question",
    ja: {
      subject: "日程のおたずね: {title}",
      body: `{body}の事務局です。

「{title}」の日程を決めるため、ご都合をお聞かせください。
次のページで、日ごとに「行ける」「できれば避けたい」「行けない」を選んでお送りください。登録やパスワードはいりません。

{link}

{deadline}までにお願いします。
このリンクはあなたの機関だけのものです。ほかの方に渡さないでください。
`,
    },
  },
  reminder: {
    name: "もう一度のおたずね",
    ja: {
      subject: "まだお返事をいただいていません: {title}",
      body: `{body}の事務局です。

「{title}」の日程について、まだお返事をいただいていません。
締め切りは{deadline}です。
次のページからお答えください。

{link}
`,
    },
  },
  invitation: {
    name: "開催のご案内",
    ja: {
      subject: "開催のご案内: {title}（{when}）",
      body: invitation("", "添付のファイルを開くと、予定表に入ります。"),
    },
  },
  moved: {
    name: "変更のお知らせ",
    ja: {
      subject: "変更のお知らせ: {title}（{when}）",
      body: invitation(
        "ご案内した会議の日時や場所が変わりました。",
        "添付のファイルを開くと、予定表の予定が新しくなります。",
      ),
    },
  },
  cancelled: {
    name: "取りやめのお知らせ",
    ja: {
      subject: "取りやめのお知らせ: {title}",
      body: "{body}の事務局です。\n\n{when}に予定していた「{title}」は取りやめになりました。\n",
    },
  },
} as const satisfies Record<string, Letter>;

export const TO_WHO_IS_MEANT = {
  overdue: {
    name: "期限を過ぎた課題",
    ja: {
      subject: "期限を過ぎた課題があります: {task}",
      body: `{body}の事務局です。

「{title}」で決まった次の課題の期限（{due}）が過ぎました。
{task}

終わっているときは、事務局にお知らせください。事務局の方は、会議のページで「終わった」にできます。
{link}
`,
    },
  },
  poll_closed: {
    name: "返事の期限が過ぎたとき（事務局へ）",
    ja: {
      subject: "返事の期限が過ぎました: {title}",
      body: `{body}の「{title}」の日程について、返事の期限が過ぎました。
{asked}者のうち{answered}者から返事がありました。次のページで日を決めてください。

{link}
`,
    },
  },
} as const satisfies Record<string, Letter>;
