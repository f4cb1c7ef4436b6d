export type Mean = Readonly<{ indicator: string; persons: number; mean: number; deviation: number }>;

/** Mean and standard deviation of sums that are kept in tenths. */
export function meanOf(indicator: string, persons: number, sum: number, squares: number): Mean {
  const mean = sum / persons;
  return {
    ...{ indicator, persons },
    mean: mean / 10,
    deviation: Math.sqrt(Math.max(0, squares / persons - mean * mean)) / 10,
  };
}
