import { atMost, count, notEmpty, refuse } from "../guards.ts";
import { type PublishedCell, type PublishedProportion, SUPPRESSED } from "./cell.ts";
import { suppressTable, tableCell } from "./suppress-table.ts";

export interface Proportion {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface SuppressedProportions {
  readonly groups: readonly PublishedProportion[];
  readonly total: PublishedProportion | null;
}

/**
 * Suppression for a list of proportions with the same outcome, such as one for each area, with or without
 * their total. Numerator, complement and denominator of each are a row of a two-way table, so complements
 * and totals are protected with the numerators.
 *
 * Refused: no group; a count that is not a whole number of zero or more; a numerator greater than its
 * denominator; only one of the two given.
 */
export function suppressProportions(
  groups: readonly Proportion[],
  options: { readonly total?: boolean } = {},
): SuppressedProportions {
  const total = options.total ?? true;
  const counts = notEmpty(groups, "groups").flatMap(({ numerator, denominator }, i) => {
    if ((numerator === null) !== (denominator === null)) {
      refuse(`groups[${i}]`, "must give numerator and denominator, or neither");
    }
    if (numerator === null || denominator === null) return [null, null];
    count(denominator, `groups[${i}].denominator`);
    atMost(
      count(numerator, `groups[${i}].numerator`),
      `groups[${i}].numerator`,
      denominator,
      "its denominator",
    );
    return [numerator, denominator - numerator];
  });
  const categories = groups.map((_, i) => String(i));
  const table = suppressTable({
    dimensions: [
      { name: "group", categories, total },
      { name: "outcome", categories: ["with", "without"] },
    ],
    counts,
  });
  const row = (group: string | null): PublishedProportion => {
    const [numerator, without, denominator] = ["with", "without", null].map((o) =>
      tableCell(table, group, o),
    );
    return join(numerator!, without!, denominator!);
  };
  return { groups: categories.map(row), total: total ? row(null) : null };
}

/** With numerator and denominator shown the complement is shown too: all three, or no proportion. */
function join(
  numerator: PublishedCell,
  without: PublishedCell,
  denominator: PublishedCell,
): PublishedProportion {
  if (numerator.state === "no-data") return { numerator, denominator, proportion: null };
  const all = [numerator, without, denominator];
  if (all.some(({ state }) => state === "suppressed"))
    return { numerator: SUPPRESSED, denominator, proportion: null };
  const part = numerator.state === "shown" ? numerator.value : 0;
  const whole = denominator.state === "shown" ? denominator.value : 0;
  return { numerator, denominator, proportion: whole === 0 ? null : part / whole };
}
