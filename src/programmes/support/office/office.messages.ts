import type { Language } from "../model/offer.messages.ts";

const ja = {
  title: "事務局の連絡先",
  phone: "電話",
  fax: "ファックス",
  address: "住所",
  none: "事務局の電話番号は、まだ登録されていません。この案内や申込書を受け取ったところにお問い合わせください。",
  ask: "新しく依頼する",
  areas: "地域を選んで、新しく依頼する",
  offices: "地域を選んで、事務局の連絡先を見る",
  around: (area: string) => `${area}を受け持つ窓口を選択してください`,
  aroundLead:
    "この地域の依頼は、次のどの窓口でも受け付けます。迷われた場合は、最初の窓口（最も近い窓口）を選択してください。",
  nobody: (area: string) => `${area}を受け持つ窓口は、まだありません`,
  nobodyLead:
    "送っても受付担当がいないため、ここからは送れません。保健所や地域産業保健センターに、電話でお問い合わせください。窓口があるのは、次の地域です。",
  sendTo: (area: string) => `${area}の窓口に送信する`,
  others: "窓口のある地域を見る",
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
  around: (area) => `Choose the office for ${area}`,
  aroundLead:
    "Each of these offices takes requests from this area. If in doubt choose the first, which is the nearest.",
  nobody: (area) => `There is no office for ${area} yet`,
  nobodyLead:
    "Nobody would receive your request, so it can't be sent from here. Please telephone the public health centre or the regional occupational health centre. These areas have an office.",
  sendTo: (area) => `Send to the office of ${area}`,
  others: "See which areas have an office",
};
export const OFFICE: Readonly<Record<Language, typeof ja>> = { ja, en };
