import type { CouncilAction } from "./access.ts";

const words = (done: string, refused: string) => ({ done, refused });
const saw = (what: string) => words(`${what}を見た`, `${what}を見ようとした`);
const did = (what: string) => words(`${what}した`, `${what}しようとした`);
const added = (what: string) => words(`${what}を加えた`, `${what}を加えようとした`);
const changed = (what: string) => words(`${what}を変更した`, `${what}を変更しようとした`);
const wrote = (what: string) => words(`${what}を書いた`, `${what}を書こうとした`);
const deleted = (what: string) => words(`${what}を削除した`, `${what}を削除しようとした`);

const ACTIONS: Readonly<Record<CouncilAction, ReturnType<typeof words>>> = {
  "board.read": saw("全国の協議会"),
  "board.list-areas": saw("会議体のある地域の一覧"),
  "board.refresh": did("全国の協議会の一覧を更新"),
  "council.find-place": saw("協議会のページ"),
  "council.read-today": saw("協議会の本日の業務"),
  "council.list-deleted": saw("協議会・会議の削除した項目の一覧"),
  "council.read-restored": saw("協議会・会議の戻したもの"),
  "council.restore": words(
    "協議会・会議の削除した項目を元に戻した",
    "協議会・会議の削除した項目を元に戻そうとした",
  ),
  "outbox.read": saw("送信待ちのメール"),
  "body.list": saw("協議会の会議体と委員"),
  "body.list-tree": saw("協議会の会議体の上下"),
  "body.list-parents": saw("協議会の会議体の編集ページ"),
  "body.create": did("会議体を登録"),
  "body.change": changed("会議体"),
  "body.delete": deleted("会議体"),
  "council-member.find-organisation": saw("委員の機関"),
  "council-member.add": added("協議会の委員"),
  "council-member.change": changed("協議会の委員"),
  "council-member.delete": deleted("協議会の委員"),
  "meeting.list": saw("会議の一覧"),
  "meeting.read": saw("会議"),
  "meeting.plan": words("会議をつくった", "会議をつくろうとした"),
  "meeting.set-place": words("会議の場所を変更した", "会議の場所を変更しようとした"),
  "meeting.fix-date": words("会議の日を決めた", "会議の日を決めようとした"),
  "meeting.move": words("会議の日時・場所を変更した", "会議の日時・場所を変更しようとした"),
  "meeting.invite": words("会議の案内を送った", "会議の案内を送ろうとした"),
  "meeting.cancel": words("会議を中止した", "会議を中止しようとした"),
  "meeting.delete": deleted("会議"),
  "meeting-comment.list": saw("会議への意見"),
  "meeting-comment.write": words("会議に意見を書いた", "会議に意見を書こうとした"),
  "meeting-comment.hide": words("会議への意見を非表示にした", "会議への意見を非表示にしようとした"),
  "meeting-comment.show": words("非表示の意見を再表示した", "非表示の意見を再表示しようとした"),
  "meeting-comment.settle": words("会議への意見を対応済みにした", "会議への意見を対応済みにしようとした"),
  "meeting-comment.reopen": words("対応済みの意見をもう一度開いた", "対応済みの意見をもう一度開こうとした"),
  "poll.start": words("委員に日程調整を依頼した", "委員に日程調整を依頼しようとした"),
  "poll.remind": words("委員に日程調整を再依頼した", "委員に日程調整を再依頼しようとした"),
  "poll.answer": words("日程調整に回答した（リンクから）", "日程調整に回答しようとした"),
  "poll.list-closing": saw("回答期限が近い日程調整"),
  "poll.list-closed": saw("回答期限を過ぎた日程調整"),
  "poll.report-closed": words("回答期限が過ぎたことを知らせた", "回答期限が過ぎたことを知らせようとした"),
  "member-link.read": words("会議を見た（リンクから）", "会議を見ようとした（リンクから）"),
  "member-link.read-papers": words(
    "会議の前の1枚を見た（リンクから）",
    "会議の前の1枚を見ようとした（リンクから）",
  ),
  "member-link.read-file": words(
    "会議の資料を開いた（リンクから）",
    "会議の資料を開こうとした（リンクから）",
  ),
  "agenda.add": added("議題"),
  "paper.add-report": added("会議の報告"),
  "paper.add-file": added("会議の資料"),
  "paper.print": saw("会議の前の1枚"),
  "paper.read-file": words("会議の資料を開いた", "会議の資料を開こうとした"),
  "paper.delete": words("会議の資料を外した", "会議の資料を外そうとした"),
  "excerpt.take": words("健康情報を会議の資料に入れた", "健康情報を会議の資料に入れようとした"),
  "excerpt.read": saw("会議の資料の健康情報"),
  "attendance.save": wrote("会議の出席"),
  "minutes.read": saw("議事録"),
  "minutes.save": wrote("議事録"),
  "minutes.approve": did("議事録を承認"),
  "minutes.correct": words("議事録の訂正を始めた", "議事録の訂正を始めようとした"),
  "decision.write": wrote("会議で決定事項"),
  "decision.delete": deleted("会議で決定事項"),
  "task.save": changed("会議の対応事項"),
  "task.finish": words("会議の対応事項を完了にした", "会議の対応事項を完了にしようとした"),
  "task.reopen": words("会議の対応事項を未完了に戻した", "会議の対応事項を未完了に戻そうとした"),
  "task.delete": deleted("会議の対応事項"),
  "task.list-overdue": saw("期限を過ぎた対応事項"),
  "task.remind": words(
    "対応事項の期限が過ぎたことを知らせた",
    "対応事項の期限が過ぎたことを知らせようとした",
  ),
  "maturity.read": saw("協議会の取組の段階"),
  "maturity.judge": did("協議会の取組の段階を判断"),
  "annual-report.read": saw("年報"),
  "annual-report.make": words("年報の版を残した", "年報の版を残そうとした"),
};

/** What the audit log calls the actions. */
export const COUNCIL_WORDS = {
  ...ACTIONS,
  // Of actions that are called otherwise now, in entries written before.
  "council.read": saw("協議会"),
  "council.edit": words("協議会・会議を変更した", "協議会・会議を変更しようとした"),
  "council.read-to-edit": saw("協議会・会議の編集ページ"),
  "meeting.comment": words("会議に意見を書いた", "会議に意見を書こうとした"),
  "council.comment": words("会議に意見を書いた", "会議に意見を書こうとした"),
  "council.report": saw("年報"),
  "council.board": saw("全国の協議会"),
};
