import { parseYear } from "../rows/cells/rules.ts";
import type { Choices } from "../schema.ts";

/** What the columns' form says of the whole file. */
export function choicesOf(text: (field: string) => string): Choices {
  const year = parseYear(text("fiscalYear"));
  return {
    published: text("published") === "yes",
    ...(text("indicator") && { indicator: text("indicator") }),
    ...(text("area") && { area: text("area") }),
    ...(text("source") && { source: text("source") }),
    ...(year !== undefined && { fiscalYear: year }),
  };
}
