import type { Insertable } from "kysely";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { sortKeyOf } from "../rules.ts";
import type { Draft } from "../schema.ts";
import type { OrganisationTable, Origin } from "../store.server.ts";

const toColumns = (draft: Draft) => ({
  name: draft.name,
  kana: draft.kana,
  sort_key: sortKeyOf(draft),
  sector: draft.sector,
  desk: draft.desk,
  phone: draft.phone,
  fax: draft.fax,
  email: draft.email,
  postal_code: draft.postalCode,
  address: draft.address,
  website: draft.website,
  note: draft.note,
  published: draft.published,
  valid_from: draft.validFrom,
  valid_to: draft.validTo,
});

type Stamp = Readonly<{ now: Date; actor: string; origin: Origin }>;

/** Inserts; false where the area has an organisation of that name or id already. */
export async function insertOrganisation(
  permit: RowAccess,
  id: OrganisationId,
  draft: Draft,
  { now, actor, origin }: Stamp,
): Promise<boolean> {
  const values: Insertable<OrganisationTable> = {
    ...toColumns(draft),
    area_id: draft.areaId,
    id,
    version: 1,
    origin,
    created_at: now,
    updated_at: now,
    updated_by: actor,
  };
  const { numInsertedOrUpdatedRows } = await db(permit)
    .insertInto("organisation")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await replaceServed(permit, id, draft);
  await insertVersion(permit, id, 1, draft, { now, actor });
  return true;
}

/** Updates the version that the writer saw; false where somebody else was faster. */
export async function updateOrganisation(
  permit: RowAccess,
  id: OrganisationId,
  draft: Draft,
  seenVersion: number,
  { now, actor }: Omit<Stamp, "origin">,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("organisation")
    .set({ ...toColumns(draft), version: seenVersion + 1, updated_at: now, updated_by: actor })
    .where("area_id", "=", draft.areaId)
    .where("id", "=", id)
    .where("version", "=", seenVersion)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await db(permit)
    .deleteFrom("organisation_area")
    .where("area_id", "=", draft.areaId)
    .where("organisation_id", "=", id)
    .execute();
  await replaceServed(permit, id, draft);
  await insertVersion(permit, id, seenVersion + 1, draft, { now, actor });
  return true;
}

async function replaceServed(permit: RowAccess, id: OrganisationId, draft: Draft): Promise<void> {
  await db(permit)
    .insertInto("organisation_area")
    .values(
      draft.servedAreas.map((area) => ({ area_id: draft.areaId, organisation_id: id, served_area_id: area })),
    )
    .execute();
}

async function insertVersion(
  permit: RowAccess,
  id: OrganisationId,
  version: number,
  draft: Draft,
  { now, actor }: Omit<Stamp, "origin">,
): Promise<void> {
  await db(permit)
    .insertInto("organisation_version")
    .values({
      area_id: draft.areaId,
      organisation_id: id,
      version,
      content: JSON.stringify(draft),
      at: now,
      actor,
    })
    .execute();
}
