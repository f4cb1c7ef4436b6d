import { COLUMNS } from "../model/prevention-data.schema.ts";
import { AGES, WORKS } from "../model/prevention-kinds.schema.ts";

type Town = Readonly<{ code: string; counts: Readonly<Record<string, number | null>> }>;

/** What a column that is never read holds in a made-up file: if it came through anywhere, a test would find it. */
export const UNREAD = "91919";

/** A made-up sheet as the ministry lays it out: 74 columns, heads in rows 5 and 8, blank where it is hidden. */
export function figureCsv(towns: readonly Town[], { width = COLUMNS.width } = {}): string {
  const empty = (): string[] => Array.from({ length: width }, () => "");
  const lines = Array.from({ length: COLUMNS.firstRow - 1 }, empty);
  for (const { at, group, name } of COLUMNS.columns) {
    if (at >= width) continue;
    lines[COLUMNS.groupRow - 1]![at] = group;
    lines[COLUMNS.nameRow - 1]![at] = name;
  }
  lines[0]![0] = "見本";
  const read = new Set(COLUMNS.columns.map(({ at }) => at));
  for (const { code, counts } of towns) {
    const line = empty().map((_, at): string => (at > 6 && !read.has(at) ? UNREAD : ""));
    line[COLUMNS.codeAt] = String(Number(code));
    for (const { at, key } of COLUMNS.columns) if (at < width) line[at] = String(counts[key] ?? "");
    lines.push(line);
  }
  return lines.map((line) => line.join(",")).join("\n");
}

/** Counts of a town: so many in all, in one age and one kind of work; `hidden` are left blank. */
export function townCounts(total: number, hidden: readonly string[] = []): Record<string, number | null> {
  const counts: Record<string, number | null> = { total };
  for (const [at, key] of AGES.entries()) counts[key] = at === 3 ? total : 0;
  for (const [at, key] of WORKS.entries()) counts[key] = at === 0 ? total : 0;
  for (const key of hidden) counts[key] = null;
  return counts;
}

export const fileOf = (text: string): File => new File([text], "a7.csv");
