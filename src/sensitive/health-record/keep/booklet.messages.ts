/** Words of the booklet and of the page from which anybody prints it, in three ways. */
export type BookletLanguage = "ja" | "easy" | "en";

type Page = Readonly<{ title: string; lead: string; columns: readonly string[]; lines: number }>;
type Words = Readonly<{
  title: string;
  own: string;
  name: string;
  birth: string;
  cover: readonly string[];
  results: string;
  item: string;
  reference: string;
  times: readonly string[];
  overall: string;
  letters: string;
  newer: string;
  pages: readonly Page[];
  changesTitle: string;
  changes: readonly (readonly [string, string])[];
}>;

const JA: Words = {
  title: "健康ファイル",
  own: "この冊子は、ご本人のものです。記入はご本人が行います。職場や役所に見せる必要はありません。",
  name: "お名前",
  birth: "生年月日",
  cover: ["緊急の連絡先", "かかりつけの医療機関", "アレルギー・飲んでいる薬"],
  results: "健診結果",
  item: "項目（単位）",
  reference: "参考",
  times: ["今回", "前回", "前々回", "3回前", "4回前"],
  overall: "総合判定",
  letters:
    "判定の文字は、健診機関の区分ごとに意味が違います。結果票に書かれた値・判定・基準値を、そのまま書き写してください。",
  newer: "この後の記録がある場合があります。",
  pages: [
    {
      title: "私の目標",
      lead: "無理のない目標を、具体的に書きます。",
      columns: ["目標", "始めた日", "ふり返り"],
      lines: 4,
    },
    {
      title: "体重・血圧・歩数",
      lead: "",
      columns: ["日付", "体重 kg", "血圧（上／下）", "歩数", "メモ"],
      lines: 14,
    },
    { title: "歯科健診・がん検診", lead: "", columns: ["受けた日", "種類", "場所", "結果"], lines: 8 },
    {
      title: "家族がかかった病気",
      lead: "書ける範囲で書きます。",
      columns: ["続柄", "病気", "年齢"],
      lines: 5,
    },
    {
      title: "相談先",
      lead: "職場の健診担当、健診機関、市町村の保健センターなど。",
      columns: ["名前", "電話", "メモ"],
      lines: 5,
    },
  ],
  changesTitle: "節目のとき",
  changes: [
    [
      "退職・転職したとき",
      "健康ファイルはそのまま使えます。健康保険は、任意継続（20日以内に申し込み、最長2年）、国民健康保険（14日以内に届け出）、家族の扶養のどれかになり、特定健診はその保険者が行います。前の保険者の特定健診の結果は、新しい保険者に引き継がれることがあります。希望しないときは、今の保険者に申し出ます。",
    ],
    ["引っ越したとき", "新しい市町村の保健センターに、健診とがん検診の受け方を問い合わせます。"],
    ["40歳になるとき", "加入している保険者の特定健診が始まります（40〜74歳）。"],
    [
      "65歳・75歳になるとき",
      "75歳からは後期高齢者医療の健診になります。65歳からの介護予防は、市町村が案内します。",
    ],
    [
      "経過をみる・再検査と言われたとき",
      "結果票の健診機関か、かかりつけの医療機関に相談します。働く人が50人未満の職場では、地域産業保健センターにも無料で相談できます。",
    ],
  ],
};

const EASY: Words = {
  title: "健康（けんこう）ファイル",
  own: "この本（ほん）は、あなたのものです。あなたが 書（か）きます。会社（かいしゃ）に 見（み）せなくても いいです。",
  name: "名前（なまえ）",
  birth: "生（う）まれた日（ひ）",
  cover: [
    "急（いそ）ぐときに 電話（でんわ）する人（ひと）",
    "いつも行（い）く病院（びょういん）",
    "アレルギー・飲（の）んでいる薬（くすり）",
  ],
  results: "健康診断（けんこうしんだん）の結果（けっか）",
  item: "調（しら）べたこと",
  reference: "目安（めやす）",
  times: ["今回（こんかい）", "1回（かい）前（まえ）", "2回前", "3回前", "4回前"],
  overall: "全体（ぜんたい）の結果",
  letters:
    "A・B・Cなどの意味（いみ）は、健康診断をした所（ところ）で 違（ちが）います。もらった紙（かみ）と 同（おな）じように 書きます。",
  newer: "もっと新（あたら）しい 記録（きろく）が あるかもしれません。",
  pages: [
    {
      title: "私（わたし）の目標（もくひょう）",
      lead: "できることを 書きます。",
      columns: ["目標", "始（はじ）めた日", "どうでしたか"],
      lines: 4,
    },
    {
      title: "体重（たいじゅう）・血圧（けつあつ）・歩（ある）いた数（かず）",
      lead: "",
      columns: ["日", "体重 kg", "血圧（上／下）", "歩いた数", "メモ"],
      lines: 14,
    },
    {
      title: "歯（は）・がんの検査（けんさ）",
      lead: "",
      columns: ["日", "何（なに）の検査", "どこで", "結果"],
      lines: 8,
    },
    {
      title: "家族（かぞく）の病気（びょうき）",
      lead: "書きたくないときは 書かなくていいです。",
      columns: ["家族のだれ", "病気", "何歳（なんさい）"],
      lines: 5,
    },
    { title: "相談（そうだん）するところ", lead: "", columns: ["名前", "電話", "メモ"], lines: 5 },
  ],
  changesTitle: "仕事（しごと）や 住（す）む町（まち）が 変（か）わるとき",
  changes: [
    [
      "仕事を やめたとき",
      "このファイルは ずっと 使（つか）えます。健康保険（けんこうほけん）が 変わります。14日（にち）以内（いない）に 市役所（しやくしょ）で 聞（き）いてください。",
    ],
    ["引（ひ）っ越（こ）したとき", "新しい町の 保健（ほけん）センターに、健康診断について 聞いてください。"],
    ["40歳に なったら", "毎年（まいとし） 特定健診（とくていけんしん）という 健康診断が あります。"],
    [
      "「もう一度（いちど） 検査してください」と 言（い）われたとき",
      "病院に 行ってください。結果の紙を 持（も）って 行ってください。",
    ],
  ],
};

const EN: Words = {
  title: "My health file",
  own: "This booklet belongs to you, and you fill it in. You need not show it to your employer or to any office.",
  name: "Name",
  birth: "Date of birth",
  cover: ["Emergency contact", "My clinic", "Allergies, medicines I take"],
  results: "Checkup results",
  item: "Item (unit)",
  reference: "Reference",
  times: ["This time", "1 before", "2 before", "3 before", "4 before"],
  overall: "Overall judgement",
  letters:
    "Letters such as A, B and C mean different things at different institutions. Copy value, letter and range as they are printed on your sheet.",
  newer: "There may be newer records.",
  pages: [
    {
      title: "My goals",
      lead: "Small ones that you can keep.",
      columns: ["Goal", "Begun on", "How it went"],
      lines: 4,
    },
    {
      title: "Weight, blood pressure, steps",
      lead: "",
      columns: ["Day", "Weight kg", "Blood pressure", "Steps", "Notes"],
      lines: 14,
    },
    { title: "Teeth, cancer screening", lead: "", columns: ["Day", "Kind", "Where", "Result"], lines: 8 },
    {
      title: "Illnesses in the family",
      lead: "As far as you wish.",
      columns: ["Relative", "Illness", "Age"],
      lines: 5,
    },
    { title: "Whom to ask", lead: "", columns: ["Name", "Telephone", "Notes"], lines: 5 },
  ],
  changesTitle: "When life changes",
  changes: [
    [
      "You leave a job",
      "Your file stays yours. Health insurance changes: ask your city hall within 14 days, or your insurer within 20 days to stay with it for up to two years. The new insurer offers the specific checkup.",
    ],
    ["You move", "Ask the health centre of your new town about checkups and cancer screening."],
    ["You turn 40", "Your insurer offers the specific checkup each year until you are 74."],
    [
      "You were told to be examined again",
      "Go to a clinic and take the result sheet with you. In workplaces with fewer than 50 people the regional occupational health centre advises free of charge.",
    ],
  ],
};

export const BOOKLET_WORDS: Readonly<Record<BookletLanguage, Words>> = { ja: JA, easy: EASY, en: EN };
