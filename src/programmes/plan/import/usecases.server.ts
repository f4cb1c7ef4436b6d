import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { upsertActivity } from "../activities/store.server.ts";
import { tellActivities } from "../facts/usecases.server.ts";
import { editPlan } from "../usecases.server.ts";
import { type ImportedRow, type RowProblem, readRows } from "./rules.ts";

const MOST_ROWS = 20_000;

export type ActivityImport = Readonly<{
  rows: readonly ImportedRow[];
  problems: readonly RowProblem[];
  passedOver: number;
}>;

/**
 * Takes over the activities of past years from a table (UTF-8 or Shift_JIS). Nothing is written while a row has a
 * problem or `onlyLook` is set; a file that is sent again changes nothing twice.
 */
export function importActivities(
  app: App,
  actor: Actor,
  area: AreaId,
  { file, host, onlyLook }: Readonly<{ file: Uint8Array; host: string; onlyLook: boolean }>,
): Promise<Result<ActivityImport>> {
  return editPlan(app, actor, area, "activity", async (unit, by, at): Promise<Result<ActivityImport>> => {
    const table = tableOf(file);
    if (!table) return invalid({ file: ["表として読めません。CSVの形で保存したファイルを選んでください。"] });
    const [header, ...records] = table;
    if (!header || records.length === 0)
      return invalid({ file: ["行がありません。1行目に見出しを置いてください。"] });
    if (records.length > MOST_ROWS)
      return invalid({ file: [`一度に${MOST_ROWS.toLocaleString("ja-JP")}行までです。`] });
    const read = readRows(header, records, host, unit.clock.today());
    if (onlyLook || read.problems.length > 0) return ok(read);
    for (const { key, activity } of read.rows)
      await upsertActivity(unit.tx, area, activity, { source: "csv", key, by, at });
    // The key of a row holds its day: sent again, it is an activity of the same year.
    const years = read.rows.map(({ activity }) => fiscalYearOf(activity.from));
    await tellActivities(unit, area, years);
    return ok(read);
  });
}

function tableOf(file: Uint8Array): string[][] | undefined {
  const bytes = Buffer.from(file);
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    return parse(utf8.decode(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof TypeError)) return undefined;
  }
  try {
    return parse(iconv.decode(bytes, "cp932"), { relax_column_count: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}
