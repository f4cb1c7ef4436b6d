import { carriedOut, deleted, did, looked } from "#platform/kernel/audit-words.ts";
import type { ActAction } from "./access.ts";

type Words = Readonly<{ done: string; refused: string }>;

/** What this module's actions are called in the audit log. */
export const PLEDGE_WORDS = {
  "act.list": looked("みんなのできること"),
  "act.read-today": looked("健康宣言の本日の業務"),
  "act-check.form": looked("できることチェックの質問"),
  "act-check.read": looked("できることチェックの結果"),
  "act-check.sheet": carriedOut("できることチェックの貼り出し用のページをダウンロード"),
  "act-check.list": looked("勤務先のできることチェックの一覧"),
  "act-check.make": carriedOut("できることチェックを送信"),
  "act-check.answer": carriedOut("できることチェックの回答を保存"),
  "act-check.repeat": carriedOut("次の年度のできることチェックを開始"),
  "act-check.share": carriedOut("みんなで答えるためのアドレスを発行"),
  "act-check.release": carriedOut("できることチェックの内容を応募のために提供"),
  "act-check.delete": deleted("できることチェック"),
  "act-step.take": did("次の一歩を", "始めた", "始めよう"),
  "act-step.decline": did("次の一歩を", "見送った", "見送ろう"),
  "act-step.finish": carriedOut("次の一歩を実施済みに"),
  "act-voice.form": looked("みんなで答える質問"),
  "act-voice.say": carriedOut("みんなで答える質問に回答"),
  "act-question.list": looked("できることチェックの質問の一覧"),
  "act-question.add": carriedOut("地域独自の質問を追加"),
  "act-question.withdraw": did("地域独自の質問を", "取り下げた", "取り下げよう"),
  "pledge.list": looked("健康宣言の一覧"),
  "pledge.make": carriedOut("健康宣言を登録"),
  "pledge.withdraw": did("健康宣言を", "取り下げた", "取り下げよう"),
  "pledge.finish": carriedOut("健康宣言を実施済みに"),
  "pledge.show": carriedOut("健康宣言を公開"),
  "pledge.refuse": did("健康宣言の掲載を", "見送った", "見送ろう"),
  "pledge.plan": carriedOut("健康宣言を事業計画に登録"),
} satisfies Record<ActAction, Words>;
