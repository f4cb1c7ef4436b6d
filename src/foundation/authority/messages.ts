/** The way to who looked at something, for who reads the log. */
export const LOOKED = "閲覧・変更の記録";

/** To whoever sends a form whose key was another form's. */
export const ALREADY_SENT =
  "この画面の内容は、すでに送信されています。画面を再読み込みして、現在の内容を確認してください。";
