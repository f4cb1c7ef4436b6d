import { scopeOf } from "#foundation/actors/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { LendingPermit } from "../access.ts";
import type {
  Kit,
  Model,
  ModelInput,
  Office,
  OfficeInput,
  Unit,
  UnitInput,
} from "../model/lending.schema.ts";
import type { UnitState } from "../model/lending-states.schema.ts";

const stampOf = (permit: LendingPermit) => ({
  updatedAt: permit.clock.now(),
  updatedBy: scopeOf(permit.actor).actor,
});
const KEY = ["areaId", "id"] as const;

export const selectOffices = (permit: LendingPermit): Promise<Office[]> =>
  rowsOf(permit, "lendingOffice").selectAll().$narrowType<Office>().orderBy("name").orderBy("id").execute();
export const selectModels = (permit: LendingPermit): Promise<Model[]> =>
  rowsOf(permit, "lendingModel").selectAll().$narrowType<Model>().orderBy("name").orderBy("id").execute();
export const selectUnits = (permit: LendingPermit): Promise<Unit[]> =>
  rowsOf(permit, "lendingUnit").selectAll().$narrowType<Unit>().orderBy("number").execute();
export const selectKits = (permit: LendingPermit): Promise<Kit[]> =>
  rowsOf(permit, "lendingKit").selectAll().$narrowType<Kit>().orderBy("name").orderBy("id").execute();

/**
 * Holds models against whoever lends of them as well, in the order of their ids: nobody waits for somebody who waits. Rows
 * that refer to a model are written meanwhile; a stronger lock would wait for those, and they for it.
 */
export const lockModels = (permit: LendingPermit, ids: readonly string[]): Promise<Model[]> =>
  rowsOf(permit, "lendingModel")
    .selectAll()
    .$narrowType<Model>()
    .where("id", "=", anyOf([...new Set(ids)]))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();

/** An office or kit that is held while its form is compared with what stands. */
export const lockOffice = (permit: LendingPermit, id: string): Promise<Office | undefined> =>
  rowsOf(permit, "lendingOffice")
    .selectAll()
    .$narrowType<Office>()
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
export const lockKit = (permit: LendingPermit, id: string): Promise<Kit | undefined> =>
  rowsOf(permit, "lendingKit")
    .selectAll()
    .$narrowType<Kit>()
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();

export async function upsertOffice(permit: LendingPermit, id: string, told: OfficeInput): Promise<void> {
  const columns = { ...told, ...stampOf(permit) };
  await tables(permit)
    .insertInto("lendingOffice")
    .values({ areaId: permit.subject.area, id, ...columns })
    .onConflict((row) => row.columns(KEY).doUpdateSet(columns))
    .execute();
}

export async function upsertModel(permit: LendingPermit, id: string, told: ModelInput): Promise<void> {
  const columns = { ...told, ...stampOf(permit) };
  await tables(permit)
    .insertInto("lendingModel")
    .values({ areaId: permit.subject.area, id, ...columns })
    .onConflict((row) => row.columns(KEY).doUpdateSet(columns))
    .execute();
}

export async function upsertUnit(
  permit: LendingPermit,
  id: string,
  modelId: string,
  told: UnitInput,
): Promise<void> {
  await tables(permit)
    .insertInto("lendingUnit")
    .values({ areaId: permit.subject.area, id, modelId, ...told, state: "in_use" })
    .onConflict((row) => row.columns(KEY).doUpdateSet(told))
    .execute();
}

export const updateUnitState = (permit: LendingPermit, id: string, state: UnitState) =>
  tables(permit)
    .updateTable("lendingUnit")
    .set({ state })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();

export async function upsertKit(
  permit: LendingPermit,
  id: string,
  { officeId, name, parts }: Pick<Kit, "officeId" | "name" | "parts">,
): Promise<void> {
  const columns = { officeId, name, parts: JSON.stringify(parts), ...stampOf(permit) };
  await tables(permit)
    .insertInto("lendingKit")
    .values({ areaId: permit.subject.area, id, ...columns })
    .onConflict((row) => row.columns(KEY).doUpdateSet(columns))
    .execute();
}
