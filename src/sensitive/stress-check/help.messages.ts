import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const STRESS_HELP: ModuleHelp = {
  "stress-checks": {
    about: "ストレスチェックを担当する機関を選ぶページです。",
    steps: ["機関を選びます。"],
    terms: [],
  },
  "offices/:organisation/stress-checks": {
    about: "この機関が実施者となるストレスチェックの一覧です。",
    steps: ["実施名と実施方法を登録します。", "合同の実施は、世話役の団体が始めます。"],
    terms: [],
  },
  "offices/:organisation/stress-checks/:run": {
    about: "1回のストレスチェックの参加事業所と実施状況のページです。",
    steps: [
      "事業所用のリンクを渡し、参加の回答を受けます。",
      "受検者の番号を発行し、実施を始めます。",
      "終了したら、集団の集計を作成します。",
    ],
    terms: [],
  },
  "offices/:organisation/stress-checks/:run/workplaces/:workplace": {
    about: "1つの事業所の受検者と、面接指導の状況を確認するページです。事業所の方は見られません。",
    steps: [
      "受検者の番号を発行し、本人に渡します。なくした方には再発行します。",
      "面接指導の対象者に、申出をおすすめします。",
    ],
    terms: [],
  },
  "offices/:organisation/stress-joint": {
    about: "この団体が世話役となる合同のストレスチェックの一覧です。",
    steps: [
      "実施名と実施者の機関を登録します。",
      "参加する事業所を登録します。前年度の事業所は選択して引き継ぎます。",
    ],
    terms: [],
  },
  "offices/:organisation/stress-joint/:run": {
    about: "合同のストレスチェックの参加状況を確認するページです。受検の状況や結果は表示されません。",
    steps: ["事業所の名前と人数を登録します。", "参加の回答を待ちます。"],
    terms: [],
  },
  "offices/:organisation/stress-interviews": {
    about: "働く人が申し出た面接指導の一覧です。本人が提供に同意した結果だけを確認できます。",
    steps: ["申出を選び、結果を確認します。", "面接をおおむね1か月以内に行います。"],
    terms: [],
  },
  "offices/:organisation/stress-interviews/:request": {
    about: "面接指導の記録と、事業者への意見を登録するページです。",
    steps: ["面接の記録を入力します。", "意見に、診断名・回答・点数は書きません。"],
    terms: [],
  },
};
