import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { CheckupPermit } from "../access.ts";
import type { Agreement } from "./provider-agreement.schema.ts";

const COLUMNS = [
  "areaId",
  "id",
  "provider",
  "kind",
  "ground",
  "groundText",
  "items",
  "smallest",
  "combine",
  "yearsKept",
  "fromDay",
  "untilDay",
  "endedOn",
  "erasedBefore",
  "version",
] as const;

const own = (permit: CheckupPermit) =>
  tables(permit)
    .selectFrom("sensitive.providerAgreement")
    .select(COLUMNS)
    .where("areaId", "=", permit.subject.area);

export const selectAgreements = (permit: CheckupPermit): Promise<Agreement[]> =>
  own(permit).orderBy("provider").orderBy("id").execute() as Promise<Agreement[]>;

/** The agreements of these areas. */
export const selectAgreementsOf = (permit: CheckupPermit, areas: readonly AreaId[]): Promise<Agreement[]> =>
  tables(permit)
    .selectFrom("sensitive.providerAgreement")
    .select(COLUMNS)
    .where("areaId", "=", anyOf(areas, "text"))
    .orderBy("provider")
    .orderBy("id")
    .execute() as Promise<Agreement[]>;

export const findAgreement = (permit: CheckupPermit, id: string): Promise<Agreement | undefined> =>
  own(permit).where("id", "=", id).executeTakeFirst() as Promise<Agreement | undefined>;

export const lockAgreement = (permit: CheckupPermit, id: string): Promise<Agreement | undefined> =>
  own(permit).where("id", "=", id).forUpdate().executeTakeFirst() as Promise<Agreement | undefined>;

export async function upsertAgreement(
  permit: CheckupPermit,
  one: Omit<Agreement, "areaId" | "version" | "erasedBefore">,
  by: string,
): Promise<void> {
  const { id, items, combine, ...rest } = one;
  const told = {
    ...rest,
    items: [...items],
    combine: [...combine],
    changedBy: by,
    changedAt: permit.clock.now(),
  };
  await tables(permit)
    .insertInto("sensitive.providerAgreement")
    .values({ areaId: permit.subject.area, id, ...told })
    .onConflict((row) =>
      row.columns(["areaId", "id"]).doUpdateSet((held) => ({
        ...told,
        version: held("sensitive.providerAgreement.version", "+", 1) as never,
      })),
    )
    .execute();
}

export async function updateErasedBefore(
  permit: CheckupPermit,
  id: string,
  erasedBefore: number,
): Promise<void> {
  await tables(permit)
    .updateTable("sensitive.providerAgreement")
    .set({ erasedBefore })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();
}
