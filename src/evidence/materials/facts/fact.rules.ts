import type { Fact, Standing } from "./fact.schema.ts";

const keyOf = ({ source, sourceId }: Pick<Fact, "source" | "sourceId">) => `${source}:${sourceId}`;

/** A telephone with another dash, or a name in another width, is the same one. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/[\s‐‑–—−ー-]+/g, "-");

export type ChangedFact = Fact & Readonly<{ now: string }>;

/**
 * The facts of which another stands now. Of what can't be seen nothing is known, so it counts as unchanged; what has ended
 * has no value any more.
 */
export function changedFacts(facts: readonly Fact[], standing: readonly Standing[]): ChangedFact[] {
  const known = new Map(standing.map((one) => [keyOf(one), one.fields]));
  return facts.flatMap((fact) => {
    const fields = known.get(keyOf(fact));
    if (!fields) return [];
    const now = fields[fact.field] ?? "";
    return plain(now) === plain(fact.printed) ? [] : [{ ...fact, now }];
  });
}
