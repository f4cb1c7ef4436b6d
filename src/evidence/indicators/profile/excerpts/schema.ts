import type { ChartedRow } from "../charts/schema.ts";

/**
 * A figure of the profile as it was shown when it was taken: what had to be hidden is not in it. A later correction of
 * the source does not change it. Those taken before charts were kept have the sentence and the source alone.
 */
export type Excerpt = Readonly<{
  sentence: string;
  source: string;
  /** Of which area the figure is, and how that lies to the area of the profile. */
  place?: string;
  row?: ChartedRow;
}>;

/** A figure that may be taken. `key` names it among those of the profile. */
export type Excerptible = Readonly<{ key: string; title: string; worsening: boolean; excerpt: Excerpt }>;
