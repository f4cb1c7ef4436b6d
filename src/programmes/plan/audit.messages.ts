import type { PlanAction } from "./access.ts";

const looked = (at: string) => ({ done: `${at}を見た`, refused: `${at}を見ようとした` });
/** Of a verb its past and its volitional: 加えた, 加えよう. */
const did = (what: string, past: string, volitional: string) => ({
  done: `${what}${past}`,
  refused: `${what}${volitional}とした`,
});
const added = (what: string) => did(`${what}を`, "加えた", "加えよう");
const changed = (what: string) => did(`${what}を`, "直した", "直そう");

/** What the audit log calls the actions. Of looks, which are quiet, the refused ones stand there too. */
export const PLAN_WORDS = {
  "plan.find": looked("計画の入口"),
  "plan.read": looked("計画"),
  "plan.report": looked("年報のための計画の記録"),
  "plan.publish": did("計画を", "公開した", "公開しよう"),
  "plan.read-published": looked("公開された計画"),
  "plan-library.read": looked("ほかの地域の事業"),
  "plan-choice.list": looked("計画の選択肢"),
  "plan-organisation.list": looked("計画に書ける機関"),
  "issue.read": looked("健康課題"),
  "issue.create": added("健康課題"),
  "issue.decide": added("会議で決めた健康課題"),
  "issue.save": changed("健康課題"),
  "evidence.add": added("健康課題の根拠"),
  "pillar.list": looked("対策の柱"),
  "pillar.create": added("対策の柱"),
  "pillar.save": changed("対策の柱の名前"),
  "pillar.move": did("対策の柱を", "並べかえた", "並べかえよう"),
  "goal.list": looked("目標の一覧"),
  "goal.read": looked("目標"),
  "goal.create": did("目標を", "立てた", "立てよう"),
  "goal.save": changed("目標"),
  "target.read": looked("目標値"),
  "target.create": did("目標値を", "決めた", "決めよう"),
  "target.save": changed("目標値"),
  "target-value.enter": did("目標値の年度の値を", "書いた", "書こう"),
  "initiative.list": looked("事業の一覧"),
  "initiative.read": looked("事業"),
  "initiative.create": added("事業"),
  "initiative.decide": added("会議で決めた事業"),
  "initiative.copy": did("ほかの地域の事業を", "写した", "写そう"),
  "initiative.save": changed("事業"),
  "measure.read": looked("指標"),
  "measure.create": added("事業の指標"),
  "measure.save": changed("指標"),
  "measure-value.enter": did("指標の年度の値を", "書いた", "書こう"),
  "evaluation.read": looked("評価"),
  "evaluation.write": did("評価を", "書いた", "書こう"),
  "evaluation.save": changed("評価"),
  "activity.list": looked("活動の一覧"),
  "activity.read": looked("活動"),
  "activity.count": looked("活動の年度ごとの数"),
  "activity.enter": did("活動を", "記録した", "記録しよう"),
  "activity.save": changed("活動"),
  "activity.record": did("活動を", "記録した", "記録しよう"),
  "activity.withdraw": did("活動の記録を", "取り消した", "取り消そう"),
  "activity-file.read": looked("活動の資料"),
  "activity-file.add": did("活動に資料を", "付けた", "付けよう"),
  "activity-file.remove": did("活動の資料を", "外した", "外そう"),
  "activity-count.list-due": looked("数え直す活動"),
  "activity-count.refresh": did("活動を", "数え直した", "数え直そう"),
  "activity-import.check": did("取り込む活動の表を", "確かめた", "確かめよう"),
  "activity-import.take": did("過去の活動を", "取り込んだ", "取り込もう"),
  "activity-import.list": looked("活動の取り込みの一覧"),
  "activity-import.read": looked("活動の取り込み"),
  "activity-import.withdraw": did("活動の取り込みを", "取り消した", "取り消そう"),
  "activity-import.restore": did("取り消した活動の取り込みを", "戻した", "戻そう"),
  "plan-comment.list": looked("計画への意見"),
  "plan-comment.list-recent": looked("計画への新しい意見"),
  "plan-comment.write": did("計画に意見を", "書いた", "書こう"),
  "plan-comment.hide": did("計画への意見を", "伏せた", "伏せよう"),
  "plan-comment.show": did("伏せた意見を", "もう一度出した", "もう一度出そう"),
  "plan-part.remove": did("計画の一部を", "消した", "消そう"),
  "plan-part.restore": did("計画の消した一部を", "戻した", "戻そう"),
  "plan-part.list-deleted": looked("計画から消したもの"),
  "plan-part.read-restored": looked("計画に戻したもの"),
  // Of entries that were written before the plan had a name for each of its commands.
  "plan.comment": did("計画に意見を", "書いた", "書こう"),
  "plan.edit": did("計画を", "変えた", "変えよう"),
  "plan.read-to-edit": looked("計画を直すページ"),
} as const satisfies Readonly<
  Record<
    PlanAction | "plan.comment" | "plan.edit" | "plan.read-to-edit",
    Readonly<Record<"done" | "refused", string>>
  >
>;
