import type { ImportView } from "#foundation/tables/public.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { Tone } from "#platform/tables/layout-present.ts";
import { meaningValue, presentImport } from "#platform/tables/present.ts";
import { ROLES } from "../observations/column-role.schema.ts";
import { type AgeBand, ALL_AGES, showAgeBandJa } from "../observations/schema.ts";
import { showWords } from "./columns/words/rules.ts";
import { ROLE_LABEL } from "./messages.ts";
import { apartLabel } from "./rows/messages.ts";
import type { Changes, Choices, ColumnMeaning, FiguresView } from "./schema.ts";

const CHANGES_SHOWN = 200;
const SEX_WORDS = ["", "男", "女"] as const;

/** What the page of one import of figures shows. */
export function presentFigures(view: ImportView<ColumnMeaning, Choices, FiguresView>) {
  const { batch, more } = view;
  const { dictionary, areaNames } = more;
  const names = Object.fromEntries(dictionary.indicators.map(({ code, name_ja }) => [code, name_ja]));
  const nameOf = (code: string, sex = 0, band: AgeBand = ALL_AGES) =>
    [names[code] ?? code, SEX_WORDS[sex], band === ALL_AGES ? "" : showAgeBandJa(band)]
      .filter(Boolean)
      .join(" ");
  const { counts = [], examples = [] } = (batch.changes ?? {}) as Partial<Changes>;
  const matching = batch.state === "matching";
  return {
    one: presentImport(view, () => OPTIONS, [], {
      words: ({ role: _, ...words }) => showWords(words, dictionary, (id) => areaNames[id] ?? id),
      tone: ({ role }) => TONE_OF[role],
      apart: apartLabel,
    }),
    choices: batch.choices,
    home: more.home,
    changes: counts.slice(0, CHANGES_SHOWN).map(({ indicator, fiscalYear, added, changed }) => ({
      key: `${indicator} ${fiscalYear}`,
      name: nameOf(indicator),
      fiscalYear: fiscalYear as FiscalYear,
      added,
      changed,
    })),
    examples: examples.map((row, index) => ({
      key: String(index),
      area: areaNames[row.area] ?? row.area,
      name: nameOf(row.indicator, row.sex, row.ageBand as AgeBand),
      fiscalYear: row.fiscalYear as FiscalYear,
      before: row.before,
      after: row.after,
    })),
    indicators: matching
      ? dictionary.indicators.map(({ code, name_ja }) => ({ value: code, label: name_ja }))
      : [],
    sources: matching ? dictionary.sources.map(({ code, name_ja }) => ({ value: code, label: name_ja })) : [],
  };
}

/** What a column may mean; which indicator, sex, age, year or area its figures have is written beside. */
const OPTIONS = ROLES.map((role) => ({ value: meaningValue({ role }), label: ROLE_LABEL[role] }));

const TONE_OF: Readonly<Record<ColumnMeaning["role"], Tone>> = {
  ignore: "none",
  fiscal_year: "when",
  era_year: "when",
  as_of: "when",
  area: "where",
  area_part: "where",
  sex: "who",
  age_band: "who",
  indicator: "what",
  source: "what",
  unit: "what",
  value: "figure",
  numerator: "figure",
  denominator: "figure",
  lower: "figure",
  upper: "figure",
};

export type FiguresPage = ReturnType<typeof presentFigures>;
