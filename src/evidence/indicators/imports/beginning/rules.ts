import { createHash } from "node:crypto";
import type { Dictionary } from "../../dictionary/schema.ts";
import { gapsOf, indicatorOfFileName, matchColumns, plainName } from "../columns/rules.ts";
import { NO_HEADER, ONE_COLUMN } from "../messages.ts";
import { parseNumber, plainCell } from "../rows/cells/rules.ts";
import type { Choices, Mapping } from "../schema.ts";

/** Why the first line is no header; undefined where it is one. */
export function headerProblem(header: readonly string[]): string | undefined {
  if (header.length < 2) return ONE_COLUMN;
  const named = header.filter((name) => name !== "");
  const numbers = named.filter((name) => typeof parseNumber(name) === "number");
  return named.length < 2 || numbers.length * 2 >= named.length ? NO_HEADER : undefined;
}

/** Column names as they are shown and compared: in normal width; ones without a name by their place. */
export const tidyHeader = (cells: readonly string[]): string[] => {
  const names = cells.map((cell) => plainCell(cell).slice(0, 100));
  while (names.length > 0 && names.at(-1) === "") names.pop();
  return names.map((name, index) => name || `（${index + 1}列目）`);
};

/** The same columns in the same order have the same digest. */
export const headerDigest = (header: readonly string[]): string =>
  createHash("sha256").update(header.map(plainName).join("\n")).digest("hex");

/** What to begin with: what was saved for such a header, else what the names of columns and file tell. */
export function proposal(
  header: readonly string[],
  fileName: string,
  given: Choices,
  saved: { mapping: Mapping; choices: Choices } | undefined,
  dictionary: Dictionary,
): { mapping: Mapping; choices: Choices } {
  const mapping = saved?.mapping ?? matchColumns(header, dictionary);
  const choices = { ...saved?.choices, ...given };
  if (!gapsOf(mapping, choices).includes("indicator")) return { mapping, choices };
  const indicator = indicatorOfFileName(fileName, dictionary);
  return { mapping, choices: indicator ? { ...choices, indicator } : choices };
}
