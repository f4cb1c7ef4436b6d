import type { Updateable } from "kysely";
import { changeRowIn } from "#platform/db/area-rows.ts";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { RequestId, SupportRequest } from "../model/request.schema.ts";

/** A row as the request that it keeps; a time of the database has seconds. */
export const toRequest = ({
  onceKey,
  madeBy,
  fixedDay,
  fixedFrom,
  fixedTo,
  fromArea,
  fromRequest,
  ...row
}: RowOf<"supportRequest">): SupportRequest =>
  ({
    ...row,
    fixed: fixedDay && { day: fixedDay, from: fixedFrom!.slice(0, 5), to: fixedTo!.slice(0, 5) },
    cameFrom: fromArea && { areaId: fromArea, id: fromRequest },
  }) as SupportRequest;

/** False where the same form was sent before. */
export async function insertRequest(
  permit: SupportPermit,
  { fixed: _, cameFrom, ...request }: SupportRequest,
  { onceKey, by }: { onceKey: string; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(permit)
    .insertInto("supportRequest")
    .values({
      ...request,
      wishes: JSON.stringify(request.wishes),
      needs: JSON.stringify(request.needs),
      slots: JSON.stringify(request.slots),
      fromArea: cameFrom?.areaId ?? null,
      fromRequest: cameFrom?.id ?? null,
      onceKey,
      madeBy: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}

/** The rows of requests of an area; `toRequest` reads them. */
export const requestRows = (permit: SupportPermit, area: AreaId) =>
  tables(permit).selectFrom("supportRequest").selectAll().where("areaId", "=", area);

/** The request, held against everybody else until the transaction ends where it is to be changed. */
export async function findRequest(
  permit: SupportPermit,
  area: AreaId,
  id: string,
  hold = false,
): Promise<SupportRequest | undefined> {
  const query = requestRows(permit, area).where("id", "=", id);
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst();
  return row && toRequest(row);
}

/** Whether a workplace of that name has asked in the area before; told without a look at any request. */
export async function hasAskedBefore(
  permit: SupportPermit,
  area: AreaId,
  workplaceKey: string,
): Promise<boolean> {
  const { before } = await tables(permit)
    .selectNoFrom(({ fn, val }) =>
      fn<boolean>("support_asked_before", [val<string>(area), val(workplaceKey)]).as("before"),
    )
    .executeTakeFirstOrThrow();
  return before;
}

/** The number of the same request of the same workplace since then, told without a look at any other. */
export async function findSame(
  permit: SupportPermit,
  { areaId, workplaceKey, phone, email, topics, service, wish }: SupportRequest,
  since: Date,
): Promise<string | null> {
  const about = `${service ?? ""} ${wish}`;
  const { number } = await tables(permit)
    .selectNoFrom(({ fn, val }) =>
      fn<string | null>("support_asked_same", [
        ...[val<string>(areaId), val(workplaceKey), val(phone), val(email)],
        ...[val([...topics]), val(about), val(since)],
      ]).as("number"),
    )
    .executeTakeFirstOrThrow();
  return number;
}

/** The request of that number, told to who knows its telephone in digits or its mailbox. */
export async function findByNumber(
  permit: SupportPermit,
  area: AreaId,
  number: string,
  contact: string,
): Promise<RequestId | null> {
  const { id } = await tables(permit)
    .selectNoFrom(({ fn, val }) =>
      fn<RequestId | null>("support_found_request", [val<string>(area), val(number), val(contact)]).as("id"),
    )
    .executeTakeFirstOrThrow();
  return id;
}

export type RequestChange = Updateable<CamelTables["supportRequest"]>;

export const updateRequest = (
  permit: SupportPermit,
  request: Pick<SupportRequest, "areaId" | "id">,
  change: RequestChange,
) => changeRowIn(permit, "supportRequest", request, change);
