import type { ProgressClass } from "@yui/healthstats";
import { CLASS, DIRECTION, number, orDash, STATUS, sessionsAndPeople } from "./plan.messages.ts";

export type Language = "ja" | "en";
type ShownTarget = Readonly<{
  unit: string;
  direction: "at_least" | "at_most";
  baseline: Readonly<{ fiscalYear: number; value: number }>;
  target: Readonly<{ fiscalYear: number; value: number }>;
  latest: Readonly<{ fiscalYear: number; value: number }> | null;
  class: string;
}>;
const CLASS_EN: Readonly<Record<string, string>> = {
  A: "reached",
  B: "improving",
  "B*": "improving, but unlikely to be reached",
  C: "no change",
  D: "worse",
  E: "can't be judged yet",
};

const STATUS_EN: Readonly<Record<string, string>> = {
  planned: "planned",
  running: "under way",
  done: "ended",
  stopped: "stopped",
};
export const statusIn = (status: string, language: Language) =>
  (language === "ja" ? STATUS : STATUS_EN)[status] ?? "";

/** From when to when; publications of earlier days do not hold it. */
export function periodOf(
  { periodFrom, periodTo }: Readonly<{ periodFrom?: string | null; periodTo?: string | null }>,
  language: Language,
): string {
  if (!periodFrom && !periodTo) return "";
  const day = (one: string | null | undefined) => {
    if (!one) return "";
    const [year, month] = one.split("-").map(Number);
    return language === "ja" ? `${year}年${month}月` : `${year}-${String(month).padStart(2, "0")}`;
  };
  return `${day(periodFrom)}${language === "ja" ? "〜" : " – "}${day(periodTo)}`;
}

/** The page for the public. */
export const PUBLIC_TEXT = {
  ja: {
    title: (area: string) => `${area}の健康づくり計画`,
    published: (version: number, day: string) => `${day}に公開（第${version}版）`,
    none: "公開中の計画はまだありません",
    profile: "健康情報を見る",
    noIssue: "そのほかの事業",
    goal: "目標",
    noGoal: "目標は未設定",
    initiatives: "事業",
    who: "実施機関",
    when: "時期",
    whom: "対象",
    came: "実績",
    api: "この計画をデータでダウンロードする（JSON）",
    tally: (sessions: number | null, participants: number | "suppressed" | null) =>
      participants === "suppressed"
        ? `${orDash(sessions, "回")}／人数は秘匿`
        : sessions === null && participants === null
          ? ""
          : sessionsAndPeople(sessions, participants),
    target: (target: ShownTarget) =>
      `${number(target.baseline.value)}${target.unit}（${target.baseline.fiscalYear}年度） → ${number(target.target.value)}${target.unit}${DIRECTION[target.direction]}（${target.target.fiscalYear}年度）　${target.latest ? `いま${number(target.latest.value)}${target.unit}　` : ""}${target.class} ${CLASS[target.class as ProgressClass]}`,
  },
  en: {
    title: (area: string) => `Health plan of ${area}`,
    published: (version: number, day: string) => `Published on ${day} (edition ${version})`,
    none: "No plan has been published yet",
    profile: "Health profile of the area",
    noIssue: "Other initiatives",
    goal: "Goal",
    noGoal: "No goal yet",
    initiatives: "Initiatives",
    who: "By",
    when: "When",
    whom: "For",
    came: "So far",
    api: "This plan as data (JSON)",
    tally: (sessions: number | null, participants: number | "suppressed" | null) =>
      [
        sessions === null ? "" : `${number(sessions)} sessions`,
        participants === "suppressed" ? "people suppressed" : "",
        typeof participants === "number" ? `${number(participants)} people` : "",
      ]
        .filter(Boolean)
        .join(", ") || "–",
    target: (target: ShownTarget) =>
      `${number(target.baseline.value)}${target.unit} (fiscal ${target.baseline.fiscalYear}) → ${target.direction === "at_least" ? "at least" : "at most"} ${number(target.target.value)}${target.unit} (fiscal ${target.target.fiscalYear}) · ${target.latest ? `now ${number(target.latest.value)}${target.unit} · ` : ""}${target.class} ${CLASS_EN[target.class]}`,
  },
} as const;
