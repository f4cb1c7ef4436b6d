export const TEXTS = {
  ja: {
    restored: "前に書きかけたものを入れてあります。送るか、このタブを閉じると消えます。",
    discard: "書きかけを捨てる",
    lost: "つながらないため、届いたことを確かめられませんでした。書いたものは残っています。つながってから、もう一度送ってください。",
    online: "つながりました。書いたものは残っています。もう一度送ってください。",
    failed: "いまは受け取れませんでした。書いたものは残っています。少し待ってから、もう一度送ってください。",
    tooLarge:
      "大きすぎて送れませんでした。書いたものは残っています。文を短くするか、ファイルを小さくして、もう一度送ってください。",
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
