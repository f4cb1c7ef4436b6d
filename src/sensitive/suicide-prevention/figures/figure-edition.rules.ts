import { definePublication, type EditionCounts, type Period } from "#evidence/publication/public.ts";
import { AGE_WORDS, FIGURES, SEX_WORDS, WORK_WORDS } from "../model/figure.messages.ts";
import { AGES, SEXES, WORKS } from "../model/prevention-kinds.schema.ts";
import type { Pooled } from "./figure-pool.rules.ts";

export const NAME = "suicide-figures";

const axis = (
  name: string,
  label: string,
  keys: readonly string[],
  words: Readonly<Record<string, string>>,
) => ({
  ...{ name, label, total: FIGURES.total },
  categories: keys.map((key) => ({ key, label: words[key]! })),
});
const sex = axis("sex", FIGURES.sex, SEXES, SEX_WORDS);
const deaths = { of: "suicides", persons: true, unit: FIGURES.unit } as const;

/** What is published of an area: five years as one, two attributes at most, none as hidden as one to nine. */
export const suicideFigures = definePublication({
  ...{ name: NAME, title: FIGURES.title, source: FIGURES.source, zero: "hidden" },
  tables: [
    {
      ...{ ...deaths, key: "ages", title: FIGURES.ages, note: FIGURES.note },
      axes: [axis("age", FIGURES.age, AGES, AGE_WORDS), sex],
    },
    {
      ...{ ...deaths, key: "works", title: FIGURES.works, note: FIGURES.worksNote },
      axes: [axis("work", FIGURES.work, WORKS, WORK_WORDS), sex],
    },
  ],
  figures: [
    { key: "rate", title: FIGURES.rate, unit: FIGURES.rateUnit },
    { key: "prefecture", title: FIGURES.prefectureRate, unit: FIGURES.rateUnit },
  ],
});

/** Rows of sexes as rows of the other attribute, as the tables lay them out. */
const turned = (body: readonly number[], columns: number): number[] =>
  Array.from({ length: columns }, (_, at) => [body[at]!, body[columns + at]!]).flat();

const PER = 100_000;
const tenth = (rate: number) => Math.round(rate * 10) / 10;

export function countsOf(
  pooled: Pooled,
  { personYears, prefectureRate }: Readonly<{ personYears: number | null; prefectureRate: number | null }>,
): EditionCounts {
  const rate = personYears === null ? null : tenth((pooled.total / personYears) * PER);
  return {
    tables: {
      ages: turned(pooled.ages, AGES.length),
      ...(pooled.works ? { works: turned(pooled.works, WORKS.length) } : {}),
    },
    figures: {
      // Of fewer than ten deaths there is no rate, which would give their number back: the prefecture's stands alone.
      rate: { value: rate, persons: pooled.total },
      // A prefecture's rate stands on many; it is public already.
      prefecture: { value: prefectureRate, persons: PER },
    },
  };
}

export const periodOf = ({ from, to }: Pooled): Period => ({
  key: `${from}-${to}`,
  label: `${from}年〜${to}年の5年間`,
});
