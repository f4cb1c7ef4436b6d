import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { Activity, ActivityInput } from "./activity.schema.ts";
import { number, orDash } from "./plan.messages.ts";

const FORM_FIELDS = [
  "title",
  "kind",
  "from",
  "to",
  "participants",
  "sessions",
  "initiativeId",
  "host",
  "result",
  "place",
  "partners",
  "men",
  "women",
  "workplaces",
  "fee",
] as const;

/** An activity as the form shows it: texts, empty where nothing is known. */
export const formValuesOf = (
  activity: Omit<ActivityInput, "hostOrganisationId" | "isTotal">,
): Record<string, string> =>
  Object.fromEntries([
    ...FORM_FIELDS.map((name) => [name, String(activity[name] ?? "")]),
    ["online", activity.online ? "on" : ""],
  ]);

const FEE: Readonly<Record<string, string>> = { free: "無料", paid: "有料" };

/** An activity for those who read it: a line for each thing that is known. */
export function factsOf(activity: Activity, kind: string): { name: string; value: string }[] {
  const { men, women } = activity;
  const sexes = [men !== null && `男性${number(men)}人`, women !== null && `女性${number(women)}人`];
  const lines: readonly (readonly [string, string])[] = [
    ["種類", kind],
    ["日", dayOf(activity)],
    ["参加者", [orDash(activity.participants, "人"), ...sexes].filter(Boolean).join("　")],
    ["回数", orDash(activity.sessions, "回")],
    ["主催機関", activity.host],
    ["連携機関", activity.partners],
    ["場所", [activity.place, activity.online && "オンライン"].filter(Boolean).join("　")],
    ["参加した事業所", activity.workplaces === null ? "" : `${number(activity.workplaces)}か所`],
    ["参加費", FEE[activity.fee ?? ""] ?? ""],
    ["結果", activity.result],
  ];
  return lines.filter(([, value]) => value !== "").map(([name, value]) => ({ name, value }));
}

/** The day or days of an activity; of a yearly total the year. */
export const dayOf = (activity: Pick<Activity, "isTotal" | "fiscalYear" | "from" | "to">): string =>
  activity.isTotal
    ? showFiscalYearJa(fiscalYear(activity.fiscalYear))
    : activity.to === activity.from
      ? showDateJa(activity.from)
      : `${showDateJa(activity.from)}〜${showDateJa(activity.to)}`;
