import { carriedOut, deleted, did, looked } from "#platform/kernel/audit-words.ts";
import type { AwardAction } from "./access.ts";

type Words = Readonly<{ done: string; refused: string }>;

/** What this module's actions are called in the audit log. */
export const AWARD_WORDS = {
  "award-round.list": looked("表彰の募集の一覧"),
  "award-round.read": looked("表彰の募集"),
  "award-round.form": looked("表彰の募集の編集画面"),
  "award-round.read-today": looked("表彰の本日の業務"),
  "award-round.save": carriedOut("表彰の募集を保存"),
  "award-round.open": carriedOut("表彰の募集を開始"),
  "award-round.close": did("表彰の募集を", "締め切った", "締め切ろう"),
  "award-round.reopen": carriedOut("表彰の募集を再開"),
  "award-round.drop": did("表彰の基準を", "取り下げた", "取り下げよう"),
  "award-round.decide": carriedOut("表彰を決定"),
  "award-entry.form": looked("表彰の応募の画面"),
  "award-entry.read": looked("表彰の応募"),
  "award-entry.list": looked("表彰の応募の一覧"),
  "award-entry.make": carriedOut("表彰に応募"),
  "award-entry.reuse": carriedOut("前の応募の内容を引き継ぎ"),
  "award-entry.save": carriedOut("表彰の応募内容を保存"),
  "award-entry.submit": carriedOut("表彰の応募を提出"),
  "award-entry.withdraw": did("表彰の応募を", "取り下げた", "取り下げよう"),
  "award-entry.confirm": carriedOut("表彰の応募の根拠を確認"),
  "award-entry.appeal": carriedOut("表彰の決定に意見を提出"),
  "award-entry.settle": carriedOut("表彰の決定への意見に回答"),
  "award-judge.read": looked("審査の画面"),
  "award-judge.add": carriedOut("審査員を追加"),
  "award-judge.remove": deleted("審査員"),
  "award-review.list": looked("審査の集計"),
  "award-review.declare": carriedOut("利害関係を申告"),
  "award-review.score": carriedOut("審査の点数を登録"),
  "honour.list": looked("表彰された事業所の一覧"),
  "honour.check": looked("表彰状の確認ページ"),
  "honour.certificate": carriedOut("表彰状をダウンロード"),
  "honour.press": carriedOut("表彰の報道資料をダウンロード"),
  "honour.compare": looked("表彰後の取組の状況"),
  "honour.hand": carriedOut("表彰状の授与を登録"),
  "honour.revoke": did("表彰を", "取り消した", "取り消そう"),
  "honour.renew": carriedOut("表彰の期間を更新"),
  "honour.flag": carriedOut("表彰に確認事項を登録"),
} satisfies Record<AwardAction, Words>;
