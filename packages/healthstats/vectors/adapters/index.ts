import type { Adapter } from "../adapter.ts";
import { asmrJapanAdapter } from "./asmr-japan.ts";
import { bjsq57Conversion, bjsq57Total, bjsqHighStressDecision } from "./bjsq.ts";
import { byarsLimitsAdapter } from "./byars-limits.ts";
import { chisqIndependenceAdapter } from "./chisq-independence.ts";
import { cochranArmitageAdapter } from "./cochran-armitage.ts";
import { directAdjustGammaAdapter } from "./direct-adjust-gamma.ts";
import { dsrDobsonAdapter } from "./dsr-dobson.ts";
import { ebSmrAdapter } from "./eb-smr.ts";
import { fisherExactAdapter } from "./fisher-exact.ts";
import { funnelLimitsAdapter } from "./funnel-limits.ts";
import { funnelSignificanceAdapter } from "./funnel-significance.ts";
import { hanteizuHealthRisk } from "./hanteizu-health-risk.ts";
import { isrAdapter } from "./isr.ts";
import { lifeExpectancyAdapter } from "./life-expectancy.ts";
import { lifeTableMxAxAdapter } from "./life-table-mx-ax.ts";
import { linearTrendAdapter } from "./linear-trend.ts";
import { mannKendallAdapter } from "./mann-kendall.ts";
import { meanTCiAdapter } from "./mean-t-ci.ts";
import { metabolicSyndromeJapan } from "./metabolic-syndrome-japan.ts";
import { percentileType7Adapter } from "./percentile-type7.ts";
import { poissonExactAdapter } from "./poisson-exact.ts";
import { poissonTrendAdapter } from "./poisson-trend.ts";
import { proportionWilsonAdapter } from "./proportion-wilson.ts";
import { quantileGroupsAdapter } from "./quantile-groups.ts";
import { rateByarsAdapter } from "./rate-byars.ts";
import { ratioMeasuresAdapter } from "./ratio-measures.ts";
import { siiAdapter } from "./sii.ts";
import { smrWorkedAdapter } from "./smr-worked.ts";
import { tokuteiStratification } from "./tokutei-stratification.ts";
import { twoProportionAdapter } from "./two-proportion.ts";

/** Which adapter answers for which function of the vectors files. */
export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  // Statistics
  asmr_japan: asmrJapanAdapter,
  byars_limits: byarsLimitsAdapter,
  chisq_independence: chisqIndependenceAdapter,
  cochran_armitage: cochranArmitageAdapter,
  direct_adjust_gamma: directAdjustGammaAdapter,
  dsr_dobson: dsrDobsonAdapter,
  eb_smr: ebSmrAdapter,
  fisher_exact: fisherExactAdapter,
  funnel_limits: funnelLimitsAdapter,
  funnel_significance: funnelSignificanceAdapter,
  isr: isrAdapter,
  life_expectancy: lifeExpectancyAdapter,
  life_table_mx_ax: lifeTableMxAxAdapter,
  linear_trend: linearTrendAdapter,
  mann_kendall: mannKendallAdapter,
  mean_t_ci: meanTCiAdapter,
  percentile_type7: percentileType7Adapter,
  poisson_exact: poissonExactAdapter,
  poisson_trend: poissonTrendAdapter,
  proportion_wilson: proportionWilsonAdapter,
  quantile_groups: quantileGroupsAdapter,
  rate_byars: rateByarsAdapter,
  ratio_measures: ratioMeasuresAdapter,
  sii: siiAdapter,
  smr_worked: smrWorkedAdapter,
  two_proportion: twoProportionAdapter,
  // Scoring rules
  bjsq57_total: bjsq57Total,
  bjsq57_conversion: bjsq57Conversion,
  bjsq_high_stress_decision: bjsqHighStressDecision,
  hanteizu_health_risk: hanteizuHealthRisk,
  metabolic_syndrome_japan: metabolicSyndromeJapan,
  tokutei_stratification: tokuteiStratification,
};
