/**
 * Structure of the brief job stress questionnaire: which items count, which are turned round, and the
 * conversion table by sex. Items carry the number printed on the 57-item form; answers are 1 to 4 as
 * printed. The texts of the items are not needed for scoring.
 */
export type Domain = "A" | "B" | "C" | "D";

export const BJSQ_SOURCE =
  "Ministry of Health, Labour and Welfare, manual of the stress check programme, forms and conversion table";

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

export const DOMAIN_ITEMS_57 = { A: range(1, 17), B: range(18, 46), C: range(47, 55) } as const;

/** Turned round (5 − answer) in the totals method, so that a high sum is stress. */
export const REVERSED_ITEMS: ReadonlySet<number> = new Set([...range(1, 7), 11, 12, 13, 15, 18, 19, 20]);

/** The 23-item form, in its own order, by the numbers of the long form (assumption: not read in the manual). */
export const DOMAIN_ITEMS_23 = {
  A: [1, 2, 3, 8, 9, 10],
  B: [...range(24, 31), 33, 44, 46],
  C: [47, 48, 50, 51, 53, 54],
} as const;

/** First and last raw score of a level; null where the table has no such level. */
export type Level = readonly [number, number] | null;

export interface Scale {
  readonly key: string;
  readonly domain: Domain;
  /** raw = base − Σ minus + Σ plus. */
  readonly base: number;
  readonly minus: readonly number[];
  readonly plus: readonly number[];
  /** A high raw score is stress: points are 6 − level, otherwise the level itself. */
  readonly highIsStress: boolean;
  readonly male: readonly Level[];
  readonly female: readonly Level[];
}

/** Levels from the upper end of each; 0 stands for a level that does not exist. */
function levels(lowest: number, ...ends: number[]): Level[] {
  let from = lowest;
  return ends.map((end) => {
    if (end === 0) return null;
    const level: Level = [from, end];
    from = end + 1;
    return level;
  });
}

type Ends = readonly number[];

function scale(
  key: string,
  domain: Domain,
  highIsStress: boolean,
  sum: { base?: number; minus?: readonly number[]; plus?: readonly number[] },
  male: Ends,
  female: Ends = male,
): Scale {
  const minus = sum.minus ?? [];
  const plus = sum.plus ?? [];
  const base = sum.base ?? 0;
  const lowest = base - 4 * minus.length + plus.length;
  return {
    key,
    domain,
    base,
    minus,
    plus,
    highIsStress,
    male: levels(lowest, ...male),
    female: levels(lowest, ...female),
  };
}

const stress = true;
const resource = false;

export const SCALES: readonly Scale[] = [
  scale(
    "quantitative_load",
    "A",
    stress,
    { base: 15, minus: [1, 2, 3] },
    [5, 7, 9, 11, 12],
    [4, 6, 9, 11, 12],
  ),
  scale(
    "qualitative_load",
    "A",
    stress,
    { base: 15, minus: [4, 5, 6] },
    [5, 7, 9, 11, 12],
    [4, 6, 8, 10, 12],
  ),
  scale("physical_load", "A", stress, { base: 5, minus: [7] }, [0, 1, 2, 3, 4]),
  scale("interpersonal", "A", stress, { base: 10, minus: [12, 13], plus: [14] }, [3, 5, 7, 9, 12]),
  scale("environment", "A", stress, { base: 5, minus: [15] }, [0, 1, 2, 3, 4], [1, 0, 2, 3, 4]),
  scale("control", "A", resource, { base: 15, minus: [8, 9, 10] }, [4, 6, 8, 10, 12], [3, 5, 8, 10, 12]),
  scale("skill_use", "A", resource, { plus: [11] }, [1, 2, 3, 4, 0]),
  scale("suitability", "A", resource, { base: 5, minus: [16] }, [1, 2, 3, 0, 4]),
  scale("worthwhile", "A", resource, { base: 5, minus: [17] }, [1, 2, 3, 0, 4]),
  scale("vigor", "B", resource, { plus: range(18, 20) }, [3, 5, 7, 9, 12]),
  scale("irritability", "B", stress, { plus: range(21, 23) }, [3, 5, 7, 9, 12], [3, 5, 8, 10, 12]),
  scale("fatigue", "B", stress, { plus: range(24, 26) }, [3, 4, 7, 10, 12], [3, 5, 8, 11, 12]),
  scale("anxiety", "B", stress, { plus: range(27, 29) }, [3, 4, 7, 9, 12], [3, 4, 7, 10, 12]),
  scale("depression", "B", stress, { plus: range(30, 35) }, [6, 8, 12, 16, 24], [6, 8, 12, 17, 24]),
  scale("somatic", "B", stress, { plus: range(36, 46) }, [11, 15, 21, 26, 44], [13, 17, 23, 29, 44]),
  scale(
    "supervisor_support",
    "C",
    resource,
    { base: 15, minus: [47, 50, 53] },
    [4, 6, 8, 10, 12],
    [3, 5, 7, 10, 12],
  ),
  scale("coworker_support", "C", resource, { base: 15, minus: [48, 51, 54] }, [5, 7, 9, 11, 12]),
  scale("family_support", "C", resource, { base: 15, minus: [49, 52, 55] }, [6, 8, 9, 11, 12]),
  scale("satisfaction", "D", resource, { base: 10, minus: [56, 57] }, [3, 4, 6, 7, 8]),
];
