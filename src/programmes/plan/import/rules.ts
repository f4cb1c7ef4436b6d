import { firstDayOf, lastDayOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import { type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { ACTIVITY_KINDS, type ActivityKind } from "../activities/kinds/schema.ts";
import { impossible } from "../activities/rules.ts";
import { ActivityInput } from "../activities/schema.ts";
import { activityKindLabel } from "../messages.ts";

export type ImportedRow = Readonly<{ line: number; key: string; activity: ActivityInput }>;
export type RowProblem = Readonly<{ line: number; sentence: string }>;

/** The columns, by the words that offices put over them. */
const COLUMNS: Readonly<Record<string, string>> = {
  年度: "fiscal_year",
  和暦: "era_year",
  日付: "date",
  開始日: "date",
  終了日: "to",
  種類: "kind",
  種別: "kind",
  区分: "kind",
  名称: "title",
  内容: "title",
  会場: "place",
  場所: "place",
  主催: "host",
  回数: "sessions",
  参加者数: "participants",
  参加者: "participants",
  人数: "participants",
  男性: "men",
  女性: "women",
  事業所数: "workplaces",
  結果: "result",
};

const KIND_OF = new Map<string, ActivityKind>(
  ACTIVITY_KINDS.flatMap((kind) => [
    [kind, kind],
    [activityKindLabel(kind), kind],
  ]),
);
KIND_OF.set("研修", "training")
  .set("普及啓発", "awareness")
  .set("メンタルヘルスケア支援", "mental_health_support");

/**
 * Reads the rows of a table of past years. A row with a day is one activity; one with a fiscal year alone is that
 * year's total. A row without sessions and participants tells nothing and is passed over.
 */
export function readRows(
  header: readonly string[],
  records: readonly (readonly string[])[],
  host: string,
  today: PlainDate,
): Readonly<{ rows: ImportedRow[]; problems: RowProblem[]; passedOver: number }> {
  const names = header.map((name) => COLUMNS[name.trim()] ?? name.trim());
  const rows: ImportedRow[] = [];
  const problems: RowProblem[] = [];
  let passedOver = 0;
  for (const [index, record] of records.entries()) {
    const line = index + 2;
    const cells = Object.fromEntries(
      names.map((name, column) => [name, (record[column] ?? "").normalize("NFKC").trim()]),
    );
    const count = (name: string) =>
      (cells[name] ?? "").replace(/[,回人名社件]/g, "").replace(/^[-―－–ー]$/, "");
    if (count("sessions") === "" && count("participants") === "") {
      passedOver += 1;
      continue;
    }
    const kind = KIND_OF.get(cells.kind ?? "");
    if (!kind) {
      problems.push({ line, sentence: `種類「${cells.kind ?? ""}」がわかりません（例 研修会）。` });
      continue;
    }
    const span = spanOf(cells);
    if (typeof span === "string") {
      problems.push({ line, sentence: span });
      continue;
    }
    const parsed = ActivityInput.safeParse({
      kind,
      title: cells.title || activityKindLabel(kind),
      ...span,
      host: cells.host || host,
      place: cells.place ?? "",
      sessions: count("sessions"),
      participants: count("participants"),
      men: count("men"),
      women: count("women"),
      workplaces: count("workplaces"),
      result: cells.result ?? "",
    });
    const sentences = parsed.success
      ? Object.values(impossible(parsed.data, today)).flat()
      : parsed.error.issues.map((issue) => issue.message);
    if (!parsed.success || sentences.length > 0) {
      problems.push(...sentences.map((sentence) => ({ line, sentence })));
      continue;
    }
    rows.push({ line, key: keyOf(parsed.data), activity: parsed.data });
  }
  return { rows, problems, passedOver };
}

function spanOf(cells: Record<string, string>): { from: string; to: string; isTotal: boolean } | string {
  if (cells.date) {
    const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cells.date);
    const day =
      match && parsePlainDate(`${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}`);
    if (!day) return `日付「${cells.date}」は実在しません（例 2009-06-12）。`;
    return { from: day, to: cells.to || day, isTotal: false };
  }
  const year = parseFiscalYear((cells.fiscal_year ?? "").replace("年度", ""));
  if (!year) return `年度「${cells.fiscal_year ?? ""}」を西暦4桁で書いてください（例 2009）。`;
  return { from: firstDayOf(year), to: lastDayOf(year), isTotal: true };
}

/** The same row of the same table, sent twice, is the same activity. */
const keyOf = (activity: ActivityInput): string =>
  [
    activity.isTotal ? "total" : activity.title,
    activity.kind,
    activity.from,
    activity.to,
    activity.host,
  ].join("|");
