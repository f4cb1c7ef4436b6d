import { rowsOf, standingRows } from "#platform/db/area-rows.ts";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { MaterialPermit } from "../access.ts";
import type { Fact } from "./fact.schema.ts";

export const selectFacts = async (permit: MaterialPermit, editionIds: readonly string[]): Promise<Fact[]> =>
  editionIds.length === 0
    ? []
    : rowsOf(permit, "materialFact")
        .selectAll()
        .where("editionId", "in", [...editionIds])
        .orderBy("position")
        .orderBy("id")
        .$narrowType<Fact>()
        .execute();

type NewFact = Pick<Fact, "source" | "sourceId" | "field" | "label" | "printed">;

/** Adds what an edition prints; what it prints already is printed anew. */
export async function upsertFacts(
  permit: MaterialPermit,
  editionId: string,
  facts: readonly NewFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await tables(permit)
    .insertInto("materialFact")
    .values(
      facts.map((fact, position) => ({
        ...fact,
        ...{ areaId: permit.subject.area, id: newId() as string, editionId, position },
      })),
    )
    .onConflict((row) =>
      row
        .columns(["areaId", "editionId", "source", "sourceId", "field"])
        .doUpdateSet((now) => ({ printed: now.ref("excluded.printed"), label: now.ref("excluded.label") })),
    )
    .execute();
}

export async function deleteFacts(
  permit: MaterialPermit,
  editionId: string,
  ids?: readonly string[],
): Promise<void> {
  let query = tables(permit)
    .deleteFrom("materialFact")
    .where("areaId", "=", permit.subject.area)
    .where("editionId", "=", editionId);
  if (ids) query = query.where("id", "in", [...ids]);
  await query.execute();
}

type Changed = Readonly<{ since: Date; ids: Readonly<Record<"organisation" | "entry", readonly string[]>> }>;

/**
 * What is printed by editions of which nobody was told yet that it changed, in all areas in reach; where it is told what
 * changed, only that, and what editions print that were changed themselves.
 */
export function selectWatchedFacts(
  permit: MaterialPermit,
  changed?: Changed,
): Promise<(Fact & Readonly<{ areaId: AreaId }>)[]> {
  let facts = watched(permit);
  if (changed)
    facts = facts.where(({ or, and, eb }) =>
      or([
        eb("edition.updatedAt", ">=", changed.since),
        ...(["organisation", "entry"] as const).map((source) =>
          and([eb("fact.source", "=", source), eb("fact.sourceId", "=", anyOf(changed.ids[source], "text"))]),
        ),
      ]),
    );
  return facts.$narrowType<Fact>().execute();
}

const watched = (permit: MaterialPermit) =>
  tables(permit)
    .selectFrom("materialFact as fact")
    .innerJoin("materialEdition as edition", (join) =>
      join.onRef("edition.areaId", "=", "fact.areaId").onRef("edition.id", "=", "fact.editionId"),
    )
    .selectAll("fact")
    .where("edition.published", "=", true)
    .where("edition.staleSince", "is", null)
    .where("edition.replacedBy", "is", null)
    .where("edition.deletedAt", "is", null);

/** The titles of the materials of these editions. */
export const selectTitles = async (
  permit: MaterialPermit,
  editionIds: readonly string[],
): Promise<{ id: string; label: string; title: string }[]> =>
  editionIds.length === 0
    ? []
    : standingRows(permit, "materialEdition")
        .innerJoin("material", (join) =>
          join
            .onRef("material.areaId", "=", "materialEdition.areaId")
            .onRef("material.id", "=", "materialEdition.materialId"),
        )
        .select(["materialEdition.id", "materialEdition.label", "material.title"])
        .where("materialEdition.id", "in", [...editionIds])
        .execute();
