export const TEXTS = {
  ja: {
    restored: "入力途中の内容を復元しました。送信するか、このタブを閉じると消去されます。",
    discard: "入力途中の内容を破棄する",
    lost: "つながらないため、届いたことを確認できませんでした。入力内容は消えていません。つながってから、もう一度送信してください。",
    online: "つながりました。入力内容は消えていません。もう一度送信してください。",
    failed: "送信できませんでした。入力内容は消えていません。少し待ってから、もう一度送信してください。",
    tooLarge:
      "大きすぎて送信できませんでした。入力内容は消えていません。文を短くするか、ファイルを小さくして、もう一度送信してください。",
  },
  en: {
    restored: "What you had begun to write is filled in. It is deleted when you send it or close this tab.",
    discard: "Throw it away",
    lost: "There is no connection, so we can't tell whether it arrived. What you wrote is still here. Send it again once you are connected.",
    online: "You are connected again. What you wrote is still here. Please send it again.",
    failed:
      "It could not be received just now. What you wrote is still here. Wait a moment and send it again.",
    tooLarge:
      "It is too large to be sent. What you wrote is still here. Shorten the text or choose smaller files, and send it again.",
  },
} as const;

/** The texts in the language of the part of the page that the element stands in. */
export const textsFor = (element: Element) =>
  TEXTS[element.closest("[lang]")?.getAttribute("lang") === "en" ? "en" : "ja"];
