type Words = Readonly<{ done: string; refused: string }>;
const did = (what: string, past: string, volitional: string): Words => ({
  done: `${what}${past}`,
  refused: `${what}${volitional}とした`,
});
const looked = (at: string) => did(`${at}を`, "見た", "見よう");

/** What the audit log calls the actions: that it was done, never what stood there. */
export const CHECKUP_WORDS: Readonly<Record<string, Words>> = {
  "provider-agreement.list": looked("健診データの取り決め"),
  "provider-agreement.save": did("健診データの取り決めを", "登録した", "登録しよう"),
  "provider-agreement.end": did("健診データの取り決めを", "終了した", "終了しよう"),
  "provider-agreement.erase": did("保存期間を過ぎた健診結果を", "消去した", "消去しよう"),
  "checkup-import.list-waiting": looked("健診結果の取り込みの本日の業務"),
  "checkup-import.list-areas": looked("健診結果の取り込み画面"),
  "checkup-import.list": looked("健診結果の取り込みの一覧"),
  "checkup-import.read": looked("健診結果の取り込み"),
  "checkup-import.read-rejected": looked("健診結果の修正が必要な行"),
  "checkup-import.begin": did("健診結果の取り込みを", "始めた", "始めよう"),
  "checkup-import.match": did("健診結果の列の対応を", "変更した", "変更しよう"),
  "checkup-import.check": did("健診結果を", "確認させた", "確認させよう"),
  "checkup-import.take": did("健診結果を", "取り込んだ", "取り込もう"),
  "checkup-import.cancel": did("健診結果の取り込みを", "やめた", "やめよう"),
  "checkup-import.withdraw": did("健診結果の取り込みを", "取り消した", "取り消そう"),
  "checkup-import.run": did("健診結果の取り込みの作業を", "進めた", "進めよう"),
  "checkup-import.fail": did("健診結果の取り込みの作業を", "止めた", "止めよう"),
  "checkup-import.list-under-way": looked("作業中の健診結果の取り込み"),
  "checkup-cube.recount": did("健診の集計の計算し直しを", "始めた", "始めよう"),
  "checkup-cube.count-next": did("健診の集計を", "計算し直した", "計算し直そう"),
  "checkup-cube.list-areas": looked("健診の集計のある地域"),
  "checkup-edition.read-form": looked("健診集計の公表画面"),
  "checkup-edition.publish": did("健診集計を", "公表した", "公表しよう"),
  "checkup-picture.read": looked("健診でみる地域と職域"),
  "checkup-question.ask": did("健診集計を", "調べた", "調べよう"),
  "checkup-question.save": did("健診集計の条件を", "保存した", "保存しよう"),
  "checkup-question.delete": did("健診集計の条件を", "削除した", "削除しよう"),
};
