import type { Spoken } from "./act.schema.ts";

type In<Key extends string> = Readonly<Record<Spoken, Readonly<Record<Key, string>>>>;

/** The result, to be worked with and to be hung up. */
export const RESULT = {
  ja: {
    title: "チェックの結果",
    keep: "このページのアドレス（URL）を保存すると、いつでも続きから始められます。ほかの人に知らせないでください。",
    score: "できていること",
    scoreOf: (percent: number, base: number, unanswered: number) =>
      `${percent}％（該当する質問 ${base}問${unanswered > 0 ? `、うち未回答 ${unanswered}問` : ""}）`,
    noScore: "該当する質問がないため、割合を計算できません。",
    notAnswered: "まだ回答していない質問",
    notAnsweredLead: "「回答を変更・追加する」から回答できます。回答すると、次の一歩が表示されます。",
    edit: "回答を変更・追加する",
    alike: (size: string, checks: number, percent: number) =>
      `同じ規模（${size}）の事業所 ${checks}件の平均は ${percent}％です。`,
    alikeFew: "同じ規模の事業所の回答が10件になると、平均と比べられます。",
    progress: (percent: number) => `はじめてのチェックから、残りの${percent}％が進みました。`,
    todo: "これからできること",
    done: "できていること",
    notAsked: "該当しない質問",
    step: "次の一歩",
    taken: "進行中",
    takenOn: (day: string) => `実施する日 ${day}`,
    number: (number: string) => `受付番号 ${number}`,
    open: "続きを開く",
    declined: "今回は見送り",
    decline: "今回は見送る",
    finish: "実施した",
    askAgain: "実施しました。今の状況をもう一度選択してください。",
    day: "実施する日",
    law: (law: string) => `法律で定められています（${law}）`,
    lawFrom: (law: string, day: string) => `${day}から義務になる予定です（${law}）`,
    save: "回答を保存する",
    sheet: "貼り出し用のページ（PDF）",
    repeat: "今年度のチェックを始める",
    share: "みんなで答えるためのアドレスを発行する",
    shared: "次のアドレスを、いっしょに答える方にお知らせください。お名前は記録されません。",
    spread: (yes: number, partly: number, no: number) =>
      `できている ${yes}人・一部 ${partly}人・まだ ${no}人`,
    voices: (count: number) =>
      `${count}人が回答しました。3人以上が回答した質問は、回答ごとの人数を表示しています。`,
    voicesFew: (count: number) =>
      `${count}人が回答しました。だれの回答か分からないように、回答が3人になるまでは結果を表示しません。`,
    agreed: "全員一致",
    remove: "このチェックを削除する",
    removeBusy: "削除しています…",
    removeGoes: "回答と次の一歩が完全に削除されます。元に戻せません。公開した宣言は残ります。",
    removed: "チェックを削除しました。",
    all: "この地域のできることと宣言を見る",
    entered: "会社・お店でのこれまでのチェック",
    enter: "この内容を使って、健康づくりの表彰・登録に応募する",
  },
  en: {
    title: "Your result",
    keep: "Keep the address of this page to go on at any time, and do not pass it on.",
    score: "What you do already",
    scoreOf: (percent: number, base: number, unanswered: number) =>
      `${percent}% (of ${base} questions that apply${unanswered > 0 ? `, ${unanswered} of them not answered yet` : ""})`,
    noScore: "No question applies, so there is no share.",
    notAnswered: "Questions not answered yet",
    notAnsweredLead: "Answer them under “Change or add answers”; each then shows its next step.",
    edit: "Change or add answers",
    alike: (size: string, checks: number, percent: number) =>
      `The average of ${checks} workplaces of your size (${size}) is ${percent}%.`,
    alikeFew: "Once ten workplaces of your size have answered, you can compare.",
    progress: (percent: number) =>
      `Since your first check you have gone ${percent}% of the way that was left.`,
    todo: "What you could do next",
    done: "What you do already",
    notAsked: "Questions that do not apply",
    step: "Next step",
    taken: "Under way",
    takenOn: (day: string) => `Planned for ${day}`,
    number: (number: string) => `Number ${number}`,
    open: "Go on",
    declined: "Not this time",
    decline: "Not this time",
    finish: "It is done",
    askAgain: "It is done. Please answer once more how it is now.",
    day: "Day",
    law: (law: string) => `Required by law (${law})`,
    lawFrom: (law: string, day: string) => `To become a duty on ${day} (${law})`,
    save: "Save the answers",
    sheet: "Page to hang up (PDF)",
    repeat: "Begin this year's check",
    share: "Make an address for answering together",
    shared: "Give this address to those who answer with you. No names are kept.",
    spread: (yes: number, partly: number, no: number) => `yes ${yes}, partly ${partly}, not yet ${no}`,
    voices: (count: number) => `${count} people answered. Where three or more did, the numbers are shown.`,
    voicesFew: (count: number) =>
      `${count} answered. Nothing is shown before three have, so that nobody's answer is told.`,
    agreed: "all agree",
    remove: "Delete this check",
    removeBusy: "Deleting…",
    removeGoes: "Your answers and steps are deleted for good. A public pledge stays.",
    removed: "The check was deleted.",
    all: "See what others here can do and pledge",
    entered: "Checks of your workplace",
    enter: "Enter an award with what you told here (in Japanese)",
  },
} as const;

/** The page of one who answers with others. */
export const VOICE = {
  ja: {
    lead: "いっしょに答える方の回答です。お名前は記録されません。3人以上が回答した質問の人数だけが、結果に表示されます。",
    submit: "回答を送信する",
    said: "回答を受け付けました。ありがとうございました。",
  },
  en: {
    lead: "Your answers count with those of the others. No names are kept; the result shows numbers alone, of three answers and more.",
    submit: "Send",
    said: "Thank you, your answers were received.",
  },
} as const satisfies In<string>;

/** What an entry for an award is told of a check. */
export const RELEASED = {
  check: "できることチェックを行いました",
  lecture: (number: string) => `健康講座などを行いました（受付番号 ${number}）`,
} as const;
