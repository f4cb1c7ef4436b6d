import type { Work } from "#foundation/authority/public.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { replaceCountedHere } from "./counted-here.store.server.ts";

export type CountedHere = Readonly<{ areaId: AreaId; source: string; year: FiscalYear }>;

/**
 * Tells the profile counts of a year, by indicator, that another module has made public itself, under the source whose
 * series they go on with; null where it shows none. Called in that module's own transaction and after its own permit.
 */
export async function recordCountedHere(
  work: Work,
  of: CountedHere,
  counts: Readonly<Record<string, number | null>>,
): Promise<void> {
  for (const [indicator, count] of Object.entries(counts))
    await replaceCountedHere(work, of, indicator, count);
}
