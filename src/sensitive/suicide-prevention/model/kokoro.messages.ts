/** What visitors read. Help comes first; no page says where, how or when, and no title says what it is about. */
export type Spoken = "ja" | "en";
export const spokenIn = (url: URL): Spoken => (url.searchParams.get("lang") === "en" ? "en" : "ja");

const ja = {
  leave: "このページを離れる",
  other: "English",
  kokoro: {
    title: "こころの相談窓口",
    lead: "つらいとき、ひとりで抱えなくて大丈夫です。お名前を言わずに話せる窓口があります。",
    helpNow: "電話で話せる窓口",
    emergency:
      "いま命が危ないときは、119番に電話してください。受付時間は窓口により異なります。つながりにくいときは、ほかの番号もお試しください。",
    checked: (day: string) => `${day}に電話で確認`,
    seen: (seen: string, source: string) => `${seen}時点。${source}`,
    desks: "お近くの保健所",
    noDesks: "お近くの保健所の電話番号は、市町村の窓口でお尋ねください。",
    notice: "身近な人のことが心配なとき",
    noticeText:
      "様子がいつもと違うと感じたら、声をかけてみてください。責めたり励ましたりせずに話を聞き、ご本人が望むときは、一緒に相談窓口に電話することもできます。どんなに近くにいても、気付けないことがあります。心配しているあなた自身も相談できます。",
    bereaved: "大切な人を自死で亡くされた方へ",
    bereavedText:
      "眠れない、涙が出ない、自分を責めてしまう。どなたにも起こり得ることで、感じ方は人によって違います。気持ちのこと、手続きのこと、法律のことを相談できます。相続放棄や労災の請求のように、期限のある手続きもあります。ご自分で調べるのがつらいときは、保健所や法律の窓口に聞くことができます。",
    groups: "わかち合いの会",
    groupNone:
      "このページでご案内できる会は、いまのところありません。会のことは、保健所に聞くことができます。",
    groupDates: "開催日",
    group: (name: string, phone: string) => (phone ? `${name}（電話 ${phone}）` : name),
    work: "働く方、会社・お店の方へ",
    workLink: "職場で大切な仲間を亡くしたとき",
    returnLink: "仕事に戻るときの計画（印刷用）",
    figures: "この地域のこと",
    figuresLead:
      "自殺の背景には、さまざまな要因が重なっています。一つの理由や、だれか一人のせいで起こるものではありません。",
    figuresNone: "公表している数はありません。",
    rateHidden: "人数が少ないため、この地域の率は表示していません。",
  },
  card: {
    title: "職場の支えあいカード",
    lead: "職場で大切な仲間を亡くされた方のために、相談先と、職場でできることをまとめました。すべてを一度に行う必要はありません。",
    first: "相談先",
    steps: "職場でできること",
    stepList: [
      "対応の中心になる人を決め、ほかの人と分担します。ひとりで背負う必要はありません。",
      "ご家族のお気持ちを伺い、伝えてよいとされた範囲だけを伝えます。亡くなられたときの状況や理由は話題にせず、うわさや憶測も広めません。",
      "ご家族への連絡は、ご希望を伺ったうえで、決まった人が行います。",
      "親しかった方や、特につらい思いをしている方に、一人ずつ声をかけます。",
      "集まって話す場は、希望する方がいるときに設けます。無理に話す必要はありません。",
      "時間がたってから、つらくなる方もいます。眠れない、食べられないなどのときは、ご本人の気持ちを聞いて、産業医や相談先を案内します。",
    ],
    callTitle: "折り返しの電話を希望する方へ",
    callLead:
      "電話番号と、連絡を受けやすい時間だけを伺います。ご用件を入力する必要はありません。保健所から折り返しお電話します。お急ぎのときは、上の相談先をご利用ください。",
    phone: "電話番号",
    reach: "連絡を受けやすい時間",
    send: "折り返しの電話を頼む",
    sent: "受け付けました。保健所から折り返しお電話します。",
    kept: "電話番号は、お電話した後に消します。",
    supervise: "職場の取組の相談（出前講座・助言）を申し込む",
  },
  returning: {
    title: "仕事に戻るときの計画",
    lead: "お休み中の方が、ご自身のために使う用紙です。印刷して、書けるところだけ手書きします。見せる相手は、ご自身で決められます。この画面には何も保存されません。",
    print: "印刷する",
    rows: [
      ["戻る時期の目安", "決まっていなければ、空欄のままでかまいません。主治医と相談しながら決められます。"],
      ["はじめの働き方", "時間、日数、仕事の内容。"],
      ["避けたいこと・手伝ってほしいこと", "言いにくいことは、書かなくてもかまいません。"],
      ["調子が悪くなる前のサイン", "自分で気付くこと、周りに気付いてほしいこと。"],
      ["相談する人・つながる窓口", "職場、主治医、保健所、相談電話。"],
      ["見直す日", "1週間後、1か月後など。"],
    ],
    share: "この用紙を見せてよい相手",
    shares: ["だれにも見せない", "職場だけ", "保健所だけ", "職場と保健所の両方"],
  },
  voice: {
    title: "アンケート",
    lead: "お名前は伺いません。答えるかどうかは自由です。答えたくない質問は空欄のままで、つらいときは途中でやめてかまいません。回答は、集計した結果だけを使います。",
    grades: {
      "4": "よかった",
      "3": "どちらかといえばよかった",
      "2": "どちらかといえばよくなかった",
      "1": "よくなかった",
    },
    send: "送信する",
    gone: "このアンケートの受付は終わりました。ありがとうございました。お話しになりたいときは、保健所に連絡することができます。",
  },
};

type Words = typeof ja;

const en: Words = {
  leave: "Leave this page",
  other: "日本語",
  kokoro: {
    title: "Someone to talk to",
    lead: "You do not have to carry it alone. You can talk without giving your name.",
    helpNow: "Telephone lines where you can talk",
    emergency:
      "If a life is in danger now, call 119. Hours differ from line to line. If one is busy, you can try another.",
    checked: (day) => `Checked by telephone on ${day}`,
    seen: (seen) => `As seen in ${seen}.`,
    desks: "Public health centre near you",
    noDesks: "Ask your town hall for the number of the public health centre.",
    notice: "If you are worried about somebody",
    noticeText:
      "If somebody seems different from usual, you could speak to them. Listen without blaming or cheering up; if they wish, you can call a helpline together. However close people are, signs cannot always be seen. You can ask for help for yourself, too.",
    bereaved: "If somebody dear to you has died by suicide",
    bereavedText:
      "You may be unable to sleep or to weep, or you may find yourself blaming yourself. This can happen to anybody, and everybody feels it differently. You can talk about your feelings, about formalities and about the law. Some formalities have a time limit, such as giving up an inheritance or a claim for accidents at work. If it is hard to look them up yourself, you can ask the public health centre or a legal helpline.",
    groups: "Sharing meetings",
    groupNone:
      "There is no group that we can list here at present. You can ask the public health centre about groups.",
    groupDates: "Dates",
    group: (name, phone) => (phone ? `${name} (phone ${phone})` : name),
    work: "For people at work and for workplaces",
    workLink: "When your workplace has lost a colleague",
    returnLink: "Plan for going back to work (to print)",
    figures: "This area",
    figuresLead:
      "Many things come together behind a suicide. It never has a single reason, and it is never the fault of one person.",
    figuresNone: "No figures have been published.",
    rateHidden: "The rate of this area is not shown, as the number is small.",
  },
  card: {
    title: "Support card for workplaces",
    lead: "For those who have lost a colleague: whom to ask, and what a workplace can do. Not everything has to be done at once.",
    first: "Whom to ask",
    steps: "What a workplace can do",
    stepList: [
      "Choose somebody to lead, and share the work. Nobody has to carry it alone.",
      "Ask the family what may be said, and say no more than that. Leave out how and why; spread no rumours.",
      "Ask the family whether they wish to be contacted; one chosen person does it.",
      "Speak one by one with close colleagues and with those who find it hardest.",
      "Meet in a group only if people wish to. Nobody has to speak.",
      "Some people feel it only later. If somebody cannot sleep or eat, listen to what they wish and show them the way to a doctor or a helpline.",
    ],
    callTitle: "If you would like a call",
    callLead:
      "We ask only for your telephone number and a good time. You need not say what it is about. The public health centre calls you back. If it is urgent, please use the lines above.",
    phone: "Telephone number",
    reach: "When we can reach you",
    send: "Ask for a call",
    sent: "Thank you. The public health centre will call you.",
    kept: "The number is deleted after the call.",
    supervise: "Ask for advice or a lecture at your workplace",
  },
  returning: {
    title: "Plan for going back to work",
    lead: "A sheet for yourself while you are on leave. Print it and fill in what you can. You decide who sees it. Nothing is stored here.",
    print: "Print",
    rows: [
      ["When I might return", "You may leave this open and decide together with your doctor."],
      ["How I begin", "Hours, days and tasks."],
      ["What to avoid, what helps", "You may leave out what is hard to say."],
      ["Signs before I feel worse", "What I notice, what others may notice."],
      ["Whom I talk to", "Work, doctor, public health centre, helpline."],
      ["When we look again", "In a week, in a month."],
    ],
    share: "Who may see this sheet",
    shares: ["Nobody", "The workplace", "The public health centre", "Both"],
  },
  voice: {
    title: "Questionnaire",
    lead: "We do not ask for your name. You are free to answer or not, to leave questions out, and to stop if it is hard. Answers are used only as totals.",
    grades: { "4": "Good", "3": "Rather good", "2": "Rather not good", "1": "Not good" },
    send: "Send",
    gone: "This questionnaire is closed. Thank you. If you would like to talk, you can contact the public health centre.",
  },
};

export const KOKORO: Readonly<Record<Spoken, Words>> = { ja, en };
export const REACH_IN: Readonly<Record<Spoken, Readonly<Record<string, string>>>> = {
  ja: { any: "いつでも", morning: "午前", afternoon: "午後", evening: "17時以降" },
  en: { any: "Any time", morning: "Morning", afternoon: "Afternoon", evening: "After 17:00" },
};
export const VOICE_STEPS_IN: Readonly<Record<Spoken, Readonly<Record<string, string>>>> = {
  ja: {
    request: "協力のお願いのしかた",
    contact: "連絡のしかたと窓口",
    interview: "お話を伺った面接",
    care: "面接の後の支援",
  },
  en: {
    request: "How we asked you",
    contact: "How we kept in touch",
    interview: "The interview",
    care: "Care afterwards",
  },
};
