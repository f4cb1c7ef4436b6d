/** Words that readers stumbled over, and what stands in their place (docs/style-ja.md says why). */
const NEVER: readonly (readonly [RegExp, string])[] = [
  [/きょう(?![ぎかつうゆそりど])/, "本日"],
  [/ようす/, "状況"],
  [/もど[るすしせそっ]/, "戻る・戻す"],
  [/おたずね|たずね[るたてま]/, "打診・照会・お問い合わせ"],
  [/結[ぶべ](?!「)|結んで(?!いる)|結びついて/, "設定する"],
  [/手紙の文/, "メールの文面"],
  [/送信の列/, "送信待ちのメール"],
  [/提供を(加え|直)|応援団と提供/, "支援メニュー"],
  [/もとの値/, "基準値"],
  [/抜き書き/, "抜粋"],
  [/分かったこと/, "主な結果"],
  [/短いアドレス/, "短縮URL"],
  [/成熟度/, "取組の段階"],
  [/中心になる機関|いっしょに行う機関|だれが動くか/, "主管機関・連携機関・実施主体"],
  [/行け(る|ない|なくな)/, "対応できます・出席できます、都合がつかなくなった"],
  [/お願いする"|今回はお願いしない|お願いすることになりました/, "決定・見送り"],
  [/こちらから(行く|日を出)|事業所に来てほしい/, "窓口に来所・事業所へ訪問"],
  [/書いてください|書けます|を書く(?!き)|書かれていない/, "入力してください・入力できます・登録する・未入力"],
  [/CSVを受け取る/, "CSVをダウンロード"],
  [/(?:\d|\})者(?![数])/, "団体・機関・人"],
  [
    /(使わない|まだ)・?わからない|(?<!実)数なし|比べる値なし|数えた人|調べた人/,
    "不明・実数不明・比較値なし・対象者",
  ],
  [/この一覧に載る決まり|比べる相手|悪くなり続けて/, "選定の基準・比較対象・悪化が続いている"],
  [
    /会議を(開く|つくる)|会議の前の1枚|いちばん集まる日|つくらない/,
    "会議を登録する・次第と資料・出席可能者が最も多い日・なし",
  ],
  [/左から右に読み/, "並べ方は言わず、見出しを付ける"],
  [/どうやって届き|聞きたいこと・困っている|無料のものだけ|どれの空き|どちらへ"/, "名詞の項目名"],
  [/手ごたえ|出た質問|したこと"|heldOn: "行った日"/, "参加者の反応・主な質問・活動名・実施日"],
  [/(アドレス（URL）|URL)を出(す|し)|使えなくする/, "URLを発行する・無効にする"],
  [/メールには返信できません/, "電話を添える（差出人と電話）、なければ言わない"],
  [/もともと無い|システムの側で/, "存在しないページです・処理できませんでした"],
  [/所属を終える|終わった機関/, "所属を解除する・活動を終えた機関"],
  [/版として残す/, "版として確定する"],
  [/みなさまへ/, "ご担当者様・御中"],
  [/(?:ください|ます|です)ね[。"]|！！/, "です・ますで終える"],
  [/Mend the marked|Whom to ask for|can be had in this area|Read it with a telephone/, "plain English"],
];

/** Readings in kana, and what is said of this very list. */
const APART = /\.test\.tsx?$|[/.]testing\.ts$|-terms\.messages\.ts$|^scripts\//;

/** Lines of a source whose Japanese says in other words what the house has a word for. */
export function wordingProblems(path: string, text: string): string[] {
  if (!/^(src|docs\/handbook|reference\/site)\//.test(path) || APART.test(path)) return [];
  return text.split("\n").flatMap((line, row) => {
    if (/^\s*(\*|\/\/|\/\*|import )/.test(line)) return [];
    const found = NEVER.find(([word]) => word.test(line));
    return found
      ? [`${path}:${row + 1}: 「${found[0].exec(line)![0]}」 → ${found[1]} (docs/style-ja.md)`]
      : [];
  });
}
