import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { MaterialPermit } from "../access.ts";

/** Editions on offer in these areas that are out of date, or will be by that day. */
export const selectEnding = (permit: MaterialPermit, areas: readonly AreaId[], until: PlainDate) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("materialEdition as edition")
        .innerJoin("material", (join) =>
          join
            .onRef("material.areaId", "=", "edition.areaId")
            .onRef("material.id", "=", "edition.materialId"),
        )
        .select(["edition.areaId", "edition.id", "edition.label", "edition.staleFacts", "edition.validUntil"])
        .select("material.title")
        .where("edition.areaId", "in", [...areas])
        .where("edition.published", "=", true)
        .where("edition.replacedBy", "is", null)
        .where("edition.deletedAt", "is", null)
        .where("material.deletedAt", "is", null)
        .where((row) => row.or([row("staleSince", "is not", null), row("validUntil", "<=", until)]))
        .execute();
