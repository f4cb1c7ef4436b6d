import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const LENDING_HELP: ModuleHelp = {
  "areas/:area/lending": {
    about: "貸し出している機器と、日ごとの空き台数の案内です（公開）。",
    steps: [
      "機種を開き、空いている台数を確認します。",
      "窓口ごとのボタンから申し込みます。登録は要りません。",
    ],
    terms: [],
  },
  "areas/:area/lending/loans": {
    about: "機器の貸出しの申込み・貸出中・返却済みの一覧です。",
    steps: ["受付番号を選択して、貸出しの決定・引渡し・返却を登録します。"],
    terms: [],
  },
  "areas/:area/lending/loans/:loan": {
    about: "1件の貸出しの決定・引渡し・延長・返却・清掃を登録します。",
    steps: [
      "申込みを確認し、「貸出しを決定する」を押します。",
      "引渡しでは付属品を確認し、受け取った方のお名前を入力します。",
      "返却された機器だけ状態を選択します。清掃と測定値の消去が済むと、次の方に貸し出せます。",
    ],
    terms: [],
  },
  "areas/:area/lending/stock": {
    about: "貸出窓口・機種・機器・セットを登録します。",
    steps: [
      "窓口の決まり（締切・上限・開いている日）を登録します。",
      "機種と、1台ずつの管理番号を登録します。",
    ],
    terms: [],
  },
  "areas/:area/lending/use": {
    about: "機種ごとの貸出しの台数と、台数が足りずにお貸しできなかった台数です。",
    steps: ["年度と従業員数ごとの台数を確認します。"],
    terms: [],
  },
};
