import type { Dictionary } from "../../dictionary/schema.ts";
import { ALL_AGES } from "../../observations/schema.ts";
import type { Choices, ColumnMeaning, Mapping } from "../schema.ts";
import { indicatorsByName, ROLE_OF, roleOf } from "./names/rules.ts";
import { type Names, type ReadName, readWords } from "./words/rules.ts";

export const namesOf = ({ indicators }: Dictionary): Names => ({ indicators: indicatorsByName(indicators) });

const says = ({ words, total }: ReadName): boolean => total || Object.keys(words).length > 0;

/** Whether a header's name is one that is known, as a role or by its words; a bare year may stand in any row. */
export function namesKnown(dictionary: Dictionary): (name: string) => boolean {
  const names = namesOf(dictionary);
  return (name) => {
    if (roleOf(name) !== undefined) return true;
    if (/^\d*$/.test(name)) return false;
    const read = readWords(name, names);
    return read.rest.length === 0 && says(read);
  };
}

type ReadColumn = Readonly<{ role: ColumnMeaning["role"] | undefined; read: ReadName; sure: boolean }>;

/** A figure's column by its words: the role may be one of them (分子 男). */
function readColumn(name: string, names: Names): ReadColumn {
  const read = readWords(name, names);
  const roles = read.rest.flatMap((word) => ROLE_OF.get(word.toLowerCase()) ?? []);
  const role = roles.length === 1 && isFigure({ role: roles[0]! }) ? roles[0] : undefined;
  const rest = role ? read.rest.length - 1 : read.rest.length;
  return { role, read, sure: rest === 0 && says(read) };
}

/**
 * What each column probably holds, by its name. A role that fits two columns goes to the first of them. A name of which a
 * word is not known says nothing: 人口 外国人 is not the population.
 */
export function matchColumns(
  header: readonly string[],
  dictionary: Dictionary,
  areas?: ReadonlyMap<string, string>,
): ColumnMeaning[] {
  const names = { ...namesOf(dictionary), areas };
  const plain = header.map((name) => {
    const role = roleOf(name);
    // 受診者数（男） is a figure's column with a word in brackets.
    return role && isFigure({ role }) && readColumn(name, names).sure ? undefined : role;
  });
  const columns = header.map((name, at) => (plain[at] ? undefined : readColumn(name, names)));
  const sure = columns.filter((column) => column?.sure);
  const has = (word: keyof ReadName["words"]) =>
    sure.filter((column) => column!.read.words[word] !== undefined).length > 0;
  const rows = new Set(plain);
  const spread = {
    sex: has("sex") && !rows.has("sex"),
    ages: has("ageBand") && !rows.has("age_band"),
    named:
      sure.some((column) => column!.role !== undefined) && sure.some((column) => column!.role === undefined),
  };
  const taken = new Set<string>();
  const first = (meaning: ColumnMeaning, key: string): ColumnMeaning => {
    // Prefecture beside municipality, code beside name: they are read together.
    if (taken.has(key)) return { role: meaning.role === "area" ? "area_part" : "ignore" };
    taken.add(key);
    return meaning;
  };
  return header.map((_, at): ColumnMeaning => {
    const role = plain[at];
    if (role) return role === "ignore" ? { role } : first({ role }, role);
    const column = columns[at]!;
    if (!column.sure) return { role: "ignore" };
    const meaning = meaningOf(column, spread);
    // 25以上 over a figure is no age where each row has one.
    if (meaning && saysAgain(meaning, rows)) return { role: "ignore" };
    return meaning ? first(meaning, keyOf(meaning)) : { role: "ignore" };
  });
}

/** Whether a figure's column says by its words what a column of its own says for each row. */
const saysAgain = (
  { sex, ageBand, fiscalYear, area }: ColumnMeaning,
  rows: ReadonlySet<string | undefined>,
) =>
  (sex !== undefined && rows.has("sex")) ||
  (ageBand !== undefined && rows.has("age_band")) ||
  (fiscalYear !== undefined && (rows.has("fiscal_year") || rows.has("era_year") || rows.has("as_of"))) ||
  (area !== undefined && rows.has("area"));

function meaningOf(
  { role, read: { words, total } }: ReadColumn,
  spread: Readonly<{ sex: boolean; ages: boolean; named: boolean }>,
): ColumnMeaning | undefined {
  // Beside columns that name a figure alone, 割合 is another figure of which nobody said what.
  if (role !== undefined && words.indicator === undefined && spread.named) return undefined;
  const all = {
    ...(total && spread.sex && words.sex === undefined && { sex: "all" as const }),
    ...(total && spread.ages && words.ageBand === undefined && { ageBand: ALL_AGES as number }),
  };
  const said = { ...words, ...all };
  return Object.keys(said).length === 0 ? undefined : { role: role ?? "value", ...said };
}

const keyOf = ({ role, indicator, sex, ageBand, fiscalYear, area }: ColumnMeaning) =>
  JSON.stringify([role, indicator, sex, ageBand, fiscalYear, area]);

/** The words of a header that may name areas: what nothing else knows, once a column. */
export function areaWordsOf(header: readonly string[], dictionary: Dictionary): string[] {
  const names = namesOf(dictionary);
  const unread = header.filter((name) => roleOf(name) === undefined && !/^（\d+列目）$/.test(name));
  const words = unread.flatMap((name) => {
    const { rest } = readWords(name, names);
    return rest.length === 1 ? rest : [];
  });
  return [...new Set(words)];
}

export type MappingGap = "area" | "year" | "indicator" | "figure" | "twice";

/** What still has to be said before the rows can be read. */
export function gapsOf(mapping: Mapping, choices: Choices): MappingGap[] {
  const roles = mapping.map((column) => column.role);
  const has = (role: ColumnMeaning["role"]) => roles.includes(role);
  const figures = mapping.filter(isFigure);
  const all = (word: "area" | "fiscalYear" | "indicator") =>
    figures.length > 0 && figures.every((column) => column[word] !== undefined);
  const own = figures.some(({ indicator }) => indicator);
  // Beside columns that name their indicator, one that says nothing at all is left out.
  const general = figures.some(
    ({ indicator, sex, ageBand, fiscalYear, area }) =>
      !indicator && (!own || sex || ageBand !== undefined || fiscalYear !== undefined || area),
  );
  const gaps: MappingGap[] = [];
  if (!has("area") && !choices.area && !all("area")) gaps.push("area");
  if (!has("fiscal_year") && !has("era_year") && !has("as_of") && choices.fiscalYear === undefined)
    if (!all("fiscalYear")) gaps.push("year");
  if (general && !has("indicator") && !choices.indicator) gaps.push("indicator");
  if (!figures.some(({ role }) => role === "value" || role === "numerator")) gaps.push("figure");
  const keys = mapping.filter(({ role }) => role !== "ignore" && role !== "area_part").map(keyOf);
  if (new Set(keys).size < keys.length) gaps.push("twice");
  return gaps;
}

export const isFigure = ({ role }: Pick<ColumnMeaning, "role">): boolean =>
  role === "value" || role === "numerator" || role === "denominator" || role === "lower" || role === "upper";

/**
 * The columns of a file by the year and area that its figures' columns name: each part is read as a table of its own, so
 * that a row of a wide file is as many rows as it has years. What names no year or area belongs to every part.
 */
export function partsOf(
  mapping: Mapping,
): readonly Readonly<{ mapping: Mapping; fiscalYear?: number; area?: string }>[] {
  const keyed = Map.groupBy(
    mapping.filter(isFigure),
    ({ fiscalYear, area }) => `${fiscalYear ?? ""} ${area ?? ""}`,
  );
  return [...keyed.values()].map((figures) => partOf(mapping, figures[0]!));
}

const partOf = (mapping: Mapping, { fiscalYear, area }: ColumnMeaning) => ({
  mapping: mapping.map((column) =>
    !isFigure(column) || (column.fiscalYear === fiscalYear && column.area === area)
      ? column
      : ({ role: "ignore" } as const),
  ),
  ...(fiscalYear !== undefined && { fiscalYear }),
  ...(area !== undefined && { area }),
});
