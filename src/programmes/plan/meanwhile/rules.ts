import { fingerprintOf } from "#platform/kernel/fingerprint.ts";

/** A thing as its form shows it: texts by field, empty where nothing is known. */
export type FormValues = Readonly<Record<string, string>>;

/**
 * Whether who saves would write over what they have not seen: `shown` is the fingerprint of what their form showed.
 * Who comes without one has seen no form; who writes what stands there already (the same form sent twice) changes nothing.
 */
export function isOvertaken(shown: unknown, typed: FormValues, now: FormValues): boolean {
  if (typeof shown !== "string") return false;
  const present = fingerprintOf(now);
  return shown !== present && fingerprintOf(typed) !== present;
}

const plain = (text = "") => text.replaceAll("\r\n", "\n").trim();

/** The fields of what stands now that differ from what was typed. */
export const differing = (typed: Readonly<Record<string, string>>, now: FormValues): [string, string][] =>
  Object.entries(now).filter(([field, value]) => plain(value) !== plain(typed[field]));
