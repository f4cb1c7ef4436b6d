// Statistics

export { type AgeBandClaims, ageBandRatio, ageBandRatioOfRates } from "./age-band-ratio.ts";
export { type ByarsLimits, byarsLimits } from "./byars-limits.ts";
export {
  type ChiSquareOptions,
  type ChiSquareTest,
  type CountTable,
  chiSquareIndependence,
} from "./chi-square-independence.ts";
export { type CochranArmitage, cochranArmitage } from "./cochran-armitage.ts";
export type { StandardisedBands } from "./direct-standardisation.ts";
export {
  type DirectRate,
  type DirectRateOptions,
  directlyStandardisedRate,
  directlyStandardisedRateOfRates,
  directlyStandardisedRateOfRepeatedEvents,
  type EventFrequency,
} from "./directly-standardised-rate.ts";
export { directlyStandardisedRateGamma, type GammaRate } from "./directly-standardised-rate-gamma.ts";
export type { EmpiricalBayesEstimator, EmpiricalBayesFit, EmpiricalBayesOptions } from "./empirical-bayes.ts";
export { empiricalBayesClaytonKaldor } from "./empirical-bayes-clayton-kaldor.ts";
export { empiricalBayesMarshall } from "./empirical-bayes-marshall.ts";
export {
  empiricalBayesMaximumLikelihood,
  type MaximumLikelihoodFit,
} from "./empirical-bayes-maximum-likelihood.ts";
export {
  type FisherExact,
  type FisherOptions,
  type FourfoldTable,
  fisherExact,
  R_ODDS_TOLERANCE,
} from "./fisher-exact.ts";
export { fisherExactTable } from "./fisher-exact-table.ts";
export {
  FUNNEL_LEVELS,
  type FunnelLimits,
  type FunnelPair,
  funnelLimitsForProportion,
  funnelLimitsForRate,
  funnelLimitsForRatio,
  type InvertedFunnel,
  type InvertedPair,
} from "./funnel-limits.ts";
export {
  type FunnelPosition,
  funnelSignificanceOfProportion,
  funnelSignificanceOfRate,
  funnelSignificanceOfRatio,
} from "./funnel-significance.ts";
export {
  type IndirectBands,
  type IndirectRate,
  indirectlyStandardisedRate,
  indirectlyStandardisedRatio,
} from "./indirectly-standardised-rate.ts";
export {
  type InterruptedTimeSeries,
  interruptedTimeSeries,
  type SeriesChange,
} from "./interrupted-time-series.ts";
export type { ConfidenceOption, Estimate, EstimateOptions, Interval } from "./interval.ts";
export {
  type AgeAdjustedPoint,
  type AgeAdjustedRate,
  type AgeAdjustedSeries,
  ageAdjustedSeries,
  type DeathsByBand,
  japaneseAgeAdjustedRate,
} from "./japanese-age-adjusted-rate.ts";
export { isKindOfNothing, KINDS_OF_NOTHING, type KindOfNothing } from "./kind-of-nothing.ts";
export {
  LEAST_PERSON_YEARS,
  LIFE_TABLE_AGES,
  type LifeExpectancyRow,
  type LifeTableData,
  lifeExpectancy,
} from "./life-expectancy.ts";
export { type LifeTable, lifeTable, type MortalitySchedule } from "./life-table.ts";
export { type LinearTrend, linearTrend } from "./linear-trend.ts";
export { type MannKendall, mannKendall } from "./mann-kendall.ts";
export {
  type MantelHaenszel,
  type MantelHaenszelOptions,
  mantelHaenszelOddsRatio,
  type Stratum,
} from "./mantel-haenszel.ts";
export { type MeanEstimate, meanTInterval } from "./mean-t-interval.ts";
export { MODEL_POPULATIONS, type ModelPopulation, type ModelPopulationName } from "./model-populations.ts";
export { interquartileRange, percentiles } from "./percentile.ts";
export { poissonExactLimits, rateExact } from "./poisson-exact.ts";
export { type PoissonTrend, poissonTrend } from "./poisson-trend.ts";
export { proportionWilson } from "./proportion-wilson.ts";
export { type QuantileGroupOptions, quantileGroups } from "./quantile-groups.ts";
export {
  BYARS_FROM_EVENTS,
  type CountLimitsMethod,
  countLimits,
  countLimitsMethod,
  type Rate,
  rateByars,
} from "./rate-byars.ts";
export { type Contrast, type PersonTimeRate, rateDifference, rateRatio } from "./rate-ratio.ts";
export { RefusedArgument } from "./refusal.ts";
export { type Dispositions, type ResponseRates, responseRates } from "./response-rates.ts";
export { oddsRatio, riskDifference, riskRatio } from "./risk-ratio.ts";
export { expectedReach, neymanAllocation, type StratumToDraw } from "./sample-allocation.ts";
export {
  LEAST_AREAS_FOR_SIMILARITY,
  LEAST_VARIABLES_FOR_SIMILARITY,
  type SimilarArea,
  type SimilarAreas,
  similarAreas,
} from "./similar-areas.ts";
export {
  type InequalityIndex,
  type InequalityOptions,
  type RankedGroups,
  slopeIndexOfInequality,
} from "./slope-index-of-inequality.ts";
export {
  type MortalityRatioOptions,
  type MortalityRatioTests,
  mortalityRatioTests,
  poissonTwoSidedP,
  standardisedMortalityRatio,
} from "./standardised-mortality-ratio.ts";
export { expectedEvents, type StandardisedRatio } from "./standardised-ratio.ts";
export {
  designEffect,
  type SampledStratum,
  type SurveyEstimate,
  type SurveyOptions,
  stratifiedProportion,
  surveyProportion,
} from "./survey-proportion.ts";
export { type CountedProportion, type TwoProportions, twoProportions } from "./two-proportions.ts";

// Profile, disclosure control, scoring rules

export {
  type Benchmark,
  type ComparableFigure,
  type Comparison,
  type ComparisonLevel,
  compareByInterval,
  compareByQuintile,
  LEAST_AREAS_FOR_QUINTILES,
  type NotComparableReason,
  type Polarity,
} from "./comparison.ts";
export * from "./disclosure/index.ts";
export {
  type NoTrendReason,
  type RecentTrend,
  recentTrend,
  type SizeOfChange,
  type TrendPoint,
} from "./recent-trend.ts";
export * from "./scoring/index.ts";
export {
  LEAST_RELATIVE_CHANGE,
  type ProgressClass,
  type ProgressFigure,
  type ProgressReason,
  type Target,
  type TargetProgress,
  targetProgress,
} from "./target-progress.ts";
