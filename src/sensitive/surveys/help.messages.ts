import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const SURVEY_HELP: ModuleHelp = {
  surveys: {
    about: "調査を担当する機関を選ぶページです。",
    steps: ["機関を選択します。"],
    terms: [],
  },
  "offices/:organisation/surveys": {
    about: "この機関の調査の一覧です。調査票は一覧から選択して、すぐに使用できます。",
    steps: [
      "調査名と種類を入力します。",
      "もとにする調査票を選択します。",
      "準備ができたら、調査を始めます。",
    ],
    terms: [],
  },
  "offices/:organisation/surveys/:survey": {
    about: "1つの調査の設定・質問・実施状況を確認するページです。",
    steps: [
      "質問と対象の事業所を登録し、抽出します。",
      "調査を始め、依頼状を送ります。",
      "終了したら、集計して公表します。",
    ],
    terms: [],
  },
  "offices/:organisation/surveys/:survey/preview": {
    about: "回答する方が見る画面の見本です。送信しても、回答は保存されません。",
    steps: ["文言と分岐を確認します。", "紙の調査票は、PDFで確認します。"],
    terms: [],
  },
  "offices/:organisation/surveys/:survey/questions/:question": {
    about: "質問を1つ編集するページです。意味を変えるときは、別の質問として扱います。",
    steps: ["形式と質問文を入力します。", "選択肢を入力します。", "必要なら分岐を設定します。"],
    terms: [],
  },
  "offices/:organisation/surveys/:survey/frame": {
    about: "調査の対象の名簿と、抽出・発送・回答の状況のページです。",
    steps: ["名簿を取り込みます。", "抽出の方法と数を決めます。", "返送や拒否があれば、状況を記録します。"],
    terms: [],
  },
  "offices/:organisation/surveys/:survey/paper": {
    about: "紙の調査票を2回入力し、違いを確認するページです。",
    steps: [
      "用紙の右上の番号を入力し、印刷された番号をテンキーで入力して、Enterで進みます。",
      "2回目は、別の方が入力します。違いがある場合は、正しいほうを選択します。",
      "番号を間違えて入力した用紙は、取り消して入力し直します。",
    ],
    terms: [],
  },
  "offices/:organisation/surveys/:survey/results": {
    about: "集計表と、調査の主な結果のページです。10件未満の欄は秘匿されます。",
    steps: ["集計します。", "主な結果を選択して登録します。", "健康課題の根拠や、目標の基準値にします。"],
    terms: [],
  },
  "offices/:organisation/surveys/:survey/words/:language": {
    about: "調査票のすべての文言を、1つの言語に翻訳するページです。空欄の文言は日本語で表示されます。",
    steps: ["言語を選択します。", "文言ごとに訳を入力します。", "プレビューで確認します。"],
    terms: [],
  },
  "offices/:organisation/surveys/:survey/texts/:text": {
    about: "自由記述を読み、分類するページです。記述の内容は公表されません。",
    steps: [
      "分類を登録します。",
      "記述ごとに分類を選択します。",
      "もう一度集計すると、分類ごとの数が加わります。",
    ],
    terms: [],
  },
  "areas/:area/survey-drafts/:survey": {
    about: "調査票の案を読み、意見を投稿するページです。",
    steps: ["質問を読みます。", "対象の質問を選び、意見を投稿します。"],
    terms: [],
  },
};
