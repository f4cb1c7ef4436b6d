import { areaIdOfCode } from "#foundation/areas/public.ts";
import { ok, type Result, refuse } from "#platform/kernel/result.ts";
import { COLUMNS } from "../model/prevention-data.schema.ts";

/** Counts of a municipality by key; null is hidden by the ministry, which is not none. */
export type FigureCounts = Readonly<Record<string, number | null>>;
export type FigureRow = Readonly<{ town: string; counts: FigureCounts }>;

const plain = (cell: string | undefined) => (cell ?? "").normalize("NFKC").replace(/\s+/g, "");
const same = (cell: string | undefined, word: string) => plain(cell) === plain(word);

/**
 * Reads one sheet of a table by municipality, by the dated list of its columns. Whatever that list does not name (places,
 * ways, days and hours) is looked at by nobody. A sheet of another width or other heads is refused: it may be another table.
 */
export function readFigureSheet(lines: readonly (readonly string[])[]): Result<FigureRow[], string> {
  const { width, groupRow, nameRow, firstRow, codeAt, columns } = COLUMNS;
  const [groups, names] = [lines[groupRow - 1] ?? [], lines[nameRow - 1] ?? []];
  const wide = Math.max(0, ...lines.slice(firstRow - 1).map((line) => line.length));
  if (wide !== width)
    return refuse(`列の数が${width}ではありません（${wide}列）。表の様式をご確認ください。`);
  for (const { at, group, name } of columns)
    if (!same(names[at], name) || !(plain(groups[at]) === "" || same(groups[at], group)))
      return refuse(`${at + 1}列目の見出しが「${name}」ではありません。表の様式をご確認ください。`);
  const body = lines.slice(firstRow - 1).filter((line) => /^\d{4,6}$/.test(plain(line[codeAt])));
  // A leading zero is lost in a number; whether codes have their check digit, the longest ones tell.
  const checked = body.some((line) => plain(line[codeAt]).length === 6);
  const rows: FigureRow[] = [];
  for (const line of body) {
    const town = townOf(plain(line[codeAt]), checked);
    if (town === undefined) continue;
    const counts: Record<string, number | null> = {};
    for (const { at, key, name } of columns) {
      const cell = plain(line[at]).replaceAll(",", "");
      if (cell !== "" && !/^\d{1,6}$/.test(cell))
        return refuse(`${town}の「${name}」が数ではありません（${cell.slice(0, 20)}）。`);
      counts[key] = cell === "" ? null : Number(cell);
    }
    if (!addsUp(counts)) return refuse(`${town}の内訳の合計が、総数より多くなっています。`);
    rows.push({ town, counts });
  }
  return rows.length === 0 ? refuse("市区町村の行がありません。") : ok(rows);
}

const townOf = (digits: string, checked: boolean): string | undefined =>
  checked ? areaIdOfCode(digits.padStart(6, "0")) : digits.padStart(5, "0");

/** Each person is once in the ages and once in the kinds of work. */
function addsUp(counts: FigureCounts): boolean {
  const { total } = counts;
  if (total === null || total === undefined) return true;
  const groups = Map.groupBy(
    COLUMNS.columns.filter(({ group }) => group === "年齢階級" || group === "職業"),
    ({ group }) => group,
  );
  return [...groups.values()].every(
    (group) => group.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0) <= total,
  );
}
