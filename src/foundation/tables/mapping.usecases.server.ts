import type { Permit } from "#foundation/authority/public.ts";
import { headerDigest, type Mapping } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch } from "#platform/tables/import.ts";
import { saveMapping } from "#platform/tables/import-store.ts";

/**
 * Keeps what the columns of a file mean, and where they stood, for the next file alike: one of which the reader proposes
 * the same header, or one that has these very columns.
 */
export async function keepMapping(
  permit: Permit,
  { areaId, kind, header, layout, createdBy: by }: Omit<ImportBatch, "mapping" | "choices">,
  kept: Readonly<{ mapping: Mapping; choices: Choices; name?: string; at: Date }>,
): Promise<void> {
  const own = headerDigest(header!);
  const known = new Set([layout?.fingerprint ?? own, own]);
  for (const headerSha256 of known)
    await saveMapping(
      permit,
      { areaId, kind, headerSha256 },
      { ...kept, header: header!, place: layout?.place ?? null, by },
    );
}
