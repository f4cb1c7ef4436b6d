import { planPolicy } from "./access.ts";

const looked = (at: string) => ({ done: `${at}を見た`, refused: `${at}を見ようとした` });
/** Of a verb its past and its volitional: 加えた, 加えよう. */
const did = (what: string, past: string, volitional: string) => ({
  done: `${what}${past}`,
  refused: `${what}${volitional}とした`,
});
const added = (what: string) => did(`${what}を`, "加えた", "加えよう");
const changed = (what: string) => did(`${what}を`, "変更した", "変更しよう");

/** What the audit log calls the actions. Of looks, which are quiet, the refused ones stand there. */
export const PLAN_WORDS: Readonly<Record<string, Readonly<{ done: string; refused: string }>>> = {
  ...Object.fromEntries(planPolicy.quiet.map((name) => [name, looked("計画")])),
  "plan.publish": did("計画を", "公開した", "公開しよう"),
  "issue.create": added("健康課題"),
  "issue.decide": added("会議で決めた健康課題"),
  "issue.save": changed("健康課題"),
  "evidence.add": added("健康課題の根拠"),
  "pillar.create": added("対策の柱"),
  "pillar.save": changed("対策の柱の名称"),
  "pillar.move": did("対策の柱を", "並べかえた", "並べかえよう"),
  "goal.create": did("目標を", "立てた", "立てよう"),
  "goal.save": changed("目標"),
  "target.create": did("目標値を", "決めた", "決めよう"),
  "target.save": changed("目標値"),
  "target-value.enter": did("目標値の年度の値を", "書いた", "書こう"),
  "initiative.create": added("事業"),
  "initiative.decide": added("会議で決めた事業"),
  "initiative.copy": did("ほかの地域の事業を", "写した", "写そう"),
  "initiative.save": changed("事業"),
  "measure.create": added("事業の指標"),
  "measure.save": changed("指標"),
  "measure-value.enter": did("指標の年度の値を", "書いた", "書こう"),
  "evaluation.write": did("評価を", "書いた", "書こう"),
  "evaluation.save": changed("評価"),
  "activity.enter": did("活動を", "記録した", "記録しよう"),
  "activity.save": changed("活動"),
  "activity.record": did("活動を", "記録した", "記録しよう"),
  "activity.withdraw": did("活動の記録を", "取り消した", "取り消そう"),
  "activity-file.add": did("活動に資料を", "付けた", "付けよう"),
  "activity-file.remove": did("活動の資料を", "外した", "外そう"),
  "activity-count.refresh": did("活動を", "再集計した", "再集計しよう"),
  "activity-import.begin": did("過去の活動の取り込みを", "始めた", "始めよう"),
  "activity-import.match": did("取り込む活動の表の列の対応を", "変更した", "変更しよう"),
  "activity-import.cancel": did("過去の活動の取り込みを", "やめた", "やめよう"),
  "activity-import.run": did("活動の取り込みの作業を", "進めた", "進めよう"),
  "activity-import.fail": did("活動の取り込みの作業を", "止めた", "止めよう"),
  "activity-import.check": did("取り込む活動の表を", "確認した", "確認しよう"),
  "activity-import.take": did("過去の活動を", "取り込んだ", "取り込もう"),
  "activity-import.withdraw": did("活動の取り込みを", "取り消した", "取り消そう"),
  "activity-import.restore": did("取り消した活動の取り込みを", "戻した", "戻そう"),
  "plan-comment.write": did("計画に意見を", "書いた", "書こう"),
  "plan-comment.hide": did("計画への意見を", "非表示にした", "非表示にしよう"),
  "plan-comment.show": did("非表示の意見を", "再表示した", "再表示しよう"),
  "plan-comment.settle": did("計画への意見を", "対応済みにした", "対応済みにしよう"),
  "plan-comment.reopen": did("対応済みの意見を", "もう一度開いた", "もう一度開こう"),
  "plan-part.remove": did("計画の一部を", "削除した", "削除しよう"),
  "plan-part.restore": did("削除した計画の一部を", "戻した", "戻そう"),
  // Of entries that were written before the plan had a name for each of its commands.
  "plan.comment": did("計画に意見を", "書いた", "書こう"),
  "plan.edit": did("計画を", "変えた", "変えよう"),
  "plan.read-to-edit": looked("計画の編集ページ"),
  // Queries that have since been merged into others, as older entries name them.
  "initiative.list": looked("計画"),
  "plan-organisation.list": looked("計画"),
};
