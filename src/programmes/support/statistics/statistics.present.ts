import { type EditionContent, tablesInWords } from "#evidence/publication/public.ts";
import { isWithoutRequests } from "./statistics.rules.ts";
import { withoutZeros } from "./statistics-table.rules.ts";

/** A year as its page shows it. */
export function presentYear(content: EditionContent) {
  const days = content.figures[0]!.cell;
  return {
    tables: tablesInWords(content).map((table) => withoutZeros(table)),
    waitingDays: typeof days === "number" ? days : null,
    underWay: !content.tables.some(({ key }) => key === "outcome"),
    empty: isWithoutRequests(content),
  };
}
