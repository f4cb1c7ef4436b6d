/** Two limits around an estimate, in the unit of the estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A figure with its limits. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** How sure the limits shall be, and in what unit the figure is wanted. */
export interface EstimateOptions {
  /** Share of intervals that would hold the truth, two-sided; 0.95 unless told. */
  readonly confidence?: number;
  /** What the figure and its limits are multiplied by: 100 for per cent, 100,000 for a death rate. */
  readonly multiplier?: number;
}

/** Only the confidence level, for methods whose unit is fixed. */
export interface ConfidenceOption {
  readonly confidence?: number;
}
