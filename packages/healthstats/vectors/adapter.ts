/** A vector's inputs or params, or what an adapter answers: names are those of the vectors files. */
export type Values = Record<string, unknown>;

/**
 * Maps one vector to the library's own call. It sees the schema and the names of the wanted keys,
 * never the expected values. A RefusedArgument may go through: the runner reads it as null.
 */
export type Adapter = (inputs: Values, params: Values, wanted: readonly string[]) => Values;

/** A number of the vector; a missing one becomes NaN, which the library refuses. */
export function number(value: unknown): number {
  return typeof value === "number" ? value : Number.NaN;
}

/** A list of numbers; missing entries become NaN. */
export function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(number) : [];
}

/** A list of counts where the convention reads a missing entry as no event. */
export function countsOrZero(value: unknown): number[] {
  return Array.isArray(value) ? value.map((entry) => (entry === null ? 0 : number(entry))) : [];
}

/** A param that may be left out. */
export function option<T>(params: Values, key: string, fallback: T): T {
  return params[key] === undefined || params[key] === null ? fallback : (params[key] as T);
}

/**
 * Confidence levels behind wanted keys such as lower95 or upper99_8; keys without a number stand for
 * the level in the params.
 */
export function wantedLevels(
  wanted: readonly string[],
  params: Values,
): { suffix: string; confidence: number }[] {
  const suffixes = new Set<string>();
  for (const key of wanted) {
    const match = /^(?:lower|upper)(\d+(?:_\d+)?)?$/.exec(key);
    if (match) suffixes.add(match[1] ?? "");
  }
  return [...suffixes].map((suffix) => ({
    suffix,
    confidence: suffix === "" ? option(params, "confidence", 0.95) : number(+suffix.replace("_", ".")) / 100,
  }));
}

/** Adds lower… and upper… of every wanted level to an answer. */
export function withLimits(
  answer: Values,
  wanted: readonly string[],
  params: Values,
  limits: (confidence: number) => { lower: number | null; upper: number | null },
): Values {
  for (const { suffix, confidence } of wantedLevels(wanted, params)) {
    const { lower, upper } = limits(confidence);
    answer[`lower${suffix}`] = lower;
    answer[`upper${suffix}`] = upper;
  }
  return answer;
}
