import type { z } from "zod";
import { sentenceOf } from "./issue.messages.ts";
import { invalid, ok, type Result } from "./result.ts";

/** The input as its schema reads it, or each field with the sentences that say how to mend it. */
export function checked<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input, { error: sentenceOf });
  if (parsed.success) return ok(parsed.data);
  const fields = Map.groupBy(parsed.error.issues, ({ path }) => path.join("."));
  return invalid(
    Object.fromEntries([...fields].map(([field, issues]) => [field, issues.map(({ message }) => message)])),
  );
}
