import type { Part } from "../model/request.rules.ts";

export const PART_NAMES: Readonly<Record<Part, string>> = {
  topics: "テーマ",
  wish: "伝えたいこと",
  workplace: "事業所の名前",
  industry: "業種",
  municipality: "市町村",
  address: "住所",
  size: "従業員の人数",
  people: "参加する人数",
  place: "場所",
  wishes: "希望の日",
  contact: "担当の方",
  phone: "電話番号",
  email: "メールアドレス",
};
