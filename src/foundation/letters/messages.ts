export const LETTER_WORDS = {
  "letter.list": { done: "お知らせの文面を一覧で見た", refused: "お知らせの文面を一覧で見ようとした" },
  "letter.preview": { done: "お知らせの文面を試した", refused: "お知らせの文面を試そうとした" },
  "letter.save": { done: "お知らせの文面を保存した", refused: "お知らせの文面を保存しようとした" },
  "letter.restore": { done: "お知らせの文面を元に戻した", refused: "お知らせの文面を元に戻そうとした" },
  // Of before, as logs already written hold them.
  "letter.read": { done: "お知らせの文面を見た", refused: "お知らせの文面を見ようとした" },
  "letter.write": { done: "お知らせの文面を変更した", refused: "お知らせの文面を変更しようとした" },
};
