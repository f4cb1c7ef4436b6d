import type { Letter } from "#foundation/letters/public.ts";

/** A letter to a member: whom it is for, what it is about, and whom to call. */
const letter = (text: string): string => `{to}

いつもお世話になっております。{body}の事務局です。
${text}
――――――――――――――――
{body} 事務局
{office}
電話 {phone}
※このメールは送信専用です。お問い合わせは事務局までお願いいたします。
`;

const invitation = (lead: string, file: string): string =>
  letter(`${lead}

会議名　{title}
日時　　{when}
場所　　{place}

{agenda}
出席・代理・欠席のご回答と、会議の資料は次のページをご覧ください。登録やパスワードは不要です。
{link}

{reply_by}までにご回答くださいますようお願いいたします。
${file}
`);

/** What the letters of councils may say. */
export const PLACEHOLDERS = {
  to: { name: "宛名", ja: "浜田商工会議所 御中" },
  office: { name: "差出人の機関", ja: "浜田保健所 健康増進課" },
  phone: { name: "事務局の電話番号（あるとき）", ja: "0855-00-0000" },
  options: { name: "候補日", ja: "・2026年12月3日（木）13:30〜15:00\n・2026年12月5日（土）13:30〜15:00" },
  reply_by: { name: "出欠の回答期限（あるとき）", ja: "2026年11月27日（金）" },
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
      subject: "【日程調整のお願い】{title}（{deadline}まで）",
      body: letter(`「{title}」の開催日を決めるため、次の候補日のご都合をお聞かせください。

{options}

次のページで、日ごとに「出席できます」「できれば避けたい」「出席できません」を選択してください。登録やパスワードは不要です。
{link}

{deadline}までにご回答くださいますようお願いいたします。
このリンクは貴機関専用です。第三者への転送はご遠慮ください。
`),
    },
  },
  reminder: {
    name: "日程調整の再依頼",
    ja: {
      subject: "【日程調整・再度のお願い】{title}（{deadline}まで）",
      body: letter(`「{title}」の候補日について、ご回答をまだいただいておりません。

{options}

回答期限は{deadline}です。お手数ですが、次のページからご回答ください。行き違いの場合はご容赦ください。
{link}
`),
    },
  },
  invitation: {
    name: "開催のご案内",
    ja: {
      subject: "【開催案内】{title}（{when}）",
      body: invitation(
        "下記のとおり開催しますので、ご出席くださいますようお願いいたします。",
        "添付のファイルを開くと、お使いのカレンダーに登録できます。",
      ),
    },
  },
  moved: {
    name: "変更のお知らせ",
    ja: {
      subject: "【日程等の変更】{title}（{when}）",
      body: invitation(
        "ご案内した会議の日時・場所を、次のとおり変更いたします。お手数ですが、出欠をあらためてご回答ください。",
        "添付のファイルを開くと、カレンダーの予定が更新されます。",
      ),
    },
  },
  cancelled: {
    name: "開催中止のお知らせ",
    ja: {
      subject: "【開催中止】{title}",
      body: letter(`{when}に予定しておりました「{title}」は、開催を中止いたします。
ご予定いただいていたところ、誠に申し訳ございません。
`),
    },
  },
  minutes_round: {
    name: "議事録案の回覧",
    kind: "question",
    ja: {
      subject: "【議事録案のご確認】{title}（{deadline}まで）",
      body: letter(`「{title}」（{when}）の議事録案をお送りします。
次のページで内容をご確認のうえ、承認または修正のご意見をお寄せください。登録やパスワードは不要です。
{link}

{deadline}までにご回答くださいますようお願いいたします。
このリンクは貴機関専用です。第三者への転送はご遠慮ください。
`),
    },
  },
} as const satisfies Record<string, Letter>;

export const TO_WHO_ASKED = {
  join_accepted: {
    name: "参加の申込みへの回答（参加）",
    ja: {
      subject: "【参加のお申込み】{body}への参加について",
      body: letter(`このたびは参加をお申し込みいただき、ありがとうございます。
貴機関を{body}の委員として登録しました。次回の会議から、日程調整と開催のご案内をお送りします。
`),
    },
  },
  join_declined: {
    name: "参加の申込みへの回答（見送り）",
    ja: {
      subject: "【参加のお申込み】{body}への参加について",
      body: letter(`このたびは参加をお申し込みいただき、ありがとうございます。
検討の結果、今回は{body}への参加を見送らせていただくこととなりました。
今後とも地域の健康づくりへのご協力をお願いいたします。
`),
    },
  },
} as const satisfies Record<string, Letter>;

export const TO_WHO_IS_MEANT = {
  overdue: {
    name: "期限を過ぎた対応事項",
    ja: {
      subject: "【期限超過】{task}",
      body: letter(`「{title}」で決まった次の対応事項の期限（{due}）が過ぎました。
{task}

対応済みの場合は、事務局にお知らせください。事務局の方は、会議のページで「完了にする」を選択してください。
{link}
`),
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
