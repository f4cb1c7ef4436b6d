import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Listed } from "./matching.present.ts";
import type { Obstacle } from "./matching.rules.ts";

const range = (from: number | null, to: number | null, unit: string) =>
  from === null ? `${to}${unit}まで` : to === null ? `${from}${unit}から` : `${from}〜${to}${unit}`;
const rangeEn = (from: number | null, to: number | null) =>
  from === null ? `up to ${to}` : to === null ? `from ${from}` : `${from} to ${to}`;

const FULL = {
  day: ["その日の空きがない", "that day is full"],
  month: ["その月の空きがない", "that month is full"],
  year: ["年度の枠が埋まった", "full for this fiscal year"],
} as const;
const CLOSED = {
  weekday: ["受けられない曜日", "not on that weekday"],
  holiday: ["祝日", "a public holiday"],
  hours: ["受けられない時刻", "outside its hours"],
} as const;
const PLAIN = {
  industry: ["業種が対象外", "not for your industry"],
  municipality: ["市町村が対象外", "not for your town"],
  place: ["その場所では行えない", "not at that place"],
  topic: ["内容が違う", "another subject"],
  kind: ["種類が違う", "another kind"],
  fee: ["有料", "has a fee"],
  ended: ["終了した", "has ended"],
} as const;

/** One obstacle as a sentence's part. */
export function obstacleText(one: Obstacle, language: Language = "ja"): string {
  const say = (pair: readonly [string, string]) => pair[language === "ja" ? 0 : 1];
  switch (one.code) {
    case "size":
      return language === "ja"
        ? `従業員${range(one.from, one.to, "人")}が対象`
        : `for ${rangeEn(one.from, one.to)} employees`;
    case "people":
      return language === "ja"
        ? `参加${range(one.from, one.to, "人")}`
        : `for ${rangeEn(one.from, one.to)} participants`;
    case "uses":
      return language === "ja" ? `年度に${one.limit}回まで` : `${one.limit} times a fiscal year`;
    case "suspended":
      return one.reason || say(["受付を止めている", "intake is suspended"]);
    case "waiting_list":
      return `${say(["順番待ち", "waiting list"])}${one.reason ? `: ${one.reason}` : ""}`;
    case "lead":
      return language === "ja" ? `${one.days}日前までに申込み` : `ask ${one.days} days ahead`;
    case "closed":
      return say(CLOSED[one.why]);
    case "full":
      return say(FULL[one.of]);
    default:
      return say(PLAIN[one.code]);
  }
}

/** The stated rules, above the list. */
export const ORDER_TEXT =
  "表示順: 条件に合うもの、対応できる内容と職種が多いもの、近いもの（同じ市町村・圏域内）→ 無料を望むときは無料 → 今年度の回数が少ない（順番）→ 空きが多い → 名前";

const DISTANCE = ["同じ市町村", "圏域内", "場所の登録なし"] as const;

/** Why it stands where it stands. */
export function reasonsFor(one: Listed): string[] {
  return [
    ...(one.topics > 0 ? [`内容${one.topics}つが合う`] : []),
    DISTANCE[one.distance]!,
    one.offer.fee === "free" ? "無料" : `有料${one.offer.feeNote ? `（${one.offer.feeNote}）` : ""}`,
    `今年度${one.turns}回`,
    ...(one.left === null ? [] : [`空き${one.left}`]),
    ...(one.first ? [`早くて${showDateJa(one.first)}`] : []),
  ];
}
