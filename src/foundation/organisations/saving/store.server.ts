import type { Insertable } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import { addToHistory, type HistoryOf } from "#foundation/history/public.ts";
import { db } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { sortKeyOf } from "../list/rules.ts";
import type { Draft, Organisation } from "../schema.ts";
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

/** What the history keeps of an organisation: each content that was saved. */
export const historyOfOrganisation = ({ areaId }: Pick<Draft, "areaId">, id: OrganisationId): HistoryOf => ({
  ...{ area: areaId, kind: "organisation", id },
});

type AddPermit = Permit<"organisation.add">;
type ChangePermit = Permit<"organisation.change">;

/** Inserts; false where the area has an organisation of that name or id already. */
export async function insertOrganisation(
  permit: AddPermit,
  id: OrganisationId,
  draft: Draft,
  origin: Origin,
  by = scopeOf(permit.actor).actor,
): Promise<boolean> {
  const now = permit.clock.now();
  const values: Insertable<OrganisationTable> = {
    ...toColumns(draft),
    area_id: draft.areaId,
    id,
    version: 1,
    origin,
    created_at: now,
    updated_at: now,
    updated_by: by,
  };
  const { numInsertedOrUpdatedRows } = await db(permit)
    .insertInto("organisation")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await insertServed(permit, id, draft);
  await addToHistory(permit, historyOfOrganisation(draft, id), {
    action: permit.action,
    actor: by,
    detail: draft,
  });
  return true;
}

/** Updates the version that was read; false where somebody else was faster. */
export async function updateOrganisation(
  permit: ChangePermit,
  { id, version }: Pick<Organisation, "id" | "version">,
  draft: Draft,
  by = scopeOf(permit.actor).actor,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("organisation")
    .set({
      ...toColumns(draft),
      version: version + 1,
      updated_at: permit.clock.now(),
      updated_by: by,
    })
    .where("area_id", "=", draft.areaId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await db(permit)
    .deleteFrom("organisation_area")
    .where("area_id", "=", draft.areaId)
    .where("organisation_id", "=", id)
    .execute();
  await insertServed(permit, id, draft);
  await addToHistory(permit, historyOfOrganisation(draft, id), {
    action: permit.action,
    actor: by,
    detail: draft,
  });
  return true;
}

async function insertServed(
  permit: AddPermit | ChangePermit,
  id: OrganisationId,
  draft: Draft,
): Promise<void> {
  await db(permit)
    .insertInto("organisation_area")
    .values(
      draft.servedAreas.map((area) => ({
        area_id: draft.areaId,
        organisation_id: id,
        served_area_id: area,
        published: draft.published,
      })),
    )
    .execute();
}
