export const CARRIED_REQUESTS_WORDS = {
  title: "依頼（事業所から受け付けたもの）",
  basis: "個人情報の保護に関する法律61条（所掌事務の遂行に必要な保有）",
};
export const CARRIED_STEPS_WORDS = {
  title: "依頼の状況（受付番号・状況・日付）",
  basis: "個人情報の保護に関する法律69条1項（利用目的内の提供）",
};
