import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { ImportPermit } from "../../access.ts";
import { Choices, type Mapping } from "../schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    import_mapping: {
      area_id: string;
      header_sha256: string;
      mapping: unknown;
      choices: unknown;
      saved_by: string;
      saved_at: Date;
    };
  }
}

export async function findSavedMapping(
  permit: ImportPermit,
  area: AreaId,
  headerSha256: string,
): Promise<{ mapping: Mapping; choices: Choices } | undefined> {
  const row = await db(permit)
    .selectFrom("import_mapping")
    .select(["mapping", "choices"])
    .where("area_id", "=", area)
    .where("header_sha256", "=", headerSha256)
    .executeTakeFirst();
  return row && { mapping: row.mapping as Mapping, choices: Choices.parse(row.choices) };
}

export async function saveMapping(
  permit: ImportPermit,
  area: AreaId,
  headerSha256: string,
  saved: { mapping: Mapping; choices: Choices; by: string; at: Date },
): Promise<void> {
  const values = {
    mapping: JSON.stringify(saved.mapping),
    choices: JSON.stringify(saved.choices),
    saved_by: saved.by,
    saved_at: saved.at,
  };
  await db(permit)
    .insertInto("import_mapping")
    .values({ area_id: area, header_sha256: headerSha256, ...values })
    .onConflict((conflict) => conflict.columns(["area_id", "header_sha256"]).doUpdateSet(values))
    .execute();
}
