import type { HanteizuConstants } from "../../data/hanteizu-constants.ts";
import { type HanteizuMeans, hanteizuOfBothSexes } from "../../src/scoring/hanteizu.ts";

type Values = Record<string, unknown>;
type Pair = { mean: number; coef: number };
type FourPairs = { quant: Pair; control: Pair; boss: Pair; coworker: Pair };
type FourMeans = { quant: number; control: number; boss: number; coworker: number };

/** Constants come with each vector; a group of both sexes has its means and sizes under male and female. */
export function hanteizuHealthRisk(inputs: Values, params: Values): Values {
  const mixed = "male" in inputs || "female" in inputs;
  const parts: Partial<Record<"male" | "female", { means: HanteizuMeans; respondents: number }>> = {};
  const constants: Partial<Record<"male" | "female", HanteizuConstants>> = {};
  if (mixed) {
    const sets = params.constants as Record<string, FourPairs>;
    for (const sex of ["male", "female"] as const) {
      const group = inputs[sex] as (FourMeans & { n: number }) | undefined;
      if (sets[sex] !== undefined) constants[sex] = constantsOf(sets[sex]);
      if (group !== undefined) parts[sex] = { means: meansOf(group), respondents: group.n };
    }
  } else {
    parts.male = { means: meansOf(inputs as unknown as FourMeans), respondents: 1 };
    constants.male = constantsOf(params.constants as FourPairs);
  }
  const both = { male: constants.male ?? constants.female!, female: constants.female ?? constants.male! };
  const risk = hanteizuOfBothSexes(parts, both);
  return { risk_a: risk.demandControl, risk_b: risk.support, total: risk.total };
}

function meansOf({ quant, control, boss, coworker }: FourMeans): HanteizuMeans {
  return { demand: quant, control, supervisor: boss, coworker };
}

function constantsOf({ quant, control, boss, coworker }: FourPairs): HanteizuConstants {
  const one = ({ mean, coef }: Pair) => ({ mean, coefficient: coef });
  return { demand: one(quant), control: one(control), supervisor: one(boss), coworker: one(coworker) };
}
