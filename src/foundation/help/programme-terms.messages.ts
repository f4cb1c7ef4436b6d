import { type Term, term } from "./field-terms.messages.ts";

/** Words of what workplaces undertake and are honoured for. */
export const PROGRAMME_TERMS: readonly Term[] = [
  term(
    "できることチェック",
    "できることチェック",
    "健康づくりのために、今できていることとこれからできることを、登録なしで確かめるチェックです。",
    "A check of what one does for health already and could do next, without an account.",
  ),
  term(
    "健康宣言",
    "けんこうせんげん",
    "会社・お店や団体が、今年度に取り組むことを自分で決めて伝えることです。",
    "Pledge: what a workplace or organisation says it will do this year.",
  ),
  term(
    "応募（表彰）",
    "おうぼ",
    "会社・お店が、健康づくりの表彰や認定に申し込むことです。",
    "Entry of a workplace in an award.",
  ),
  term(
    "必須・選択・加点",
    "ひっす・せんたく・かてん",
    "表彰の基準の種類です。必須はすべて、選択は決まった数、加点は点数で数えます。",
    "Kinds of criteria: each must, so many of a group, or points.",
  ),
  term(
    "利害関係の申告",
    "りがいかんけいのしんこく",
    "審査員が、取引先など関係のある応募者を申告することです。申告した応募は審査できません。",
    "A judge's declaration of conflict; that entry is barred to them.",
  ),
  term(
    "受け渡しデータ",
    "うけわたしでーた",
    "庁内と公開側のYuiの間で、媒体に入れて運ぶ暗号化したデータです。あて先のシステムだけが開けます。",
    "Encrypted data that travels on a medium between the closed and the open installation; its receiver alone can open it.",
  ),
  term(
    "データ連携の鍵",
    "でーたれんけいのかぎ",
    "ほかのシステムが、公開していないデータを読み取るための合言葉です。発行した画面でだけ表示し、いつでも無効にできます。",
    "What lets a program of another office read data that is not public; it is shown once and can be ended at any time.",
  ),
];
