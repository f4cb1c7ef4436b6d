import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { ClientPermit } from "../access.ts";

export const selectClients = (permit: ClientPermit) =>
  tables(permit)
    .selectFrom("apiClient")
    .select(["id", "name", "datasets", "madeAt"])
    .where("areaId", "=", permit.subject.area)
    .where("endedAt", "is", null)
    .orderBy("madeAt", "desc")
    .execute();

export const insertClient = (
  permit: ClientPermit,
  { name, datasets }: Readonly<{ name: string; datasets: readonly string[] }>,
) =>
  tables(permit)
    .insertInto("apiClient")
    .values({
      ...{ areaId: permit.subject.area, id: newId(), name, datasets: [...datasets] },
      madeAt: permit.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();

export const endClient = (permit: ClientPermit, id: string) =>
  tables(permit)
    .updateTable("apiClient")
    .set({ endedAt: permit.clock.now() })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .executeTakeFirst();
