import type { Language } from "../offers/messages.ts";

const ja = {
  title: "事務局の連絡先",
  phone: "電話",
  fax: "ファックス",
  address: "住所",
  none: "事務局の電話番号は、まだ登録されていません。この案内や申込書を受け取ったところにおたずねください。",
  ask: "あたらしく依頼する",
  areas: "地域を選んで、あたらしく依頼する",
  offices: "地域を選んで、事務局の連絡先を見る",
};
const en: typeof ja = {
  title: "How to reach the office",
  phone: "Telephone",
  fax: "Fax",
  address: "Address",
  none: "No telephone number of the office is entered yet. Please ask where you heard of us or got the form.",
  ask: "Make a new request",
  areas: "Choose your area and make a new request",
  offices: "Choose the area to see how its office is reached",
};
export const OFFICE: Readonly<Record<Language, typeof ja>> = { ja, en };
