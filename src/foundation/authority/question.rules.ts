import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type FieldErrors, ok, type Result, refuse } from "#platform/kernel/result.ts";
import type { Permit } from "./permit.schema.ts";

/** What each form that is being answered was sent with as meant. */
const sureBy = new WeakMap<object, unknown>();

export const noteSure = (permit: Permit, sure: unknown): void => void sureBy.set(permit, sure);

/**
 * Asks once about what is possible but odd, field by field: `const meant = askOnce(permit, { participants: [...] })`.
 * The form shows the question with a box, and sent again with that it goes through. Other figures are asked about anew.
 * The app's own work, which nobody can be asked about, says `sure: true`.
 */
export function askOnce(permit: Permit, questions: FieldErrors): Result<undefined> {
  const fields = Object.fromEntries(
    Object.entries(questions).filter(([, sentences]) => sentences.length > 0),
  );
  const sure = fingerprintOf(Object.entries(fields));
  const said = sureBy.get(permit);
  if (Object.keys(fields).length === 0 || said === true || said === sure) return ok(undefined);
  return refuse({ kind: "question", fields, sure });
}
