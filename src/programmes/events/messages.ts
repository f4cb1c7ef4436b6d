import { carriedOut, changed, deleted, did, looked } from "#platform/kernel/audit-words.ts";
import type { EventAction } from "./access.ts";

type Words = Readonly<{ done: string; refused: string }>;

/** What this module's actions are called in the audit log. */
export const EVENT_WORDS = {
  "event.list": looked("催しの一覧"),
  "event.read": looked("催し"),
  "event.see-draft": looked("催しの下書き"),
  "event.form": looked("催しの登録内容"),
  "event.read-today": looked("催しの本日の業務"),
  "event.list-deleted": looked("削除した催しの一覧"),
  "event.read-restored": looked("元に戻した催し"),
  "event.save": carriedOut("催しを登録"),
  "event.copy": carriedOut("催しを複製"),
  "event.publish": carriedOut("催しを公開"),
  "event.withdraw": did("催しを下書きに", "戻した", "戻そう"),
  "event.cancel": carriedOut("催しを中止"),
  "event.delete": deleted("催し"),
  "event.restore": did("削除した催しを元に", "戻した", "戻そう"),
  "event-session.settle": changed("催しの回の状況"),
  "event-sign-up.form": looked("催しの申込画面"),
  "event-sign-up.make": did("催しに", "申し込んだ", "申し込もう"),
  "event-sign-up.list": looked("催しの申込者の一覧"),
  "event-sign-up.read": looked("催しの申込み"),
  "event-sign-up.name": carriedOut("催しの参加者のお名前を登録"),
  "event-sign-up.accept": carriedOut("案内された席を確保"),
  "event-sign-up.cancel": did("催しの申込みを", "取り下げた", "取り下げよう"),
  "event-line.list-due": looked("催しの順番待ち"),
  "event-line.serve": carriedOut("順番待ちの方に空席を案内"),
} satisfies Record<EventAction, Words>;
