import type { Dependence, KeptTables, PeriodDays, Purge } from "./retention.schema.ts";

/** The outdated rows of one table: a SQL condition with the cutoff as `$1`. Names come from declarations and the catalogue. */
export type OutdatedRows = Readonly<{ table: string; condition: string; clear?: Purge["clear"] }>;

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/**
 * The rows to purge with the outdated rows of a table, dependent rows first. Rows that the database removes by `on delete
 * cascade` are left to it.
 */
export function outdatedRows(
  table: string,
  purge: Purge,
  dependences: readonly Dependence[],
): OutdatedRows[] {
  const old = `"${purge.after}" < $1`;
  if (purge.clear) {
    const holdsSomething = Object.keys(purge.clear).map((column) => `"${column}" <> ''`);
    return [{ table, condition: `${old} and (${holdsSomething.join(" or ")})`, clear: purge.clear }];
  }
  const found = new Map<string, OutdatedRows>();
  const collect = (parent: string, condition: string, path: readonly string[]) => {
    for (const one of dependences) {
      if (one.parent !== parent || one.cascades || path.includes(one.child)) continue;
      const hangs = `(${quoted(one.columns)}) in (select ${quoted(one.keys)} from "${parent}" where ${condition})`;
      collect(one.child, hangs, [...path, one.child]);
      const before = found.get(one.child);
      found.set(one.child, {
        table: one.child,
        condition: before ? `(${before.condition}) or (${hangs})` : hangs,
      });
    }
  };
  collect(table, old, [table]);
  return [...found.values(), { table, condition: old }];
}

/** Rows dated before this instant are outdated. */
export const cutoffOf = (purge: Purge, periods: PeriodDays, now: Date): Date =>
  new Date(now.getTime() - periods[purge.period] * 86_400_000);

/** `docs/retention.md`: every table, what it holds, and until when. */
export function retentionPage(tables: KeptTables, periods: PeriodDays): string {
  const lines = Object.entries(tables)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([table, { holds, until, purge, backup }]) => {
      const days = purge && `${periods[purge.period]} days after \`${purge.after}\` (\`${purge.period}\`)`;
      const what = purge?.clear ? `: ${Object.keys(purge.clear).join(", ")} emptied` : "";
      const kept = [purge ? `${days}${what}` : undefined, until].filter(Boolean).join("; ");
      return `| \`${table}\` | ${holds} | ${kept} | ${backup === "empty" ? "empty" : "whole"} |`;
    });
  return lines.join("\n");
}
