import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { deletableRows } from "#foundation/deletions/public.ts";
import { changeRow, standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import type { MaterialPermit } from "../access.ts";
import type { Edition, LeafletTexts, Material, MaterialInput } from "../model/material.schema.ts";
import { MATERIAL_LIST, type MaterialQuery } from "./material.present.ts";

/** What is deleted and brought back. */
export const MATERIAL_ROWS = deletableRows<"material" | "edition">({
  material: { table: "material", title: "title" },
  edition: { table: "materialEdition", title: "label", parent: ["material", "materialId"] },
});

export const stampOf = (permit: MaterialPermit) => ({
  updatedAt: permit.clock.now(),
  updatedBy: scopeOf(permit.actor).actor,
});

const materials = (permit: MaterialPermit) =>
  standingRows(permit, "material").selectAll().$narrowType<Material>();

/** Materials of an area: one page of a list and one more. Drafts are for the staff. */
export async function selectMaterials(
  permit: MaterialPermit,
  list: MaterialQuery,
  { drafts }: Readonly<{ drafts: boolean }>,
): Promise<Material[]> {
  const { kind, theme, audience, language, q } = list.filter;
  let query = materials(permit);
  if (!drafts) query = query.where("published", "=", true);
  if (kind) query = query.where("kind", "=", kind);
  if (theme) query = query.where("theme", "=", theme);
  if (audience) query = query.where(sql<boolean>`${audience} = any(audiences)`);
  if (q) query = query.where("title", "ilike", `%${q.replace(/[%_\\]/g, "\\$&")}%`);
  if (language)
    query = query.where(
      sql<boolean>`exists (select from material_edition edition where edition.area_id = material.area_id
        and edition.material_id = material.id and edition.language = ${language} and edition.deleted_at is null)`,
    );
  return inOrder(query, orderOf(MATERIAL_LIST, list.sort), list).execute();
}

export const findMaterial = (permit: MaterialPermit, id: string): Promise<Material | undefined> =>
  materials(permit).where("id", "=", id).executeTakeFirst();

export const lockMaterial = (permit: MaterialPermit, id: string): Promise<Material | undefined> =>
  materials(permit).where("id", "=", id).forUpdate().executeTakeFirst();

export async function upsertMaterial(
  permit: MaterialPermit,
  id: string,
  input: MaterialInput,
): Promise<void> {
  const columns = { ...input, ...stampOf(permit) };
  await tables(permit)
    .insertInto("material")
    .values({ areaId: permit.subject.area, id, ...columns })
    .onConflict((row) => row.columns(["areaId", "id"]).doUpdateSet(columns))
    .execute();
}

const editions = (permit: MaterialPermit) =>
  standingRows(permit, "materialEdition").selectAll().$narrowType<Edition>();

/** The editions of these materials, the newest first. */
export const selectEditions = async (
  permit: MaterialPermit,
  materialIds: readonly string[],
): Promise<Edition[]> =>
  materialIds.length === 0
    ? []
    : editions(permit)
        .where("materialId", "in", [...materialIds])
        .orderBy("id", "desc")
        .execute();

/** Every edition that is offered in the area, whose material is. */
export const selectPublished = (permit: MaterialPermit): Promise<Edition[]> =>
  editions(permit)
    .where("published", "=", true)
    .where("replacedBy", "is", null)
    .where(
      sql<boolean>`exists (select from material where material.area_id = material_edition.area_id
        and material.id = material_edition.material_id and material.published and material.deleted_at is null)`,
    )
    .orderBy("id")
    .execute();

export const findEdition = (permit: MaterialPermit, id: string): Promise<Edition | undefined> =>
  editions(permit).where("id", "=", id).executeTakeFirst();

/** Holds editions against whoever takes copies of them as well, in the order of their ids. */
export const lockEditions = async (permit: MaterialPermit, ids: readonly string[]): Promise<Edition[]> =>
  ids.length === 0
    ? []
    : editions(permit)
        .where("id", "in", [...ids])
        .orderBy("id")
        .forUpdate()
        .execute();

type EditionColumns = Omit<
  Edition,
  "areaId" | "id" | "updatedAt" | "updatedBy" | "deletedAt" | "deletedBy" | "leaflet" | "staleFacts"
>;

export async function insertEdition(
  permit: MaterialPermit,
  id: string,
  edition: Partial<EditionColumns> & Pick<EditionColumns, "materialId" | "label" | "language" | "published">,
): Promise<void> {
  await tables(permit)
    .insertInto("materialEdition")
    .values({ areaId: permit.subject.area, id, ...edition, ...stampOf(permit) })
    .onConflict((row) => row.doNothing())
    .execute();
}

export const updateEdition = (
  permit: MaterialPermit,
  id: string,
  {
    leaflet,
    ...change
  }: Partial<EditionColumns> &
    Readonly<{ leaflet?: LeafletTexts | undefined; staleFacts?: readonly string[] }>,
): Promise<boolean> =>
  changeRow(permit, "materialEdition", id, {
    ...change,
    ...(leaflet ? { leaflet: JSON.stringify(leaflet) } : {}),
    ...stampOf(permit),
  } as never);
