import type { Unit } from "#foundation/authority/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { holdThing } from "../deleting/store.server.ts";
import type { Thing } from "../schema.ts";
import { OVERTAKEN } from "./messages.ts";
import { differing, type FormValues, isOvertaken } from "./rules.ts";

/**
 * Holds a thing that is about to be changed, and refuses where somebody else has saved it since the form (`input`, with
 * what was `typed` in it as it is read) was shown.
 */
export async function unlessOvertaken<T>(
  unit: Unit,
  area: AreaId,
  [thing, id]: readonly [Thing, string],
  form: Readonly<{ input: unknown; typed: T }>,
  load: () => Promise<T | undefined>,
  valuesOf: (one: T) => FormValues,
): Promise<Result<undefined>> {
  await holdThing(unit, area, thing, id);
  const now = await load();
  if (!now) return notFound(thing);
  const { shown } = (form.input ?? {}) as { shown?: unknown };
  return isOvertaken(shown, valuesOf(form.typed), valuesOf(now)) ? conflict(OVERTAKEN.title) : ok(undefined);
}

/** What a form carries: its values, and the fingerprint that says which they were. */
export const asShown = <T extends FormValues>(values: T) => ({ values, shown: fingerprintOf(values) });

/** What whoever was overtaken is shown: the fields that differ now; saved again it counts as seen. */
export const overtakenBy = (typed: Readonly<Record<string, string>>, now: FormValues) => ({
  shown: fingerprintOf(now),
  fields: differing(typed, now),
});
