import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { FormValues } from "#platform/kernel/result.ts";

/**
 * Whether who saves would write over what they have not seen. `form.seen` is the fingerprint of what their form showed:
 * who comes without one has seen no form. Who writes what stands there already (the same form sent twice) changes nothing.
 */
export function isOvertaken(
  form: Readonly<Record<string, unknown>>,
  typed: FormValues | undefined,
  now: FormValues,
): boolean {
  if (typeof form.seen !== "string") return false;
  const present = fingerprintOf(now);
  if (form.seen === present) return false;
  return fingerprintOf(typed ?? textsLike(form, now)) !== present;
}

/** Of a form the texts that `now` has, under the same names. */
const textsLike = (form: Readonly<Record<string, unknown>>, now: FormValues): FormValues =>
  Object.fromEntries(Object.keys(now).map((field) => [field, plain(String(form[field] ?? ""))]));

const plain = (text = "") => text.replaceAll("\r\n", "\n").trim();
