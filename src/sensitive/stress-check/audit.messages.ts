type Words = Readonly<{ done: string; refused: string }>;
const did = (what: string, past: string, volitional: string): Words => ({
  done: `${what}${past}`,
  refused: `${what}${volitional}とした`,
});
const looked = (at: string) => did(`${at}を`, "見た", "見よう");
const added = (what: string) => did(`${what}を`, "登録した", "登録しよう");
const begun = (what: string) => did(`${what}を`, "始めた", "始めよう");
const issued = (what: string) => did(`${what}を`, "発行した", "発行しよう");

/** What the audit log calls the actions: that it was done, never what was answered. */
export const STRESS_WORDS: Readonly<Record<string, Words>> = {
  "stress-run.list-offices": looked("ストレスチェックを担当する機関"),
  "stress-run.read-today": looked("ストレスチェックの本日の業務"),
  "stress-run.list": looked("ストレスチェックの一覧"),
  "stress-run.create": added("ストレスチェック"),
  "stress-run.read": looked("ストレスチェックの実施状況"),
  "stress-run.open": begun("ストレスチェック"),
  "stress-run.close": did("ストレスチェックを", "終了した", "終了しよう"),
  "stress-run.forget": did("ストレスチェックの受検者と結果を", "削除した", "削除しよう"),
  "stress-run.count": looked("ストレスチェックの数"),
  "stress-joint.list": looked("合同のストレスチェックの一覧"),
  "stress-joint.start": begun("合同のストレスチェックの準備"),
  "stress-joint.read": looked("合同のストレスチェックの参加状況"),
  "stress-joint.add": added("合同のストレスチェックの事業所"),
  "stress-workplace.add": added("ストレスチェックの事業所"),
  "stress-workplace.read": looked("ストレスチェックの事業所と受検者"),
  "stress-workplace.give-link": issued("事業所用のリンク"),
  "stress-code.give": issued("ストレスチェックの回答用の番号"),
  "stress-code.print": did("ストレスチェックの回答用の番号の票を", "印刷した", "印刷しよう"),
  "stress-result.print": did("ストレスチェックの結果のお知らせを", "印刷した", "印刷しよう"),
  "stress-result.tell": did("ストレスチェックの結果の配付を", "記録した", "記録しよう"),
  "stress-paper.enter": did("紙のストレスチェックを", "入力した", "入力しよう"),
  "stress-sheet.make": did("ストレスチェックの集団の集計を", "作成した", "作成しよう"),
  "stress-own.read": looked("自社のストレスチェックの状況"),
  "stress-own.join": did("ストレスチェックに参加すると", "回答した", "回答しよう"),
  "stress-own.decline": did("ストレスチェックに参加しないと", "回答した", "回答しよう"),
  "stress-own.name-workers": added("ストレスチェックの対象者"),
  "stress-own.note-step": added("ストレスチェックの手順の実施日"),
  "stress-own.note-measure": added("就業上の措置"),
  "stress-own.note-review": did("就業上の措置を", "見直した", "見直そう"),
  "stress-own.print-notice": did("ストレスチェックのお知らせや社内ルールを", "印刷した", "印刷しよう"),
  "stress-answer.read-form": looked("ストレスチェックの回答画面"),
  "stress-answer.keep": did("ストレスチェックの回答を途中まで", "保存した", "保存しよう"),
  "stress-answer.submit": did("ストレスチェックに", "回答した", "回答しよう"),
  "stress-result.read": looked("自分のストレスチェックの結果"),
  "stress-interview.ask": did("面接指導を", "申し出た", "申し出よう"),
  "stress-interview.list": looked("面接指導の申出の一覧"),
  "stress-interview.read": looked("面接指導の申出"),
  "stress-interview.report": added("面接指導の記録と意見"),
};
