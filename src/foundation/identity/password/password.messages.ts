import type { PasswordProblem } from "./password.rules.ts";

/** Each problem with the sentence that names the mend. */
export const PASSWORD_MENDS: Readonly<Record<PasswordProblem, string>> = {
  "too-short": "13文字以上にしてください。短い言葉をいくつかつなげると覚えやすくなります。",
  "too-short-with-factor": "8文字以上にしてください。",
  "too-long": "256文字までにしてください。",
  common: "よく使われる言葉や名前が中心で、すぐに当てられます。関係のない言葉をいくつかつなげてください。",
  dates: "年や月、季節、元号が中心で、すぐに当てられます。日付と関係のない言葉をいくつかつなげてください。",
  "about-you": "名前やメールアドレスから当てられます。自分と関係のない言葉をつなげてください。",
  pattern: "同じ文字のくり返しや並び順は、すぐに当てられます。関係のない言葉をいくつかつなげてください。",
};

export const PASSWORD_HINT =
  "13文字以上（確認コードかパスキーを使っていれば8文字以上）。関係のない言葉を3つか4つつなげるのがお勧めです。";
