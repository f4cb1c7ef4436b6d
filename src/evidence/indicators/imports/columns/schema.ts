import { z } from "zod";
import { ColumnMeaning } from "../schema.ts";
import { columnField } from "./field.rules.ts";

/** A meaning as the value of a form's choice, and back. */
export const meaningValue = (meaning: ColumnMeaning): string => JSON.stringify(meaning);

function meaningOf(value: unknown): ColumnMeaning {
  let json: unknown;
  try {
    json = JSON.parse(String(value));
  } catch {
    // Not from our form.
    return { role: "ignore" };
  }
  const parsed = ColumnMeaning.safeParse(json);
  return parsed.success ? parsed.data : { role: "ignore" };
}

/**
 * The form of the columns' page: what each column holds, what holds for the whole file, and whether to keep it for the
 * next file with this header.
 */
export const MatchInput = z.record(z.string(), z.unknown()).transform((form) => {
  const text = (name: string) => String(form[name] ?? "").trim();
  const meanings: unknown[] = [];
  while (columnField(meanings.length) in form) meanings.push(form[columnField(meanings.length)]);
  const year = Number(text("fiscalYear").normalize("NFKC"));
  return {
    mapping: meanings.map(meaningOf),
    choices: {
      published: text("published") === "yes",
      ...(text("indicator") && { indicator: text("indicator") }),
      ...(text("area") && { area: text("area") }),
      ...(text("source") && { source: text("source") }),
      ...(text("fiscalYear") && Number.isInteger(year) && { fiscalYear: year }),
    },
    remember: text("remember") === "yes",
  };
});
