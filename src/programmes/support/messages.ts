import type { SupportAction } from "./access.ts";

/** What this module's actions are called in the audit log. */
export const SUPPORT_WORDS = {
  "offer.list": { done: "応援団の提供を一覧で見た", refused: "応援団の提供を一覧で見ようとした" },
  "offer.write": { done: "応援団の提供を書いた", refused: "応援団の提供を書こうとした" },
  "request.make": { done: "依頼を送った", refused: "依頼を送ろうとした" },
  "request.enter": { done: "紙や電話の依頼を登録した", refused: "紙や電話の依頼を登録しようとした" },
  "request.list": { done: "依頼の一覧を見た", refused: "依頼の一覧を見ようとした" },
  "request.read": { done: "依頼を見た", refused: "依頼を見ようとした" },
  "request.file": { done: "依頼の添付を受け取った", refused: "依頼の添付を受け取ろうとした" },
  "request.manage": { done: "依頼を進めた", refused: "依頼を進めようとした" },
  "request.own": { done: "自分の依頼を扱った", refused: "自分の依頼を扱おうとした" },
  "request.take": {
    done: "となりの圏域から引き継がれた依頼に答えた",
    refused: "となりの圏域から引き継がれた依頼に答えようとした",
  },
  "enquiry.answer": { done: "打診に返事をした", refused: "打診に返事をしようとした" },
  "support.statistics": { done: "依頼の統計を見た", refused: "依頼の統計を見ようとした" },
  "letter.read": { done: "お知らせの文面を見た", refused: "お知らせの文面を見ようとした" },
  "letter.write": { done: "お知らせの文面を変えた", refused: "お知らせの文面を変えようとした" },
  "calendar.read": { done: "予定のアドレスの有無を見た", refused: "予定のアドレスの有無を見ようとした" },
  "calendar.own": { done: "自分の予定のアドレスを扱った", refused: "自分の予定のアドレスを扱おうとした" },
  "calendar.feed": { done: "予定のアドレスを扱った", refused: "予定のアドレスを扱おうとした" },
} as const satisfies Record<SupportAction, Readonly<{ done: string; refused: string }>>;
