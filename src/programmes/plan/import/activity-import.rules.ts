import { firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import { sentenceOf } from "#platform/kernel/issue.messages.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { dayOfSerial, readDay, readFiscalYear } from "#platform/kernel/written-day.ts";
import { figureText, plainCell } from "#platform/tables/cells.ts";
import type { ReadRow, Row, Wrong } from "#platform/tables/column-table.ts";
import type { Column } from "#platform/tables/columns.ts";
import { impossible } from "../model/activity.rules.ts";
import { type ActivityInput, ToldActivity } from "../model/activity.schema.ts";
import { ACTIVITY_KINDS, type ActivityKind } from "../model/activity-kinds.schema.ts";
import { activityKindLabel } from "../model/plan.messages.ts";
import { HOST_HINT, ROW } from "./activity-import.messages.ts";

/** An activity as a row tells it. The same row of the same table, sent twice, is the same activity by its key. */
export type ImportedRow = Readonly<{ line: number; key: string; activity: ActivityInput }>;

/** The columns, by the words that offices put over them. */
export const COLUMNS = [
  { key: "fiscal_year", header: "年度", required: "when" },
  { key: "from", header: "日付", synonyms: ["開始日", "date"], required: "when" },
  { key: "to", header: "終了日" },
  { key: "kind", header: "種類", synonyms: ["種別", "区分"], required: true },
  { key: "title", header: "名称", synonyms: ["内容"] },
  { key: "place", header: "会場", synonyms: ["場所"] },
  {
    key: "host",
    header: "主催",
    required: true,
    forAll: { label: "主催機関", hint: HOST_HINT },
  },
  { key: "sessions", header: "回数", required: "figure" },
  { key: "participants", header: "参加者数", synonyms: ["参加者", "人数"], required: "figure" },
  { key: "men", header: "男性" },
  { key: "women", header: "女性" },
  { key: "workplaces", header: "事業所数" },
  { key: "result", header: "結果" },
] as const satisfies readonly Column[];
export type Field = (typeof COLUMNS)[number]["key"];
const COUNTS = ["sessions", "participants", "men", "women", "workplaces"] as const;

const KIND_OF = new Map<string, ActivityKind>(
  ACTIVITY_KINDS.flatMap((kind) => [
    [kind, kind],
    [activityKindLabel(kind), kind],
  ]),
);
KIND_OF.set("研修", "training")
  .set("普及啓発", "awareness")
  .set("メンタルヘルスケア支援", "mental_health_support");

/** 延べ120人: people who came twice are counted twice, as activities count them. */
const countText = (text: string): string => figureText(text.replace(/^\s*(延べ|延)\s*(?=[\d０-９])/, ""));

/** A row that adds up those above says so in place of a year, a day or a name. */
const SUM = /^\s*(合\s*計|総\s*計|小\s*計|計|総数|total)\s*$/i;
const SUM_CELLS = ["fiscal_year", "from", "kind", "title"] as const;

type ActivityRow = Row<Field>;
type Mends = readonly Wrong<Field>[];

/**
 * A row with a day is one activity; one with a fiscal year alone is that year's total. A row without sessions and
 * participants, and a sum of the rows above, tells nothing of its own and is passed over.
 */
export function readRow(row: ActivityRow, today: PlainDate): ReadRow<Field, ImportedRow> {
  if (figureText(row.text("sessions")) === "" && figureText(row.text("participants")) === "")
    return "skipped";
  if (SUM_CELLS.some((key) => SUM.test(row.text(key)))) return "skipped";
  const read = activityOf(row, today);
  return read.ok ? { line: row.line, key: keyOf(read.value), activity: read.value } : read.error;
}

/** Of two rows that tell of the same activity the second is a slip. */
export const repeated = (first: number, { activity }: ImportedRow): Wrong<Field> => ({
  mend: ROW.same(first, activity.isTotal),
});

function activityOf(row: ActivityRow, today: PlainDate): Result<ActivityInput, Mends> {
  const wrong: Wrong<Field>[] = [];
  const kind = KIND_OF.get(plainCell(row.text("kind")));
  if (!kind) wrong.push({ key: "kind", mend: ROW.kind });
  const span = spanOf(row);
  if ("mend" in span) wrong.push(span);
  if (wrong.length > 0) return { ok: false, error: wrong };
  const parsed = ToldActivity.safeParse(
    {
      kind,
      title: row.text("title") || activityKindLabel(kind!),
      ...span,
      host: row.text("host"),
      place: row.text("place"),
      ...Object.fromEntries(COUNTS.map((field) => [field, countText(row.text(field))])),
      result: row.text("result"),
    },
    { error: sentenceOf },
  );
  const mends = parsed.success
    ? Object.entries(impossible(parsed.data, today)).map(([field, [sentence]]) => [field, sentence!] as const)
    : parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message] as const);
  if (parsed.success && mends.length === 0) return ok({ ...parsed.data, hostOrganisationId: null });
  const ofYear = row.text("from") === "";
  return {
    ok: false,
    error: mends.map(([field, mend]) => ({
      key: ofYear && (field === "from" || field === "to") ? "fiscal_year" : (field as Field),
      mend,
    })),
  };
}

type Span = Readonly<{ from: PlainDate; to: PlainDate; isTotal: boolean }>;

function spanOf(row: ActivityRow): Span | Wrong<Field> {
  const [from, to] = [plainCell(row.text("from")), plainCell(row.text("to"))];
  if (from !== "") {
    const [first, last] = [readDay(from), readDay(to || from)];
    if (!first || first === "no-such-day") return { key: "from", mend: dayMend(from) };
    if (!last || last === "no-such-day") return { key: "to", mend: dayMend(to) };
    return { from: first, to: last, isTotal: false };
  }
  const typed = plainCell(row.text("fiscal_year"));
  const when = row.has("fiscal_year") ? "fiscal_year" : "from";
  if (typed === "") return { key: when, mend: ROW.when };
  const year = readFiscalYear(typed);
  return year
    ? { from: firstDayOf(year), to: lastDayOf(year), isTotal: true }
    : { key: when, mend: ROW.year };
}

function dayMend(typed: string): string {
  const serial = dayOfSerial(typed);
  return serial ? ROW.serialDay(serial) : ROW.day;
}

const keyOf = (activity: ActivityInput): string =>
  [
    activity.isTotal ? "total" : plain(activity.title),
    activity.kind,
    activity.from,
    activity.to,
    plain(activity.host),
  ].join("|");

/** As keys were written before. */
const plain = (typed: string): string => typed.normalize("NFKC").trim();
