/**
 * Constants of the job stress diagram (仕事のストレス判定図): national mean and coefficient of each of
 * the four scales, by sex. Two sets circulate; a chart prints the name of the one it used.
 */
export interface ScaleConstant {
  readonly mean: number;
  readonly coefficient: number;
}

export interface HanteizuConstants {
  readonly demand: ScaleConstant;
  readonly control: ScaleConstant;
  readonly supervisor: ScaleConstant;
  readonly coworker: ScaleConstant;
}

export interface HanteizuSet {
  readonly name: "updated" | "legacy";
  readonly source: string;
  readonly verified: boolean;
  readonly male: HanteizuConstants;
  readonly female: HanteizuConstants;
}

function constants(
  means: readonly [number, number, number, number],
  alpha: number,
  beta: number,
): HanteizuConstants {
  // The support coefficient is the same for supervisor and co-workers and for both sexes.
  const support = -0.097;
  return {
    demand: { mean: means[0], coefficient: alpha },
    control: { mean: means[1], coefficient: beta },
    supervisor: { mean: means[2], coefficient: support },
    coworker: { mean: means[3], coefficient: support },
  };
}

export const HANTEIZU_SETS: Readonly<Record<HanteizuSet["name"], HanteizuSet>> = {
  updated: {
    name: "updated",
    source:
      "Job stress diagram, corrected national means; formula of the technical note, University of Tokyo, 2001",
    verified: true,
    male: constants([8.7, 7.9, 7.5, 8.1], 0.076, -0.089),
    female: constants([7.9, 7.2, 6.6, 8.2], 0.048, -0.056),
  },
  legacy: {
    name: "legacy",
    source: "Job stress diagram, means of the first printing; the row for women was seen in one place only",
    verified: false,
    male: constants([8.7, 8.0, 7.6, 8.1], 0.076, -0.089),
    female: constants([7.6, 7.9, 6.9, 8.1], 0.048, -0.056),
  },
};
