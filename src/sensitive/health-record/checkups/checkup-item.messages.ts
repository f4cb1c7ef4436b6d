/** What each item shows, in one sentence that names no illness of the reader: for anybody, in easy Japanese, in English. */
type ItemWords = Readonly<{ ja: string; easy: string; en: string }>;

const words = (ja: string, easy: string, en: string): ItemWords => ({ ja, easy, en });

export const ITEM_WORDS: Readonly<Record<string, ItemWords>> = {
  height: words("身長です。", "背（せ）の 高（たか）さです。", "Your height."),
  weight: words("体重です。", "体（からだ）の 重（おも）さです。", "Your weight."),
  bmi: words(
    "体重と身長のつりあいを示す値です。",
    "体の重さと 背の高さの つりあいです。",
    "How your weight relates to your height.",
  ),
  waist: words(
    "おへその高さのおなかまわりです。",
    "おなかの まわりの 長（なが）さです。",
    "The girth of your belly at the navel.",
  ),
  sbp: words(
    "心臓が縮んで血液を送り出すときの血圧です。",
    "心臓（しんぞう）が 血（ち）を 送（おく）るときの 力（ちから）です。",
    "Blood pressure while the heart beats.",
  ),
  dbp: words(
    "心臓がひろがって血液をためるときの血圧です。",
    "心臓が 休（やす）むときの 血の 力です。",
    "Blood pressure while the heart rests.",
  ),
  tg_fasting: words(
    "血液の中の脂肪です。食事の影響を受けます。",
    "血の 中（なか）の 脂（あぶら）です。食事（しょくじ）で 変（か）わります。",
    "Fat in the blood; meals change it.",
  ),
  tg_casual: words(
    "血液の中の脂肪です。食事のあとに測った値で、空腹時の値とは比べられません。",
    "ごはんの 後（あと）の、血の 中の 脂です。",
    "Fat in the blood after a meal; not comparable with a fasting value.",
  ),
  hdl: words(
    "余分な脂を運び出す働きのあるコレステロールです。",
    "体から あまった 脂を 運（はこ）ぶものです。",
    "Cholesterol that carries surplus fat away.",
  ),
  ldl: words(
    "血管の壁にたまりやすいコレステロールです。",
    "多（おお）すぎると 血の 通（とお）り道（みち）に たまります。",
    "Cholesterol that tends to settle in the vessels.",
  ),
  ast: words(
    "肝臓などの細胞にある酵素です。",
    "肝臓（かんぞう）などの 細胞（さいぼう）に あるものです。",
    "An enzyme of the liver and other organs.",
  ),
  alt: words(
    "主に肝臓の細胞にある酵素です。",
    "肝臓の 細胞に あるものです。",
    "An enzyme mostly of the liver.",
  ),
  ggt: words(
    "肝臓の酵素です。飲酒の影響を受けます。",
    "肝臓に あるものです。お酒（さけ）で 変わります。",
    "An enzyme of the liver; alcohol changes it.",
  ),
  fpg: words(
    "食後10時間以上たったときの血液の糖です。",
    "何（なに）も 食（た）べていないときの 血の 糖（とう）です。",
    "Blood sugar at least ten hours after a meal.",
  ),
  casual_glucose: words(
    "食事のあとに測った血液の糖で、空腹時の値とは比べられません。",
    "食（た）べた 後の 血の 糖です。",
    "Blood sugar after a meal; not comparable with a fasting value.",
  ),
  hba1c: words(
    "過去1〜2か月の血糖の平均を示す値です（NGSP値）。",
    "1か月（げつ）から 2か月の 血の 糖の 平均（へいきん）です。",
    "Average blood sugar of the last one to two months (NGSP).",
  ),
  hba1c_jds: words(
    "2013年3月までの表し方（JDS値）です。NGSP値とはつなげません。",
    "2013年（ねん）3月（がつ）までの 書き方です。今（いま）の 数字（すうじ）と 比（くら）べません。",
    "The scale used until March 2013 (JDS); never joined to NGSP.",
  ),
  creatinine: words(
    "腎臓の働きをみる値です。",
    "腎臓（じんぞう）の 働（はたら）きを 見（み）ます。",
    "Shows how the kidneys work.",
  ),
  egfr: words(
    "腎臓が血液をこす力のめやすです。",
    "腎臓が 血を きれいにする 力の 目安（めやす）です。",
    "Roughly how well the kidneys filter the blood.",
  ),
  uric_acid: words(
    "体の中でできる老廃物の一つです。",
    "体の 中で できる いらないものです。",
    "A waste product of the body.",
  ),
  hemoglobin: words(
    "血液が酸素を運ぶ力をみる値です。",
    "血が 酸素（さんそ）を 運ぶ 力を 見ます。",
    "Shows how well the blood carries oxygen.",
  ),
  urine_protein: words(
    "尿に出たたんぱくです。腎臓の働きをみます。",
    "おしっこの 中の たんぱくです。",
    "Protein in the urine; it tells of the kidneys.",
  ),
  urine_glucose: words("尿に出た糖です。", "おしっこの 中の 糖です。", "Sugar in the urine."),
};
