import type { z } from "zod";
import { sentenceOf } from "./issue.messages.ts";
import { invalid, ok, type Result } from "./result.ts";

/** The input as its schema reads it, or each field with the sentences that say how to mend it. */
export function checked<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input, { error: sentenceOf });
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".");
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  return invalid(fields);
}
