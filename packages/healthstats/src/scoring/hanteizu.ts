import { HANTEIZU_SETS, type HanteizuConstants, type HanteizuSet } from "../../data/hanteizu-constants.ts";
import { finite, positiveCount, refuse } from "../guards.ts";
import type { Sex } from "./checkup-values.ts";

/** Group means of the four scales, each 3 to 12 and high = more of it. */
export interface HanteizuMeans {
  readonly demand: number;
  readonly control: number;
  readonly supervisor: number;
  readonly coworker: number;
}

/** Health risk, national average = 100; unrounded. */
export interface HealthRisk {
  /** Demand and control (量-コントロール). */
  readonly demandControl: number;
  /** Support at the workplace (職場の支援). */
  readonly support: number;
  /** Total health risk (総合健康リスク). */
  readonly total: number;
}

export interface GroupPart {
  readonly means: HanteizuMeans;
  readonly respondents: number;
}

export type GroupHealthRisk =
  | {
      readonly status: "judged";
      readonly risk: HealthRisk;
      readonly respondents: number;
      readonly constants: string;
    }
  | { readonly status: "refused"; readonly reason: "too-few-respondents"; readonly constants: string };

/** Stress check groups below this many respondents are not analysed (集団分析). */
export const LEAST_RESPONDENTS = 10;

/**
 * Job stress diagram (仕事のストレス判定図), one sex:
 * demand–control = 100·exp((demand − m₁)·k₁ + (control − m₂)·k₂),
 * support = 100·exp((supervisor − m₃)·k₃ + (co-worker − m₄)·k₄), total = their product / 100.
 *
 * Refused: a mean that is not a number from 3 to 12; a constant that is not a finite number.
 *
 * Source: Technical note of the job stress diagram, University of Tokyo, 2001.
 */
export function hanteizu(means: HanteizuMeans, constants: HanteizuConstants): HealthRisk {
  const part = (key: keyof HanteizuMeans): number => {
    const value = means[key];
    if (!(finite(value, key) >= 3 && value <= 12)) refuse(key, "must lie between 3 and 12");
    const { mean, coefficient } = constants[key];
    return (
      (value - finite(mean, `constants.${key}.mean`)) * finite(coefficient, `constants.${key}.coefficient`)
    );
  };
  const demandControl = 100 * Math.exp(part("demand") + part("control"));
  const support = 100 * Math.exp(part("supervisor") + part("coworker"));
  return { demandControl, support, total: (demandControl * support) / 100 };
}

/**
 * A group of both sexes: each risk of each sex by its own constants, then the mean weighted by respondents.
 * The total is the weighted mean of the totals, not the product of the weighted parts.
 *
 * Refused: no sex given at all; respondents that are not a whole number above zero; what `hanteizu` refuses.
 */
export function hanteizuOfBothSexes(
  parts: Readonly<Partial<Record<Sex, GroupPart>>>,
  constants: Readonly<Record<Sex, HanteizuConstants>>,
): HealthRisk {
  let n = 0;
  const sum = { demandControl: 0, support: 0, total: 0 };
  for (const sex of ["male", "female"] as const) {
    const part = parts[sex];
    if (part === undefined) continue;
    const respondents = positiveCount(part.respondents, `${sex}.respondents`);
    const risk = hanteizu(part.means, constants[sex]);
    n += respondents;
    sum.demandControl += respondents * risk.demandControl;
    sum.support += respondents * risk.support;
    sum.total += respondents * risk.total;
  }
  if (n === 0) refuse("parts", "must hold at least one sex");
  return { demandControl: sum.demandControl / n, support: sum.support / n, total: sum.total / n };
}

/**
 * The diagram of a group as it may be shown: refused as a result, not as an error, below ten respondents.
 * Whether several groups may stand side by side is decided by `publishableStressGroups`.
 */
export function hanteizuForGroup(
  parts: Readonly<Partial<Record<Sex, GroupPart>>>,
  set: HanteizuSet = HANTEIZU_SETS.updated,
): GroupHealthRisk {
  const risk = hanteizuOfBothSexes(parts, set);
  const respondents = (parts.male?.respondents ?? 0) + (parts.female?.respondents ?? 0);
  if (respondents < LEAST_RESPONDENTS) {
    return { status: "refused", reason: "too-few-respondents", constants: set.name };
  }
  return { status: "judged", risk, respondents, constants: set.name };
}
