import { readFileSync } from "node:fs";
import type { PlaceIndex } from "#foundation/areas/public.ts";
import { recordsOf } from "#platform/files/csv-reader.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { tidyHeader } from "#platform/tables/columns.ts";
import { findHeader, isNote } from "#platform/tables/header.ts";
import { type Answers, openQuestions } from "#platform/tables/questions.ts";
import { DictionaryFile } from "../../dictionary/schema.ts";
import { keptFor } from "../columns/names/rules.ts";
import { gapsOf, matchColumns, namesKnown } from "../columns/rules.ts";
import { placesOf } from "../run/areas/rules.ts";
import type { Choices } from "../schema.ts";
import { planRows } from "./plan/rules.ts";
import { Reading } from "./reading/rules.ts";
import { readRow, wordsOf } from "./rules.ts";
import type { StagedFigure } from "./schema.ts";
import { checkWhole, withBlocks } from "./whole/rules.ts";

/** The shipped dictionary. */
export const dictionary = DictionaryFile.parse(
  JSON.parse(readFileSync(new URL("../../../../../reference/indicators.json", import.meta.url), "utf8")),
);
const byNo = new Map(dictionary.indicators.map((one) => [one.no, one]));
const codes = new Map(dictionary.indicators.map((one) => [one.no, one.code]));

/** Many small files name the same areas. */
const placesEverywhere = keptFor((index: PlaceIndex) => placesOf(index, "all"));
const knows = namesKnown(dictionary);

/** A small file read as the import reads it, without a database: what is wrong, left aside, asked, and what would be kept. */
export function readFile(
  index: PlaceIndex,
  text: string,
  {
    answers,
    reach = "all",
    ...given
  }: Partial<Choices> & { answers?: Answers; reach?: readonly AreaId[] | "all" } = {},
) {
  const records = recordsOf(text);
  const found = findHeader(records, knows);
  if (!found) return { refused: "no header" as const };
  const header = tidyHeader(found.names);
  const mapping = matchColumns(header, dictionary);
  const choices = { published: false, ...given };
  const gaps = gapsOf(mapping, choices);
  if (gaps.length > 0) return { refused: gaps.join() };
  const place = reach === "all" ? placesEverywhere(index) : placesOf(index, reach);
  const plan = planRows({ header, mapping, choices }, place, dictionary, 2026);
  const reading = new Reading(plan, answers);
  const file = { plan, place, reading, words: wordsOf(plan) };
  const problems: Readonly<{ line: number; column: string; mend: string }>[] = [];
  const figures: StagedFigure[] = [];
  for (const record of records.filter(({ line }) => line >= found.bodyLine)) {
    if (isNote(record.cells, header.length)) continue;
    const read = readRow(file, record);
    if (read.problems) problems.push(...read.problems.map((one) => ({ line: record.line, ...one })));
    else if (read.apart) reading.aside.add(read.apart);
    else figures.push(...read.figures);
  }
  const rows = { repeated: figures, sexes: figures, ages: figures, parts: figures, series: figures };
  const whole = checkWhole(rows, byNo);
  const bad = withBlocks(figures, whole.bad, reading.contradicted);
  for (const [line, mend] of bad) problems.push({ line, column: "", mend });
  const questions = reading.questions();
  for (const { line } of whole.rest) reading.open.note("rest", line, "", "");
  for (const { line } of whole.far) reading.open.note("far", line, "", "");
  const words = { ask: "", options: [{ value: "right", label: "" }] };
  questions.push(...reading.open.ask("rest", words), ...reading.open.ask("far", words));
  return {
    refused: undefined,
    problems,
    apart: reading.aside.counts,
    asked: openQuestions(questions, answers).map(({ key }) => key),
    figures: figures.filter(({ line }) => !bad.has(line)),
  };
}

/** A figure in one word: area, indicator, year, sex, age band, and what it says. */
export const shown = ({ areaId, indicatorNo, fiscalYear, sex, ageBand, ...figure }: StagedFigure): string =>
  [
    areaId,
    codes.get(indicatorNo),
    fiscalYear,
    sex,
    ageBand,
    figure.value ?? [figure.numerator, figure.denominator].filter((part) => part !== null).join("/"),
  ].join(" ");
