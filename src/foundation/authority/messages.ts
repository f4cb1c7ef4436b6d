/** To whoever sends a form whose key was another form's. */
export const ALREADY_SENT =
  "この画面の内容は、もう送られています。画面を開き直して、いまの内容を確かめてください。";
