import { tables } from "#platform/db/rows.ts";
import type { OperationPermit } from "./access.ts";
import type { Part } from "./state.schema.ts";

export const selectTold = async (permit: OperationPermit): Promise<ReadonlySet<string>> =>
  new Set(
    (await tables(permit).selectFrom("operationAlert").select("part").execute()).map(({ part }) => part),
  );

/** False where another process was first. */
export async function insertTold(permit: OperationPermit, part: Part): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(permit)
    .insertInto("operationAlert")
    .values({ part, since: permit.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteTold(permit: OperationPermit, part: Part): Promise<boolean> {
  const { numDeletedRows } = await tables(permit)
    .deleteFrom("operationAlert")
    .where("part", "=", part)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
