import type { AskedPart } from "../requests/inbox.present.ts";

export const ASKED = {
  title: "届いた依頼",
  lead: "事務局からの打診への回答、訪問の予定、実施後の報告を行います。",
  none: "届いた依頼はありません",
  noneNext: "事務局から打診があると、ここに表示されます。",
  open: "依頼の内容を確認する",
  where: "訪問先の住所・連絡先を確認する",
  report: "実施を報告する",
  noFeedback: "事業所の感想はまだありません",
  rated: (rating: number) => `事業所の満足度 ${rating}／5`,
  heldOn: (day: string) => `実施日 ${day}`,
  due: (day: string) => `回答期限 ${day}`,
} as const;

export const ASKED_PART_NAMES: Readonly<Record<AskedPart, string>> = {
  open: "回答をお願いします",
  report: "実施の報告をお願いします",
  coming: "今後の訪問予定",
  answered: "回答済み（調整中）",
  past: "これまでの訪問",
  over: "終了した依頼",
};
