import { firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { readDay, readFiscalYear } from "#platform/kernel/written-day.ts";
import { impossible } from "../model/activity.rules.ts";
import { type ActivityInput, ToldActivity } from "../model/activity.schema.ts";
import { ACTIVITY_KINDS, type ActivityKind } from "../model/activity-kinds.schema.ts";
import { activityKindLabel } from "../model/plan.messages.ts";
import { ROW, TABLE } from "./activity-import.messages.ts";
import type { Table, TableRow } from "./table-file.rules.ts";

export type ImportedRow = Readonly<{ line: number; key: string; activity: ActivityInput }>;
/** What is wrong with a row: in which column (null: all of it), what stands there, and how to mend it. */
export type RowProblem = Readonly<{ line: number; column: string | null; value: string; sentence: string }>;
export type ReadRows = Readonly<{
  rows: readonly ImportedRow[];
  problems: readonly RowProblem[];
  /** Rows without any figure: they tell nothing. */
  passedOver: number;
  /** Columns that nobody here understands. */
  unread: readonly string[];
  /** The fields that the table speaks of; what it does not tell is left as it is. */
  told: readonly Field[];
}>;

/** The columns, by the words that offices put over them. */
const COLUMNS = {
  年度: "fiscal_year",
  fiscal_year: "fiscal_year",
  日付: "from",
  開始日: "from",
  date: "from",
  終了日: "to",
  to: "to",
  種類: "kind",
  種別: "kind",
  区分: "kind",
  kind: "kind",
  名称: "title",
  内容: "title",
  title: "title",
  会場: "place",
  場所: "place",
  place: "place",
  主催: "host",
  host: "host",
  回数: "sessions",
  sessions: "sessions",
  参加者数: "participants",
  参加者: "participants",
  人数: "participants",
  participants: "participants",
  男性: "men",
  men: "men",
  女性: "women",
  women: "women",
  事業所数: "workplaces",
  workplaces: "workplaces",
  結果: "result",
  result: "result",
} as const;
export type Field = (typeof COLUMNS)[keyof typeof COLUMNS];
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

/** Figures, days and heads as they are compared; texts stay as they were written. */
const plain = (typed: string): string => typed.normalize("NFKC").trim();

/** 「参加者数（人）」 is the column of the participants. */
const fieldOf = (head: string): Field | undefined =>
  (COLUMNS as Readonly<Record<string, Field>>)[
    plain(head)
      .replace(/\s*\(.*\)$/, "")
      .replaceAll(" ", "")
  ];

/** Which field each column holds; refused where the heads don't tell enough or tell it twice. */
function fieldsOf(head: readonly string[], host: string): Result<ReadonlyMap<Field, number>> {
  const refused = (sentence: string) => invalid({ file: [sentence] });
  const columns = new Map<Field, number>();
  for (const [index, name] of head.entries()) {
    const field = fieldOf(name);
    const before = field && columns.get(field);
    if (before !== undefined) return refused(TABLE.twice(head[before]!, name));
    if (field) columns.set(field, index);
  }
  const lacks = (...fields: Field[]) => !fields.some((field) => columns.has(field));
  const missing = [
    ...(lacks("fiscal_year", "from") ? ["年度」か「日付"] : []),
    ...(lacks("kind") ? ["種類"] : []),
    ...(lacks("sessions", "participants") ? ["回数」か「参加者数"] : []),
  ];
  if (missing.length > 0) return refused(TABLE.missing(missing));
  return lacks("host") && host.trim() === "" ? invalid({ host: [TABLE.noHost] }) : ok(columns);
}

/**
 * Reads a table of past years. A row with a day is one activity; one with a fiscal year alone is that year's total. A
 * row without sessions and participants tells nothing and is passed over.
 */
export function readRows({ head, rows: lines }: Table, host: string, today: PlainDate): Result<ReadRows> {
  const columns = fieldsOf(head, host);
  if (!columns.ok) return columns;
  const rows: ImportedRow[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  const when = columns.value.has("fiscal_year") ? "fiscal_year" : "from";
  let passedOver = 0;
  for (const { line, cells } of lines) {
    const cell = (field: Field) => cells[columns.value.get(field) ?? -1] ?? "";
    const problem = (field: Field | undefined, sentence: string) => {
      const named = field === "fiscal_year" ? when : field;
      const column = named && head[columns.value.get(named) ?? -1];
      problems.push({
        line,
        column: column ?? null,
        value: named ? cell(named).slice(0, 40) : "",
        sentence,
      });
    };
    const shape = wrongShape(head.length, cells);
    if (shape) {
      problem(undefined, shape);
      continue;
    }
    if (countOf(cell("sessions")) === "" && countOf(cell("participants")) === "") {
      passedOver += 1;
      continue;
    }
    const read = activityOf(cell, host, today);
    if (!read.ok) {
      for (const [field, sentence] of read.error) problem(field, sentence);
      continue;
    }
    const key = keyOf(read.value);
    const before = seen.get(key);
    if (before !== undefined) {
      problem(undefined, ROW.same(before, read.value.isTotal));
      continue;
    }
    seen.set(key, line);
    rows.push({ line, key, activity: read.value });
  }
  const unread = head.filter((name) => name !== "" && !fieldOf(name));
  return ok({ rows, problems, passedOver, unread, told: [...columns.value.keys()] });
}

function wrongShape(heads: number, cells: TableRow["cells"]): string | undefined {
  if (cells.some((cell) => cell.includes("\uFFFD"))) return ROW.cut;
  if (cells.length < heads) return ROW.shorter(heads, cells.length);
  return cells.slice(heads).some((cell) => cell !== "") ? ROW.longer(heads, cells.length) : undefined;
}

type Cell = (field: Field) => string;
type Mends = readonly (readonly [Field, string])[];

function activityOf(cell: Cell, host: string, today: PlainDate): Result<ActivityInput, Mends> {
  const wrong: [Field, string][] = [];
  const kind = KIND_OF.get(plain(cell("kind")));
  if (!kind) wrong.push(["kind", ROW.kind]);
  const span = spanOf(cell);
  if (Array.isArray(span)) wrong.push(span);
  if (wrong.length > 0) return { ok: false, error: wrong };
  const parsed = ToldActivity.safeParse({
    kind,
    title: cell("title") || activityKindLabel(kind!),
    ...span,
    host: cell("host") || host,
    place: cell("place"),
    ...Object.fromEntries(COUNTS.map((field) => [field, countOf(cell(field))])),
    result: cell("result"),
  });
  const mends = parsed.success
    ? Object.entries(impossible(parsed.data, today)).map(([field, [sentence]]) => [field, sentence!] as const)
    : parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message] as const);
  if (parsed.success && mends.length === 0) return ok({ ...parsed.data, hostOrganisationId: null });
  const ofYear = cell("from") === "";
  return {
    ok: false,
    error: mends.map(([field, sentence]) => [
      ofYear && (field === "from" || field === "to") ? "fiscal_year" : (field as Field),
      sentence,
    ]),
  };
}

/** 1回, 24名, ―: the figure alone. */
const countOf = (typed: string): string =>
  plain(typed)
    .replace(/[,回人名社件]/g, "")
    .replace(/^[-―－–ー]$/, "");

type Span = Readonly<{ from: PlainDate; to: PlainDate; isTotal: boolean }>;

function spanOf(cell: Cell): Span | [Field, string] {
  const [from, to] = [plain(cell("from")), plain(cell("to"))];
  if (from !== "") {
    const [first, last] = [readDay(from), readDay(to || from)];
    if (!first || first === "no-such-day") return ["from", ROW.day];
    if (!last || last === "no-such-day") return ["to", ROW.day];
    return { from: first, to: last, isTotal: false };
  }
  const typed = plain(cell("fiscal_year"));
  if (typed === "") return ["fiscal_year", ROW.when];
  const year = readFiscalYear(typed);
  return year ? { from: firstDayOf(year), to: lastDayOf(year), isTotal: true } : ["fiscal_year", ROW.year];
}

/** The same row of the same table, sent twice, is the same activity. */
const keyOf = (activity: ActivityInput): string =>
  [
    activity.isTotal ? "total" : plain(activity.title),
    activity.kind,
    activity.from,
    activity.to,
    plain(activity.host),
  ].join("|");
