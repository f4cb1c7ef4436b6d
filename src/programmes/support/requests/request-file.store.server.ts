import { changeRowIn } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { withStates } from "#platform/files/attachments.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { RequestId } from "../model/request.schema.ts";
import type { Attached } from "../model/request-file.schema.ts";

export async function insertAttached(
  permit: SupportPermit,
  area: AreaId,
  requestId: RequestId,
  { id, name, bytes, addedAt, byWorkplace }: Attached,
  addedBy: string,
): Promise<void> {
  await tables(permit)
    .insertInto("supportFile")
    .values({ areaId: area, id, requestId, name, bytes, addedAt, addedBy, byWorkplace })
    .execute();
}

/** The files that a request has, in the order in which they came, and whether they may be opened. */
export async function selectAttached(
  permit: SupportPermit,
  area: AreaId,
  requestId: RequestId,
): Promise<Attached[]> {
  const rows = await tables(permit)
    .selectFrom("supportFile")
    .select(["id", "name", "bytes", "addedAt", "byWorkplace"])
    .where("areaId", "=", area)
    .where("requestId", "=", requestId)
    .where("removedAt", "is", null)
    .orderBy("addedAt")
    .orderBy("id")
    .execute();
  return withStates(permit, area, rows, ({ id }) => id);
}

/** Whether a file is of that request, or was. */
export const wasAttached = async (
  permit: SupportPermit,
  area: AreaId,
  requestId: RequestId,
  id: string,
): Promise<boolean> =>
  (await tables(permit)
    .selectFrom("supportFile")
    .select("id")
    .where("areaId", "=", area)
    .where("requestId", "=", requestId)
    .where("id", "=", id)
    .executeTakeFirst()) !== undefined;

export const markRemoved = (permit: SupportPermit, areaId: AreaId, id: string) =>
  changeRowIn(permit, "supportFile", { areaId, id }, { removedAt: permit.clock.now() });
