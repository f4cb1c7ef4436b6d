import { type CalendarEntry, calendarFeed } from "#platform/files/calendar-file.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { ListColumn } from "#platform/lists/list.ts";
import { hoursLines } from "../find/entry.present.ts";
import { closedDays, type Hours, type HoursRow, openOn, rowNames, ruleOfRow } from "../model/hours.rules.ts";
import { FEE_NAMES, KIND_NAMES, TOPIC_NAMES, WEEKDAY_NAMES } from "../model/resource.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import type { Topic } from "../model/resource-lists.schema.ts";

export type OpenDataRow = Readonly<{ one: Resource; code: string; publisher: string; today: PlainDate }>;

/** A single weekly row can stand in the columns of the standard; what is more goes into its notes. */
const only = ({ hours }: Resource): HoursRow | undefined =>
  hours.rows.length === 1 && hours.rows[0]!.weeks.length === 0 ? hours.rows[0] : undefined;

/** The common columns of 自治体標準オープンデータセット. A mailbox is nobody's but ours. */
export const OPEN_DATA_COLUMNS: readonly ListColumn<OpenDataRow>[] = [
  { key: "code", head: "全国地方公共団体コード", cell: (row) => row.code },
  { key: "id", head: "ID", cell: ({ one }) => one.id },
  { key: "publisher", head: "地方公共団体名", cell: (row) => row.publisher },
  { key: "name", head: "名称", cell: ({ one }) => one.name },
  { key: "kana", head: "名称_カナ", cell: ({ one }) => katakana(one.kana) },
  { key: "place", head: "所在地_全国地方公共団体コード", cell: ({ one }) => one.municipality ?? "" },
  { key: "address", head: "所在地_連結表記", cell: ({ one }) => one.address },
  { key: "latitude", head: "緯度", cell: ({ one }) => one.latitude },
  { key: "longitude", head: "経度", cell: ({ one }) => one.longitude },
  { key: "phone", head: "電話番号", cell: ({ one }) => one.phone },
  { key: "postalCode", head: "郵便番号", cell: ({ one }) => one.postalCode },
  { key: "corporateNumber", head: "法人番号", cell: ({ one }) => one.corporateNumber },
  { key: "provider", head: "団体名", cell: ({ one }) => one.provider },
  {
    key: "days",
    head: "利用可能曜日",
    cell: ({ one }) => (only(one)?.days ?? []).map((day) => WEEKDAY_NAMES[day].ja).join(""),
  },
  { key: "from", head: "開始時間", cell: ({ one }) => only(one)?.from ?? "" },
  { key: "to", head: "終了時間", cell: ({ one }) => only(one)?.to ?? "" },
  {
    key: "hoursNote",
    head: "利用可能日時特記事項",
    cell: ({ one, today }) =>
      hoursLines(one.hours, today, "ja")
        .slice(only(one) ? 1 : 0)
        .join("。"),
  },
  { key: "website", head: "URL", cell: ({ one }) => one.website },
  { key: "kind", head: "種別", cell: ({ one }) => KIND_NAMES[one.kind].ja },
  {
    key: "topics",
    head: "テーマ",
    cell: ({ one }) => one.topics.map((topic) => TOPIC_NAMES[topic as Topic]?.ja).join(";"),
  },
  { key: "fee", head: "料金(基本)", cell: ({ one }) => FEE_NAMES[one.fee].ja },
  { key: "checkedOn", head: "確認日", cell: ({ one }) => one.checkedOn ?? "" },
  { key: "note", head: "備考", cell: ({ one }) => one.eligibility },
];

const katakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0x60));

const YEAR_DAYS = 366;

/** What comes again on a certain day of a month, and classes and groups: as rules, but for the days on which it is closed. */
export function sessionsCalendar(
  name: string,
  all: readonly Resource[],
  today: PlainDate,
  origin: string,
): string {
  const entries = all.flatMap((one) =>
    one.hours.rows.flatMap((row, at): CalendarEntry[] => {
      if (row.weeks.length === 0 && one.kind !== "class" && one.kind !== "group") return [];
      const first = firstDay(row, today);
      if (!first) return [];
      const until = addDays(first, YEAR_DAYS);
      return [
        {
          uid: `${one.id}-${at}@yui`,
          sequence: one.version,
          changedAt: one.changedAt,
          ...{ day: first, from: row.from, to: row.to, summary: one.name },
          ...(one.address ? { location: one.address } : {}),
          url: `${origin}/areas/${one.areaId}/directory/${one.id}`,
          again: { rule: ruleOfRow(row), but: closedDays(one.hours, row, first, until) },
        },
      ];
    }),
  );
  return calendarFeed(name, [...entries, ...all.flatMap((one) => extraDays(one, today))]);
}

/** The first day from today on that the row names, also where it is closed on it: the rule counts from it. */
function firstDay(row: HoursRow, today: PlainDate): PlainDate | undefined {
  for (let ahead = 0; ahead < 62; ahead += 1)
    if (rowNames(row, addDays(today, ahead))) return addDays(today, ahead);
  return undefined;
}

const regular = ({ hours: { rows, closedOnHolidays, note } }: Resource): Hours => ({
  rows,
  closedOnHolidays,
  note,
  exceptions: [],
});

/** Days on which it is open beside its rows. */
const extraDays = (one: Resource, today: PlainDate): CalendarEntry[] =>
  one.hours.exceptions
    .filter(
      ({ day, from }) =>
        day >= today && from !== "" && !openOn(regular(one), day).some((open) => open.from === from),
    )
    .map(({ day, from, to }) => ({
      uid: `${one.id}-${day}@yui`,
      sequence: one.version,
      changedAt: one.changedAt,
      ...{ day, from, to, summary: one.name, ...(one.address ? { location: one.address } : {}) },
    }));
