import { designEffect, type ResponseRates } from "@yui/healthstats";
import { definePublication, type EditionCounts, type Publication } from "#evidence/publication/public.ts";
import { labelOf, type Variable, variablesOf, wordsIn } from "../model/questionnaire.rules.ts";
import type { Choice } from "../model/questionnaire.schema.ts";
import type { Survey } from "../model/survey.schema.ts";
import { asPlaces, CLUSTER, STRATUM, shapeOf } from "./column.rules.ts";
import { type ClassedTest, classed, testRows } from "./table-test.rules.ts";
import { byCluster, crossTable, type FourCounts, fourCounts, numberFigures } from "./tally.rules.ts";

export const BLANK_KEY = "blank";
const STRATUM_AXIS = "--stratum";

/** What is kept beside the tables: four counts of each question, how alike a workplace answers, whom the sample was of. */
export type EditionFacts = Readonly<{
  answers: number;
  four: Readonly<Record<string, FourCounts>>;
  /** By variable and choice, to one decimal; null where it can't be told, absent where nobody is clustered. */
  effects: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** Of tables by one group: whether groups differ, by class, from all counts. */
  tests: Readonly<Record<string, ClassedTest>>;
  /** Of questions for a number, where ten and more gave one. */
  numbers: Readonly<Record<string, Readonly<{ count: number; mean: number; median: number }>>>;
  population: number | null;
  rates: ResponseRates | null;
  strata: readonly Readonly<{ name: string; population: number }>[];
}>;

/** A variable that tables can be made of, and its choices as categories. */
const isTabled = ({ question }: Variable): boolean =>
  ["single", "multiple", "scale", "grid"].includes(question.kind);

export const tabled = (survey: Pick<Survey, "questionnaire">): Variable[] =>
  variablesOf(survey.questionnaire).filter(isTabled);

/** Questions for a number. */
export const numbered = (survey: Pick<Survey, "questionnaire">): Variable[] =>
  variablesOf(survey.questionnaire).filter(({ question }) => question.kind === "number");

type Tables = Readonly<{
  publication: Publication;
  counts: EditionCounts;
  facts: Pick<EditionFacts, "four" | "effects" | "numbers" | "tests">;
}>;

/** The tables of a survey with their counts, as one publication: all of them are suppressed together. */
export function tablesFor(survey: Survey, columns: ReadonlyMap<string, Uint8Array>): Tables {
  const known = new Map(tabled(survey).map((one) => [one.name, one]));
  const plan = survey.tables.filter((names) => {
    const found = names.map((name) => known.get(name));
    const many = found.filter((one) => one && shapeOf(one.question) === "many").length;
    return found.every((one) => one !== undefined && columns.has(one.name)) && many <= 1;
  });
  const counts: Record<string, number[]> = {};
  const tables = plan.map((names) => {
    // The question stands across, whom it is told by down.
    const axes = names.toReversed().map((name) => ({ variable: known.get(name)!, data: columns.get(name)! }));
    const key = names.join("--by--");
    counts[key] = crossTable(axes);
    return {
      ...{ key, of: "answers", persons: true, unit: "回答数" },
      title: axes
        .map(({ variable }) => labelOf(variable))
        .reverse()
        .join(" × "),
      axes: axes.map(({ variable }) => axisOf(variable)),
    };
  });
  const strata = stratumAxis(survey, columns);
  const weighted = strata
    ? plan
        .filter((names) => names.length === 1)
        .map(([name]) => {
          const variable = known.get(name!)!;
          const key = `${name}--weights`;
          counts[key] = crossTable([strata.axis, { variable, data: columns.get(name!)! }]);
          return {
            ...{
              key,
              of: "answers",
              persons: true,
              unit: "回答数",
              title: `${labelOf(variable)}（抽出の層）`,
            },
            axes: [strata.declared, axisOf(variable)],
          };
        })
    : [];
  const publication = definePublication({
    name: `survey-${survey.id}`,
    title: survey.title,
    source: `${survey.title}（${survey.fiscalYear}年度）`,
    zero: "hidden",
    tables: [...tables, ...weighted],
  });
  const tests = Object.fromEntries(
    plan.flatMap((names) => {
      const [question, by] = names.map((name) => known.get(name)!);
      if (names.length !== 2 || [question, by].some((one) => shapeOf(one!.question) === "many")) return [];
      const key = names.join("--by--");
      // The last of each axis is who gave no answer.
      const [width, height] = [question!, by!].map((one) => one.question.choices.length) as [number, number];
      const rows = Array.from({ length: height }, (_, row) =>
        counts[key]!.slice(row * (width + 1), row * (width + 1) + width),
      );
      const found = testRows(rows, by!.question.kind === "scale");
      return found ? [[key, classed(found)]] : [];
    }),
  );
  return { publication, counts: { tables: counts }, facts: { ...factsOf(survey, columns), tests } };
}

function axisOf({ name, question, row }: Variable) {
  const many = shapeOf(question) === "many";
  return {
    name,
    label: labelOf({ name, question, ...(row ? { row } : {}) }),
    categories: [
      ...question.choices.map((one: Choice) => ({ key: one.id, label: wordsIn(one.label, "ja") })),
      { key: BLANK_KEY, label: "無回答・非該当" },
    ],
    total: many ? "回答者全体" : "合計",
    open: [BLANK_KEY],
    ...(many ? { overlapping: true } : {}),
  };
}

/** The strata of the sample as an axis, where it was drawn by strata and each answer has one. */
function stratumAxis(survey: Survey, columns: ReadonlyMap<string, Uint8Array>) {
  const data = columns.get(STRATUM);
  const strata = survey.sampling?.way === "stratified" ? survey.sampling.strata : [];
  if (!data || strata.length < 2) return undefined;
  const places = asPlaces(data);
  if (places.some((place) => place < 0)) return undefined;
  const choices = strata.map(({ name }, at) => ({ id: `s${at + 1}`, label: { ja: name } }));
  const question = {
    id: STRATUM_AXIS,
    kind: "single" as const,
    block: "",
    text: { ja: "抽出の層" },
    choices,
    rows: [],
  };
  const variable: Variable = { name: STRATUM_AXIS, question };
  return {
    axis: { variable, data: Uint8Array.from(places, (place) => place + 2) },
    declared: axisOf(variable),
  };
}

function factsOf(survey: Survey, columns: ReadonlyMap<string, Uint8Array>): Omit<Tables["facts"], "tests"> {
  const four: Record<string, FourCounts> = {};
  const effects: Record<string, Record<string, number | null>> = {};
  const numbers: Record<string, { count: number; mean: number; median: number }> = {};
  const clusters = columns.get(CLUSTER);
  for (const variable of variablesOf(survey.questionnaire)) {
    const data = columns.get(variable.name);
    if (!data) continue;
    four[variable.name] = fourCounts(variable, data);
    const told = numberFigures(variable, data);
    if (told) numbers[variable.name] = told;
    if (survey.kind !== "worker" || !clusters || !isTabled(variable)) continue;
    const counted = byCluster({ variable, data }, clusters);
    effects[variable.name] = Object.fromEntries(
      variable.question.choices.map(({ id }, at) => {
        const found = counted[at]!;
        const effect = found.length === 0 ? null : designEffect(found);
        // To one decimal, and never below a simple sample: what is told of all must not tell of one.
        return [id, effect === null ? null : Math.max(1, Math.round(effect * 10) / 10)];
      }),
    );
  }
  return { four, effects, numbers };
}

/** The columns that a survey's tables need. */
export const columnsFor = (survey: Survey): string[] => [
  ...variablesOf(survey.questionnaire).map(({ name }) => name),
  CLUSTER,
  STRATUM,
];
