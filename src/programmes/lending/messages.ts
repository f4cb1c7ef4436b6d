import { carriedOut, changed, did, looked } from "#platform/kernel/audit-words.ts";
import type { LendingAction } from "./access.ts";

type Words = Readonly<{ done: string; refused: string }>;

/** What this module's actions are called in the audit log. */
export const LENDING_WORDS = {
  "lending.list": looked("機器の貸出しの案内"),
  "lending.read-today": looked("機器の貸出しの本日の業務"),
  "lending-stock.list": looked("貸出機器の一覧"),
  "lending-stock.form": looked("貸出機器の登録画面"),
  "lending-use.read": looked("貸出機器の利用状況"),
  "lending-label.print": carriedOut("貸出機器のラベルを印刷"),
  "lending-office.save": carriedOut("貸出窓口を登録"),
  "lending-model.save": carriedOut("貸出機器の機種を登録"),
  "lending-unit.save": carriedOut("貸出機器を登録"),
  "lending-unit.settle": changed("貸出機器の状態"),
  "lending-unit.clean": carriedOut("貸出機器の清掃・消去を登録"),
  "lending-kit.save": carriedOut("貸出セットを登録"),
  "lending-loan.form": looked("機器の貸出しの申込画面"),
  "lending-loan.ask": did("機器の貸出しを", "申し込んだ", "申し込もう"),
  "lending-loan.list": looked("機器の貸出しの一覧"),
  "lending-loan.read": looked("機器の貸出し"),
  "lending-loan.move": changed("機器の貸出しの期間"),
  "lending-loan.cancel": did("機器の貸出しの申込みを", "取り下げた", "取り下げよう"),
  "lending-loan.promise": carriedOut("機器の貸出しを決定"),
  "lending-loan.refuse": did("機器の貸出しを", "断った", "断ろう"),
  "lending-loan.extend": carriedOut("機器の貸出しを延長"),
  "lending-loan.hand-over": did("貸出機器を", "引き渡した", "引き渡そう"),
  "lending-loan.take-back": carriedOut("貸出機器の返却を登録"),
} satisfies Record<LendingAction, Words>;
