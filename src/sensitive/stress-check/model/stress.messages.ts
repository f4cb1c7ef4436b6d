export const KIND_WORDS = {
  single: "事業所単独",
  association: "商工会・協同組合など（合同）",
  district: "商店街・工業団地など（合同）",
  branches: "同じ会社の支店・店舗",
} as const;
export const STATE_WORDS = { draft: "準備中", open: "実施中", closed: "終了" } as const;
export const JOIN_WORDS = { asked: "参加の回答待ち", joined: "参加", declined: "不参加" } as const;
/** What can't be given, said where a code was asked for. */
export const CODES = {
  none: "番号が未発行の受検者はいません。番号をなくした方には、再発行してください。",
  notJoined: "参加の回答があった事業所だけに、番号を発行できます。",
  unknown: "この受検者は登録されていません。",
  noSlips:
    "配布票を作成できませんでした。番号が未発行の受検者がいないか、実施が終了しています。番号は変わっていません。",
  given: (count: number) => `${count}人の回答用の番号を発行しました。この画面を閉じると、再表示できません。`,
  again:
    "再発行すると、その方の今までの番号は使えなくなります。保存済みの回答と結果は残り、新しい番号で続けられます。",
} as const;
/** Whether somebody has taken it; a form kept half done was not sent. */
export const TAKEN_WORDS = {
  scored: "受検済み",
  incomplete: "受検済み（未回答の質問あり・結果なし）",
  open: "未回答・まだ送信されていません",
} as const;
export const METHOD_WORDS = { totals: "合計点数による方法", conversion: "素点換算表による方法" } as const;
export const BY_WORDS = {
  ...{ employer: "事業者", implementer: "実施者", worker: "働く人" },
  ...{ doctor: "医師", none: "対象外" },
} as const;

/** 安衛則 52条の10第2項: who decides on hiring, moving and dismissal takes no part in what shows results. */
export const PERSONNEL_RULE =
  "採用・異動・解雇などの人事を決める権限のある方は、実施者・実施事務従事者になれません（労働安全衛生規則52条の10第2項）。別の方を選任してください。";

/** What a worker reads; the items of the form are asked in the published wording alone. */
export const WORKER = {
  title: "ストレスチェック",
  lead: "57の質問にお答えください。5分ほどで終わります。途中で保存し、後から続けることもできます。",
  hidden: "回答と結果は会社には伝わりません。受けるかどうかは自由で、受けなくても不利益はありません。",
  sex: "性別（結果の計算に使います）",
  result: "ストレスチェックの結果",
  done: "ご回答ありがとうございました。",
  incomplete: "回答していない質問があったため、結果を計算できませんでした。",
  over: "回答を受け付けられませんでした。受付が終了したか、番号が再発行されています。",
  code: "回答用の番号",
  codeHint: "配られた用紙に印刷されている12文字の英数字です。ハイフン（-）はなくても構いません。",
  noCode: "回答用の番号を入力してください。",
  unknown:
    "この番号は登録されていません。用紙と見比べて、もう一度入力してください（0・1・I・L・Oは使われていません）。再発行した場合は、新しい番号だけが使えます。",
  mend: "番号をご確認ください。",
  ask: "番号が分からないときや、用紙をなくしたときは、用紙をお渡しした実施者（健診機関など）か、会社のストレスチェックの担当の方にお尋ねください。番号は再発行できます。",
  noForm: "この番号では開けません",
  noResult: "表示できる結果がありません",
  noResultWhy:
    "番号が違うか、まだ回答が送信されていないか、保存期間（5年）が過ぎました。番号をご確認ください。",
  closed: "回答の受付は終了しました",
  closedLead: "回答期限を過ぎたか、実施が終了したため、回答できません。まだ始まっていない場合もあります。",
  backToCode: "番号の入力に戻る",
  already: "すでにご回答いただいています。",
  told: "面接指導を申し出ると、申し出たことと、面接後の医師の意見が会社に伝わります。回答・点数は伝わりません。",
  high: "高ストレス（ストレスの状態が高い）",
  usual: "高ストレスには該当しません",
  advised: "医師の面接指導を受けることをおすすめします。申し出るかどうかは、ご自身で決められます。",
  notAdvised: "医師の面接指導の対象ではありません。",
} as const;

/** What helps whoever is under stress; the same words for everyone. */
export const ADVICE = [
  "睡眠と休養の時間を、意識して確保しましょう。",
  "体を軽く動かす、趣味に取り組むなど、気分を切り替える時間をつくりましょう。",
  "困っていることは、家族や同僚、相談窓口など、話しやすい相手に早めに話しましょう。",
  "眠れない、食欲がないなどの状態が2週間以上続くときは、医療機関や相談窓口にご相談ください。",
] as const;
export const NO_SCALES = "性別の回答がないため、19の尺度の点数は計算していません。";

export const PROFILE = {
  areas: "3つの領域",
  longer: "棒が長いほど、ストレスが高い状態です。",
  scales: "19の尺度",
  scalesLead:
    "棒が長いほど、図では外側ほど、ストレスが高い状態です。かっこ内は評価点（1〜5点）で、点数が低いほどストレスが高いことを表します。図の番号は、表の番号です。",
  radar: "19の尺度の図。番号ごとの内容は、次の表にあります。",
  advice: "今からできること",
} as const;
/** What a scale's points say of its stress, from 1 to 5. */
export const POINT_WORDS: Readonly<Record<number, string>> = {
  ...{ 1: "高い", 2: "やや高い", 3: "ふつう", 4: "やや低い", 5: "低い" },
};
export const AREA_WORDS = {
  a: "ストレスの原因と考えられる因子",
  b: "ストレスによって起こる心身の反応",
  c: "ストレス反応に影響を与える他の因子",
} as const;

/** The 19 scales of the profile, by the keys of the scoring rules. */
export const SCALE_WORDS: Readonly<Record<string, string>> = {
  ...{ quantitative_load: "心理的な仕事の負担（量）", qualitative_load: "心理的な仕事の負担（質）" },
  ...{ physical_load: "自覚的な身体的負担度", interpersonal: "職場の対人関係でのストレス" },
  ...{ environment: "職場環境によるストレス", control: "仕事のコントロール度" },
  ...{ skill_use: "技能の活用度", suitability: "仕事の適性度", worthwhile: "働きがい" },
  ...{
    vigor: "活気",
    irritability: "イライラ感",
    fatigue: "疲労感",
    anxiety: "不安感",
    depression: "抑うつ感",
  },
  ...{ somatic: "身体愁訴", supervisor_support: "上司からのサポート" },
  ...{ coworker_support: "同僚からのサポート", family_support: "家族・友人からのサポート" },
  satisfaction: "仕事や生活の満足度",
};

/** What a workplace can do about the scales that stand out, by what these are about. */
const SHEET_ADVICE: readonly (readonly [keys: readonly string[], advice: string])[] = [
  [
    ["quantitative_load", "qualitative_load", "physical_load"],
    "仕事の量や質の負担：業務の分担と期限、休憩の取り方を、働く方と一緒に見直しましょう。",
  ],
  [
    ["control", "skill_use", "suitability", "worthwhile"],
    "仕事の裁量や働きがい：進め方や順番を本人が決められる範囲を広げ、得意なことを生かせる分担を考えましょう。",
  ],
  [
    ["interpersonal", "supervisor_support", "coworker_support", "family_support"],
    "周囲の支援や人間関係：声をかけやすい場や定期的な面談の機会をつくりましょう。",
  ],
  [["environment"], "職場の環境：温度・音・明るさ・作業の場所を点検し、できるところから改善しましょう。"],
  [
    ["vigor", "irritability", "fatigue", "anxiety", "depression", "somatic", "satisfaction"],
    "心身の反応：労働時間と休日を確認し、休養と相談先の案内を行いましょう。",
  ],
];
export const adviceOn = (worst: readonly string[]): string[] =>
  SHEET_ADVICE.filter(([keys]) => keys.some((key) => worst.includes(key))).map(([, advice]) => advice);

export const SHEET_REFUSALS = {
  "too-few-respondents":
    "回答が10人に満たないため、集計できません。合同の集計への参加か、次年度の合同実施をご検討ください。",
  difference: "ほかの集計との差から少人数の回答が分かるため、集計できません。",
  "too-many-small-units": "少人数の事業所が多く、安全を確認できないため、集計できません。",
  "too-few-workplaces": "合同の集計には、合意した事業所が3か所以上必要です。",
  "one-too-large": "1つの事業所が回答の8割を超えるため、合同の集計はできません。",
} as const;

export const DUE_WORDS = {
  ...{ interview: "面接指導", measure: "就業上の措置", review: "就業上の措置の見直し" },
} as const;
export const OPINION_WORDS = { usual: "通常勤務", restricted: "就業制限", leave: "要休業" } as const;

/** Where the employer has acted on an opinion. */
export const REPORTED =
  "事業者が措置を登録したため、意見は変更できません。変更が必要なときは、事業者にご連絡ください。";
