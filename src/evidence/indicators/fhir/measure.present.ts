import { MASKED, type Resource, resourceOf, told } from "#foundation/fhir/public.ts";
import type { presentObservations } from "../api/present.ts";
import type { Indicator } from "../dictionary/schema.ts";

type Observation = ReturnType<typeof presentObservations>[number];

const SCORING = { proportion: "proportion", rate: "ratio", ratio: "ratio", count: "cohort" } as const;
const SCORING_SYSTEM = "http://terminology.hl7.org/CodeSystem/measure-scoring";
const POPULATION_SYSTEM = "http://terminology.hl7.org/CodeSystem/measure-population";
const GENDER_SYSTEM = "http://hl7.org/fhir/administrative-gender";

/** Units that UCUM has a code for; what is counted has the code of a pure number. */
const UCUM: Readonly<Record<string, string>> = {
  ...{ percent: "%", per_1000: "10*-3", per_100000: "10*-5", years: "a", mmhg: "mm[Hg]", ratio: "1" },
  ...{ persons: "1", workplaces: "1", cases: "1", sessions: "1", offices: "1", areas: "1" },
};

export const measureUrl = (origin: string, no: number) => `${origin}/fhir/Measure/${no}`;

export const measureOf = (origin: string, indicator: Indicator): Resource =>
  resourceOf("Measure", String(indicator.no), {
    url: measureUrl(origin, indicator.no),
    identifier: [{ system: `${origin}/api/v1/indicators`, value: indicator.code }],
    name: indicator.code,
    title: indicator.name_ja,
    status: "active",
    description: indicator.definition_ja,
    scoring: {
      coding: [
        {
          system: SCORING_SYSTEM,
          code: indicator.kind === "value" ? "continuous-variable" : SCORING[indicator.kind],
        },
      ],
    },
    improvementNotation:
      indicator.polarity === "neutral"
        ? undefined
        : {
            coding: [
              {
                system: "http://terminology.hl7.org/CodeSystem/measure-improvement-notation",
                code: indicator.polarity === "higher_is_worse" ? "decrease" : "increase",
              },
            ],
          },
  });

type Reported = Readonly<{
  origin: string;
  indicator: Indicator;
  areaName: string;
  areaCode: string | null;
  /** All of one area, indicator and fiscal year. */
  observations: readonly Observation[];
}>;

/** The figures of one indicator, area and fiscal year: one group for each source, sex and age band. */
export function measureReportOf({ origin, indicator, areaName, areaCode, observations }: Reported): Resource {
  const { area, fiscal_year: year } = observations[0]!;
  const asOf = observations.map(({ as_of }) => as_of).find((day) => day !== null);
  return resourceOf("MeasureReport", reportId(area, indicator.no, year), {
    status: "complete",
    type: "summary",
    measure: measureUrl(origin, indicator.no),
    subject: {
      ...(areaCode ? { identifier: { system: `${origin}/fhir/area-code`, value: areaCode } } : {}),
      display: areaName,
    },
    reporter: { display: new URL(origin).hostname },
    date: asOf,
    period: { start: `${year}-04-01`, end: `${year + 1}-03-31` },
    group: observations.map((one) => groupOf(one, indicator)),
  });
}

/** An id of FHIR has letters, digits, dashes and dots. */
export const reportId = (area: string, no: number, year: number): string => `${area}.${no}.${year}`;

export function readReportId(id: string): { area: string; no: number; year: number } | undefined {
  const match = /^([a-z0-9-]{1,50})\.(\d{1,5})\.(\d{4})$/.exec(id);
  return match ? { area: match[1]!, no: Number(match[2]), year: Number(match[3]) } : undefined;
}

function groupOf(one: Observation, { unit }: Indicator) {
  const population = one.suppressed
    ? [maskedPopulation("numerator"), maskedPopulation("denominator")]
    : [populationOf("numerator", one.numerator), populationOf("denominator", one.denominator)].flat();
  return told({
    code: told({
      coding: one.sex === "all" ? [] : [{ system: GENDER_SYSTEM, code: one.sex }],
      text: [one.source, one.sex, one.age_band].join(" "),
    }),
    population,
    measureScore: one.suppressed ? MASKED : one.value === null ? undefined : quantityOf(one.value, unit),
  });
}

const populationCode = (code: string) => ({ coding: [{ system: POPULATION_SYSTEM, code }] });
const maskedPopulation = (code: string) => ({ code: populationCode(code), _count: MASKED });
const populationOf = (code: string, count: number | null) =>
  count === null ? [] : [{ code: populationCode(code), count }];

const quantityOf = (value: number, unit: string) =>
  UCUM[unit] ? { value, unit, system: "http://unitsofmeasure.org", code: UCUM[unit] } : { value, unit };
