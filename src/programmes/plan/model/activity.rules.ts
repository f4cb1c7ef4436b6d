import { daysBetween, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { FieldErrors } from "#platform/kernel/result.ts";
import type { ActivityInput } from "./activity.schema.ts";
import { rangeLeftFar, showRange } from "./plan-field.rules.ts";

/** No office holds more in a day; a slip of the keyboard does. */
export const MOST_SESSIONS_A_DAY = 100;
const FARTHEST_PLANNED_DAYS = 3 * 366;

/** What can't be, with the reason. */
export function impossible(
  activity: Omit<ActivityInput, "hostOrganisationId">,
  today: PlainDate,
): FieldErrors {
  const errors: Record<string, string[]> = {};
  const add = (field: string, sentence: string) => {
    errors[field] = [...(errors[field] ?? []), sentence];
  };
  const days = daysBetween(activity.from, activity.to) + 1;
  if (days < 1) add("to", "終了日は、開始日と同じかあとにしてください。");
  else if (days > 366) add("to", "1年より長い期間は、年度ごとに分けて入力してください。");
  if (daysBetween(today, activity.from) > FARTHEST_PLANNED_DAYS)
    add("from", "3年より先の日付です。年を確認してください。");
  if (activity.from < "1950-01-01") add("from", "1950年より前の日付です。年を確認してください。");
  if (activity.sessions !== null && days >= 1 && activity.sessions > days * MOST_SESSIONS_A_DAY)
    add(
      "sessions",
      `${days}日間に${activity.sessions.toLocaleString("ja-JP")}回はできません。回数を確認してください。`,
    );
  for (const field of ["sessions", "participants", "men", "women", "workplaces"] as const)
    if ((activity[field] ?? 0) < 0) add(field, "0以上の数で入力してください。");
  const { men, women, participants } = activity;
  if (participants !== null && (men ?? 0) + (women ?? 0) > participants)
    add("participants", "男性と女性の人数の合計が、参加者数より多くなっています。");
  if (activity.sessions === 0 && (participants ?? 0) > 0)
    add("sessions", "参加者がいるのに回数が0になっています。");
  return errors;
}

const FEWEST_TO_COMPARE = 3;
/** With fewer past activities, only a figure that is off by two zeros is asked about, not merely a larger event. */
const VERY_FAR = 50;

/**
 * What is possible but far from the past participants per session of that kind. Asked about, never refused; with
 * fewer than three past ones only where it is very far.
 */
export function oddities(
  activity: Pick<ActivityInput, "sessions" | "participants">,
  past: readonly Pick<ActivityInput, "sessions" | "participants">[],
): string[] {
  const perSession = ({ sessions, participants }: Pick<ActivityInput, "sessions" | "participants">) =>
    participants === null ? null : participants / Math.max(1, sessions ?? 1);
  const now = perSession(activity);
  if (now === null) return [];
  const before = past.map(perSession).filter((value) => value !== null);
  const left =
    rangeLeftFar(now, before, FEWEST_TO_COMPARE) ??
    (before.length < FEWEST_TO_COMPARE ? rangeLeftFar(now, before, 1, VERY_FAR) : undefined);
  if (!left) return [];
  const show = (value: number) => Math.round(value).toLocaleString("ja-JP");
  return [
    `本当に${show(activity.participants ?? 0)}人ですか。1回あたり${show(now)}人は、これまで（${showRange(left, show)}人）と大きく違います。`,
  ];
}
