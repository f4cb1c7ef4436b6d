import { createHash } from "node:crypto";
import { plainCell } from "./cells.ts";

/** What a column of a file holds. A module's own meaning may say more beside its role. */
export type Meaning = Readonly<{ role: string }>;
/** By position in the header. */
export type Mapping<M extends Meaning = Meaning> = readonly M[];

/** No use is made of the column. */
export const IGNORE = "ignore";

/** A column that a module wants. */
export type Column<Key extends string = string> = Readonly<{
  key: Key;
  /** As pages and files name it. */
  header: string;
  synonyms?: readonly string[];
  /** Rows can't be read without it; of those that share a word, one is enough. */
  required?: true | string;
  /** May be said for all rows instead, in a field of this name. */
  forAll?: Readonly<{ label: string; hint?: string }>;
}>;

/** A name as it is compared: full width, case, spaces and brackets make no difference. */
export const plainName = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_・･,、．.:："'/／|\-‐－—―]/g, "")
    .replace(/[()（）[\]【】「」]/g, "");

/** A header's name without what tables write around it: units and notes in brackets, codes before it. */
export const bareName = (text: string): string =>
  plainName(
    text
      .normalize("NFKC")
      .replace(/\s*[([【〔].*[)\]】〕]\s*\d*\)?$/s, "")
      .replace(/\s+\d+\)$/, "")
      .replace(/^[A-Z]\d{3,}_/, ""),
  );

/** What a list of names knows of a header: by its whole name, else by its bare one. */
export function known<T>(names: ReadonlyMap<string, T>, header: string): T | undefined {
  return names.get(plainName(header)) ?? names.get(bareName(header));
}

/** Column names as they are shown and compared: in normal width; ones without a name by their place. */
export function tidyHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => plainCell(cell).slice(0, 100));
  while (names.length > 0 && names.at(-1) === "") names.pop();
  return names.map((name, index) => name || `（${index + 1}列目）`);
}

/** Names of added columns in the file of rows to be mended: no column of any table is called so. */
export const WHY_COLUMNS = ["元の行番号", "修正方法"] as const;

const isWhy = (name: string): boolean => (WHY_COLUMNS as readonly string[]).includes(name);

/** Whether the file is one that we gave out, of rows to be mended. */
export const isOfRejected = (header: readonly string[]): boolean => header.some(isWhy);

/** The columns that a file had before we wrote beside them what is to be mended. */
export const ownColumns = (header: readonly string[]): string[] => header.filter((name) => !isWhy(name));

/** The same columns in the same order have the same digest. */
export const headerDigest = (header: readonly string[]): string =>
  createHash("sha256").update(ownColumns(header).map(plainName).join("\n")).digest("hex");

/** What columns mean by those of another file that have their names; by position where names are not known. */
export function mappedByName<M extends Meaning>(
  header: readonly string[],
  saved: Readonly<{ header: readonly string[] | null; mapping: Mapping<M> }>,
  proposed: Mapping<M>,
): Mapping<M> {
  if (!saved.header) return header.map((_, at) => saved.mapping[at] ?? ({ role: IGNORE } as M));
  const left = saved.header.map((name, at) => ({ name: plainName(name), meaning: saved.mapping[at]! }));
  return header.map((name, at) => {
    const found = left.findIndex((one) => one.name === plainName(name));
    return found < 0 ? proposed[at]! : left.splice(found, 1)[0]!.meaning;
  });
}

/** Every name by which files call these columns. */
export const namesOf = <Key extends string>(columns: readonly Column<Key>[]): ReadonlyMap<string, Key> =>
  new Map(
    columns.flatMap(({ key, header, synonyms = [] }) =>
      [header, key, ...synonyms].map((name) => [plainName(name), key] as const),
    ),
  );

/** What each column holds, by its name. */
export const matchColumns = <Key extends string>(
  header: readonly string[],
  columns: readonly Column<Key>[],
): { role: Key | typeof IGNORE }[] => {
  const names = namesOf(columns);
  return header.map((name) => ({ role: known(names, name) ?? IGNORE }));
};

export type ColumnGap =
  | Readonly<{ kind: "missing"; columns: readonly Column[] }>
  | Readonly<{ kind: "twice"; column: Column; at: readonly number[] }>;

/** What still has to be said before the rows can be read; `given` are the columns that are told for all rows. */
export function columnGaps(
  mapping: Mapping,
  columns: readonly Column[],
  given: ReadonlySet<string>,
): ColumnGap[] {
  const places = (key: string) => mapping.flatMap(({ role }, at) => (role === key ? [at] : []));
  const has = ({ key }: Column) => places(key).length > 0 || given.has(key);
  const groups = Map.groupBy(
    columns.filter(({ required }) => required),
    ({ key, required }) => (required === true ? key : required!),
  );
  const missing = [...groups.values()].filter((group) => !group.some(has));
  const twice = columns.filter(({ key }) => places(key).length > 1);
  return [
    ...missing.map((group) => ({ kind: "missing", columns: group }) as const),
    ...twice.map((column) => ({ kind: "twice", column, at: places(column.key) }) as const),
  ];
}
