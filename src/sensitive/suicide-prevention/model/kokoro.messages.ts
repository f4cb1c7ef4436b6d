/** What visitors read. Help comes first; no page says where, how or when, and no title says what it is about. */
export type Spoken = "ja" | "en";
export const spokenIn = (url: URL): Spoken => (url.searchParams.get("lang") === "en" ? "en" : "ja");

const ja = {
  leave: "このページを離れる",
  other: "English",
  kokoro: {
    title: "こころの相談窓口",
    lead: "つらいとき、ひとりで抱えなくて大丈夫です。お名前を言わずに話せる窓口があります。",
    helpNow: "すぐに話せる電話",
    emergency: "いま命が危ないときは、119番に電話してください。",
    checked: (day: string) => `${day}に電話で確認`,
    seen: (seen: string, source: string) => `${seen}時点。${source}`,
    desks: "お近くの保健所",
    noDesks: "お近くの保健所の電話番号は、市町村の窓口でお尋ねください。",
    notice: "身近な人のことが心配なとき",
    noticeText:
      "様子がいつもと違うと感じたら、声をかけてください。責めたり励ましたりせずに話を聞き、よければ相談窓口に一緒に電話をしてください。気付けないこともあります。心配しているあなた自身も相談できます。",
    bereaved: "大切な人を自死で亡くされた方へ",
    bereavedText:
      "眠れない、涙が出ない、自分を責める。どれも自然なことで、人によって違います。手続きのこと、法律のこと、気持ちのことを相談できます。労災や相続放棄のように期限のあるものもありますので、早めに保健所や法律の窓口にお尋ねください。",
    groups: "わかち合いの会",
    groupNone: "公開している会はありません。保健所にお尋ねください。",
    groupDates: "開催日",
    group: (name: string, phone: string) => (phone ? `${name}（電話 ${phone}）` : name),
    work: "会社・お店の方へ",
    workLink: "職場で大切な仲間を亡くしたとき",
    returnLink: "仕事に戻るときの計画（印刷用）",
    figures: "この地域のこと",
    figuresLead:
      "自殺は、その多くが追い込まれた末の死です。さまざまな要因が重なっており、一つの理由や、だれか一人のせいで起こるものではありません。",
    figuresNone: "公表している数はありません。",
    rateHidden: "人数が少ないため、この地域の率は表示していません。",
  },
  card: {
    title: "職場の支えあいカード",
    lead: "職場で大切な仲間を亡くされたときに、まず行うことと、相談先をまとめました。",
    first: "相談先",
    steps: "まず行うこと",
    stepList: [
      "対応の中心になる人を決めます。ひとりで背負わないでください。",
      "ご家族のお気持ちを伺い、伝えてよいとされた範囲だけを、事実として伝えます。うわさや憶測は広めません。",
      "ご家族への連絡は、決めた人が続けて行います。",
      "親しかった方、最初に気付いた方、体調を崩している方に、個別に声をかけます。",
      "集まって話す場は、希望する方がいるときに設けます。無理に話す必要はありません。",
      "数週間は様子を見ます。眠れない、食べられない方は、産業医や相談先につなぎます。",
    ],
    callTitle: "電話をください",
    callLead: "電話番号だけをお送りください。ご用件は伺いません。保健所から折り返しお電話します。",
    phone: "電話番号",
    reach: "連絡を受けやすい時間",
    send: "折り返しの電話を頼む",
    sent: "受け付けました。保健所から折り返しお電話します。",
    kept: "電話番号は、お電話した後に消します。",
    supervise: "職場の取組の相談（出前講座・助言）を申し込む",
  },
  returning: {
    title: "仕事に戻るときの計画",
    lead: "ご本人が持つ用紙です。この画面には何も保存されません。印刷して手書きし、見せる相手はご本人が決めます。",
    print: "印刷する",
    rows: [
      ["戻りたい時期", "無理のない目安を書きます。"],
      ["はじめの働き方", "時間、日数、仕事の内容。"],
      ["避けたいこと・手伝ってほしいこと", "言いにくいことは、書かなくてもかまいません。"],
      ["調子が悪くなる前のサイン", "自分で気付くこと、周りに気付いてほしいこと。"],
      ["相談する人・つながる窓口", "職場、主治医、保健所、相談電話。"],
      ["見直す日", "1週間後、1か月後など。"],
    ],
    share: "職場に見せてよい範囲",
    shares: ["見せない", "職場だけ", "保健所だけ", "職場と保健所の両方"],
  },
  voice: {
    title: "アンケート",
    lead: "お名前は伺いません。答えたくない質問は、空欄のままでかまいません。数だけを集計します。",
    grades: {
      "4": "よかった",
      "3": "どちらかといえばよかった",
      "2": "どちらかといえばよくなかった",
      "1": "よくなかった",
    },
    send: "送信する",
    gone: "このアンケートは終了しています。ありがとうございました。",
  },
};

type Words = typeof ja;

const en: Words = {
  leave: "Leave this page",
  other: "日本語",
  kokoro: {
    title: "Someone to talk to",
    lead: "You do not have to carry it alone. You can talk without giving your name.",
    helpNow: "Talk to someone now",
    emergency: "If a life is in danger now, call 119.",
    checked: (day) => `Called and found right on ${day}`,
    seen: (seen) => `As seen in ${seen}.`,
    desks: "Public health centre near you",
    noDesks: "Ask your town hall for the number of the public health centre.",
    notice: "If you are worried about somebody",
    noticeText:
      "Speak to them. Listen without blame and without cheering them up and, if they like, call a helpline together. Not every sign can be seen. You can ask for help too.",
    bereaved: "If you have lost somebody dear to you",
    bereavedText:
      "You may not sleep, not weep, or blame yourself. All of this is natural and differs from person to person. You can ask about papers, the law and feelings. Some claims have a time limit, so please ask early.",
    groups: "Sharing meetings",
    groupNone: "No group is listed. Please ask the public health centre.",
    groupDates: "Dates",
    group: (name, phone) => (phone ? `${name} (phone ${phone})` : name),
    work: "For workplaces",
    workLink: "When your workplace has lost a colleague",
    returnLink: "Plan for going back to work (to print)",
    figures: "This area",
    figuresLead:
      "People who die by suicide have mostly been driven into a corner. Many causes come together: never a single one, and never the fault of one person.",
    figuresNone: "No figures have been published.",
    rateHidden: "The rate of this area is not shown, as the number is small.",
  },
  card: {
    title: "Support card for workplaces",
    lead: "What to do first when a workplace has lost a colleague, and whom to ask.",
    first: "Whom to ask",
    steps: "What to do first",
    stepList: [
      "Name somebody to lead. Nobody should carry it alone.",
      "Ask the family what may be said. Tell that as facts, and no rumours.",
      "One chosen person stays in touch with the family.",
      "Speak with close colleagues, with who was there first, and with who is unwell, one by one.",
      "Meet in a group only if people wish to. Nobody has to speak.",
      "Look after people for some weeks. Lead who cannot sleep or eat to a doctor or a helpline.",
    ],
    callTitle: "Please call me",
    callLead:
      "Send your telephone number alone. We do not ask what it is about. The public health centre calls you back.",
    phone: "Telephone number",
    reach: "When we can reach you",
    send: "Ask for a call",
    sent: "Thank you. The public health centre will call you.",
    kept: "The number is deleted after the call.",
    supervise: "Ask for advice or a lecture at your workplace",
  },
  returning: {
    title: "Plan for going back to work",
    lead: "This sheet belongs to you. Nothing is stored here. Print it, write on it, and decide who sees it.",
    print: "Print",
    rows: [
      ["When I want to return", "A date that does not press you."],
      ["How I begin", "Hours, days and tasks."],
      ["What to avoid, what helps", "You may leave out what is hard to say."],
      ["Signs before I feel worse", "What I notice, what others may notice."],
      ["Whom I talk to", "Work, doctor, public health centre, helpline."],
      ["When we look again", "In a week, in a month."],
    ],
    share: "Who at work may see it",
    shares: ["Nobody", "The workplace", "The public health centre", "Both"],
  },
  voice: {
    title: "Questionnaire",
    lead: "We do not ask for your name. Leave out what you like. Only numbers are counted.",
    grades: { "4": "Good", "3": "Rather good", "2": "Rather not good", "1": "Not good" },
    send: "Send",
    gone: "This questionnaire is over. Thank you.",
  },
};

export const KOKORO: Readonly<Record<Spoken, Words>> = { ja, en };
export const REACH_IN: Readonly<Record<Spoken, Readonly<Record<string, string>>>> = {
  ja: { any: "いつでも", morning: "午前", afternoon: "午後", evening: "17時以降" },
  en: { any: "Any time", morning: "Morning", afternoon: "Afternoon", evening: "After 17:00" },
};
export const VOICE_STEPS_IN: Readonly<Record<Spoken, Readonly<Record<string, string>>>> = {
  ja: { request: "協力のお願い", contact: "連絡と窓口", interview: "面接", care: "面接の後の支援" },
  en: { request: "How we asked you", contact: "Contact", interview: "Interview", care: "Care afterwards" },
};
