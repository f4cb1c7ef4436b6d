import type { Place } from "../schema.ts";

export const FORM = {
  new: "提供を加える",
  edit: "提供を直す",
  wrong: "まだ保存されていません。印のところを直してください。",
  noRight: "自分の機関の提供だけを書けます。「機関の名前」に自分の機関を選んでください。",
  what: "何を",
  more: "英語の名前・費用の説明・準備・メモ",
  services: "業務ごとの根拠・条件・期限・様式",
  noLaw: "根拠の条文なし",
  noDue: "期限なし",
  whom: "だれに",
  whomLead: "空けたところは、制限なしです。",
  narrow: "規模・業種・市町村で限る",
  when: "いつ",
  weekdaysHint: "1つも選ばないときは、どの曜日も受けます。",
  weeks: "月の何週目か",
  weeksHint: "毎週のときは、選びません。例 木曜と第2・第4を選ぶと、第2木曜と第4木曜です。",
  keptRule: "曜日と週では書けない決まり",
  keepRule: "いま入っている決まりをそのまま使う",
  keptRuleHint: "外して保存すると、上で選んだ曜日と週になります。",
  howMuch: "どれだけ",
  howMuchLead: "空けたところは、上限なしです。上限までくると、日程を決められなくなります。",
  intake: "受付",
  intakeLead: "受付を止めたり順番待ちにしたりしたときは、理由が事業所に見えます。",
  intakeSince: "いつから（空けると、きょうから）",
  intakeUntil: "いつまで（空けると、直すまで）",
  who: "どの機関が",
  together: "いっしょに行う機関（共同の提供）",
  togetherHint:
    "例 保健所が話し、地産保が相談を受ける。打診はすべての機関にまとめて送り、そろうと決められます。",
  count: "計画のどの事業に数えるか",
  countHint: "実施の報告があると、協議会の計画と年報の活動に、この事業の実績として入ります。",
  save: "保存する",
  weekdays: ["月", "火", "水", "木", "金", "土", "日"],
  weekNames: ["第1", "第2", "第3", "第4", "最後"],
} as const;

/** Where, as the one who offers says it. */
export const WHERE_NAMES: Readonly<Record<Place, { ja: string }>> = {
  on_site: { ja: "事業所へ行く" },
  centre: { ja: "窓口に来てもらう" },
  online: { ja: "オンライン" },
};
