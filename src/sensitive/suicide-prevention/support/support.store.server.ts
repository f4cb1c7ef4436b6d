import { type RowOf, tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PreventionPermit } from "../access.ts";
import { by } from "../model/actor.rules.ts";

const areaOf = ({ subject }: PreventionPermit) => subject.area;
export type Trained = RowOf<"sensitive.preventionTrained">;
export type BereavedGroup = RowOf<"sensitive.preventionGroup">;

export const selectHotlineChecks = (permit: PreventionPermit, areas: readonly AreaId[]) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("sensitive.preventionHotlineCheck")
        .select(["areaId", "hotline", "checkedOn"])
        .where("areaId", "in", [...areas])
        .execute();

export const upsertHotlineCheck = (permit: PreventionPermit, hotline: string) => {
  const said = { checkedOn: permit.clock.today(), checkedBy: by(permit) };
  return tables(permit)
    .insertInto("sensitive.preventionHotlineCheck")
    .values({ areaId: areaOf(permit), hotline, ...said })
    .onConflict((row) => row.columns(["areaId", "hotline"]).doUpdateSet(said))
    .execute();
};

/** Who is no member of the area is given the groups that may be named. */
export const selectGroups = (permit: PreventionPermit) =>
  tables(permit)
    .selectFrom("sensitive.preventionGroup")
    .selectAll()
    .where("areaId", "=", areaOf(permit))
    .orderBy("organisationId")
    .execute();

export const upsertGroup = (permit: PreventionPermit, group: Omit<BereavedGroup, "areaId">) =>
  tables(permit)
    .insertInto("sensitive.preventionGroup")
    .values({ areaId: areaOf(permit), ...group })
    .onConflict((row) => row.columns(["areaId", "organisationId"]).doUpdateSet(group))
    .execute();

export const selectTrained = (permit: PreventionPermit): Promise<Trained[]> =>
  tables(permit)
    .selectFrom("sensitive.preventionTrained")
    .selectAll()
    .where("areaId", "=", areaOf(permit))
    .orderBy("heldOn", "desc")
    .orderBy("id")
    .execute();

export const insertTrained = (permit: PreventionPermit, trained: Omit<Trained, "areaId">) =>
  tables(permit)
    .insertInto("sensitive.preventionTrained")
    .values({ areaId: areaOf(permit), ...trained })
    .execute();

export const deleteTrained = (permit: PreventionPermit, id: string) =>
  tables(permit)
    .deleteFrom("sensitive.preventionTrained")
    .where("areaId", "=", areaOf(permit))
    .where("id", "=", id)
    .executeTakeFirst();
