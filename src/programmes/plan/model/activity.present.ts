import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { pick } from "#platform/kernel/pick.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec, QueryOf } from "#platform/lists/list.ts";
import type { Activity, ActivityInput } from "./activity.schema.ts";
import { ACTIVITY_KINDS } from "./activity-kinds.schema.ts";
import { activityKindLabel, number, orDash, showYear } from "./plan.messages.ts";

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

/** What one activity has in common with the next of its kind: not its day, its people and what came of it. */
export function sameAgain(activity: Parameters<typeof formValuesOf>[0]): Record<string, string> {
  const { from, to, participants, men, women, workplaces, result, ...same } = formValuesOf(activity);
  return same;
}

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

/** An activity as a line of the list. */
export const listedActivity = (one: Activity) => ({
  ...pick(one, "id", "from", "fiscalYear", "isTotal", "title", "kind", "host", "sessions"),
  ...pick(one, "participants"),
});
type ListedActivity = ReturnType<typeof listedActivity>;

const id = { column: "id", type: "uuid", of: (row: ListedActivity) => row.id } as const;

/** The activities of an area, the latest first. */
export const ACTIVITY_LIST = {
  columns: [
    {
      key: "day",
      head: "日",
      sort: "day",
      cell: (row) => (row.isTotal ? showYear(row.fiscalYear) : showDateJa(row.from)),
    },
    { key: "title", head: "活動名", sort: "title", cell: (row) => row.title },
    { key: "kind", head: "種類", sort: "kind", cell: (row) => activityKindLabel(row.kind) },
    { key: "host", head: "主催機関", sort: "host", cell: (row) => row.host },
    { key: "sessions", head: "回数", unit: "回", align: "right", cell: (row) => row.sessions },
    { key: "participants", head: "参加者", unit: "人", align: "right", cell: (row) => row.participants },
  ],
  filter: { year: "year", kind: ACTIVITY_KINDS, initiative: "id" },
  fields: [
    { name: "year", type: "select", label: "年度" },
    {
      name: "kind",
      type: "select",
      label: "種類",
      options: ACTIVITY_KINDS.map((kind) => ({ value: kind, label: activityKindLabel(kind) })),
    },
    { name: "initiative", type: "kept", label: "取り組み" },
  ],
  orders: {
    day: [{ column: "held_from", type: "day", of: (row) => row.from }, id],
    title: [{ column: "title", type: "text", of: (row) => row.title }, id],
    kind: [{ column: "kind", type: "text", of: (row) => row.kind }, id],
    host: [{ column: "host", type: "text", of: (row) => row.host }, id],
  },
  first: "-day",
  rowsAPage: 50,
} satisfies ListSpec<ListedActivity>;
export type ActivityQuery = QueryOf<typeof ACTIVITY_LIST>;
