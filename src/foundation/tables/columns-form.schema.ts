import { z } from "zod";
import type { Permit } from "#foundation/authority/public.ts";
import { IGNORE, type Meaning } from "#platform/tables/columns.ts";
import type { Choices } from "#platform/tables/import.ts";
import { typedRows } from "#platform/tables/mending.ts";
import { columnField, wordsField } from "#platform/tables/messages.ts";
import { answersOf } from "#platform/tables/questions.ts";
import type { TableImport } from "./table-import.schema.ts";

/** The columns' form: what each column holds, what holds for the whole file, and whether to keep it for the next file. */
export function matchInput<P extends Permit, M extends Meaning, C extends Choices, W, X>({
  meaning,
  choicesOf,
}: TableImport<P, M, C, W, X>["table"]) {
  const meaningOf = (value: unknown): M => {
    try {
      const parsed = meaning.safeParse(JSON.parse(String(value)));
      if (parsed.success) return parsed.data;
    } catch {
      // Not from our form.
    }
    return { role: IGNORE } as M;
  };
  return z.record(z.string(), z.unknown()).transform((form) => {
    const text = (name: string) => String(form[name] ?? "").trim();
    const meanings: unknown[] = [];
    while (columnField(meanings.length) in form) meanings.push(form[columnField(meanings.length)]);
    return {
      mapping: meanings.map(meaningOf),
      choices: choicesOf(text),
      answers: answersOf(form),
      typed: typedRows(form),
      words: meanings.map((_, at) => (wordsField(at) in form ? text(wordsField(at)) : undefined)),
      remember: text("remember") === "yes" || text("saveAs") !== "",
      saveAs: text("saveAs").slice(0, 100),
    };
  });
}

/** The form of another place: a sheet, a table of it, or the lines of its header. */
export const PlaceAsked = z
  .object({
    sheet: z.string().optional(),
    block: z.coerce.number().int().min(1).optional(),
    header: z
      .string()
      .regex(/^\d{1,6}(-\d{1,6})?$/)
      .optional(),
    mapping: z.string().optional(),
  })
  .transform(({ sheet, block, header, mapping }) => {
    const [from, to = from] = (header ?? "").split("-").map(Number);
    return {
      sheet: sheet || undefined,
      table: block,
      header: header ? ([from!, Math.max(from!, to!)] satisfies [number, number]) : undefined,
      mapping: mapping || undefined,
    };
  });
