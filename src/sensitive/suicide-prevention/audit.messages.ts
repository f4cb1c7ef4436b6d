type Words = Readonly<{ done: string; refused: string }>;
const did = (what: string, past: string, volitional: string): Words => ({
  done: `${what}${past}`,
  refused: `${what}${volitional}とした`,
});
const looked = (at: string) => did(`${at}を`, "見た", "見よう");
const saved = (what: string) => did(`${what}を`, "登録した", "登録しよう");

/** What the audit log calls the actions: the office and that it was done, never a number, a step or a topic. */
export const PREVENTION_WORDS: Readonly<Record<string, Words>> = {
  "prevention.read-public": looked("こころの相談窓口のページ"),
  "prevention.read-today": looked("自殺対策の本日の業務"),
  "prevention.list-offices": looked("自殺対策を担当する機関"),
  "prevention.read": looked("自殺対策の地域の数"),
  "prevention-figure.import": saved("自殺対策の統計表"),
  "prevention-figure.withdraw": did("自殺対策の統計表を", "取り下げた", "取り下げよう"),
  "prevention-figure.publish": did("自殺者数の集計を", "公表した", "公表しよう"),
  "prevention-five.save": saved("地域の主な特徴"),
  "prevention-path.list": looked("自死遺族への支援の一覧"),
  "prevention-path.note": saved("自死遺族への支援の記録"),
  "prevention-voice.give-sheet": did("アンケートの用紙を", "発行した", "発行しよう"),
  "prevention-voice.read-form": looked("アンケート"),
  "prevention-voice.answer": did("アンケートに", "回答した", "回答しよう"),
  "prevention-conference.list": looked("事例検討会の一覧"),
  "prevention-conference.add": saved("事例検討会"),
  "prevention-conference.second": did("事例検討会の記載を", "確認した", "確認しよう"),
  "prevention-stock.read": looked("自殺対策の棚卸し"),
  "prevention-stock.read-form": looked("自殺対策の棚卸しの入力画面"),
  "prevention-stock.save": saved("自殺対策の棚卸し"),
  "prevention-stock.plan": did("棚卸しの項目を計画に", "登録した", "登録しよう"),
  "prevention-stock.list-gaps": looked("自殺対策の棚卸しの不足"),
  "prevention-call.ask": did("折り返しの電話を", "頼んだ", "頼もう"),
  "prevention-call.list": looked("折り返しの電話の一覧"),
  "prevention-call.done": did("折り返しの電話を", "済ませた", "済ませよう"),
  "prevention-call.forget": did("古い折り返しの電話を", "削除した", "削除しよう"),
  "prevention-hotline.check": did("相談電話の番号を", "確認した", "確認しよう"),
  "prevention.read-support": looked("相談電話・わかち合いの会・研修の状況"),
  "prevention-group.save": saved("わかち合いの会の状況"),
  "prevention-trained.add": saved("ゲートキーパー研修の修了者数"),
  "prevention-trained.remove": did("ゲートキーパー研修の修了者数を", "削除した", "削除しよう"),
};
