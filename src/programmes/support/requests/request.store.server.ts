import { type ColumnType, type Selectable, sql, type Updateable } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import type { Needs } from "../model/enquiry.rules.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { Industry, OfferKind, Place, Topic } from "../model/offer.schema.ts";
import type { Status } from "../model/request.rules.ts";
import type { Channel, RequestId, SupportRequest } from "../model/request.schema.ts";

type Json<T> = ColumnType<T, string, string>;

export interface RequestTable {
  area_id: AreaId;
  id: RequestId;
  number: string;
  once_key: string;
  made_at: Date;
  made_on: PlainDate;
  made_by: string;
  channel: Channel;
  language: Language;
  workplace: string;
  workplace_key: string;
  organisation_id: OrganisationId | null;
  contact: string;
  phone: string;
  email: string;
  municipality: string;
  address: string;
  industry: Industry;
  size: number;
  people: number;
  kind: OfferKind | null;
  service: string | null;
  topics: Topic[];
  wish: string;
  place: Place;
  free_only: boolean;
  wishes: Json<Slot[]>;
  heard_from: string;
  came_before: boolean;
  due_on: PlainDate | null;
  follows: RequestId | null;
  needs: Json<Needs>;
  decided_by: "coordinator" | "first_come";
  status: Status;
  status_since: Date;
  slots: Json<Slot[]>;
  fixed_day: PlainDate | null;
  fixed_from: string | null;
  fixed_to: string | null;
  moves: number;
  passed_to: AreaId | null;
  taken_as: RequestId | null;
  from_area: AreaId | null;
  from_request: RequestId | null;
  unmet_reason: string | null;
  consultation_shown_at: Date | null;
  changed_at: Date | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    support_request: RequestTable;
  }
}

export const toRequest = (row: Selectable<RequestTable>): SupportRequest => ({
  areaId: row.area_id,
  id: row.id,
  number: row.number,
  madeAt: row.made_at,
  madeOn: row.made_on,
  channel: row.channel,
  language: row.language,
  workplace: row.workplace,
  workplaceKey: row.workplace_key,
  organisationId: row.organisation_id,
  contact: row.contact,
  phone: row.phone,
  email: row.email,
  municipality: row.municipality,
  address: row.address,
  industry: row.industry,
  size: row.size,
  people: row.people,
  kind: row.kind,
  service: row.service,
  topics: row.topics,
  wish: row.wish,
  place: row.place,
  freeOnly: row.free_only,
  wishes: row.wishes,
  heardFrom: row.heard_from,
  returning: row.came_before,
  dueOn: row.due_on,
  follows: row.follows,
  needs: row.needs,
  decidedBy: row.decided_by,
  status: row.status,
  statusSince: row.status_since,
  slots: row.slots,
  fixed: row.fixed_day && {
    day: row.fixed_day,
    from: row.fixed_from!.slice(0, 5),
    to: row.fixed_to!.slice(0, 5),
  },
  moves: row.moves,
  passedTo: row.passed_to,
  takenAs: row.taken_as,
  cameFrom: row.from_area && row.from_request && { areaId: row.from_area, id: row.from_request },
  unmetReason: row.unmet_reason,
  consultationShownAt: row.consultation_shown_at,
  changedAt: row.changed_at,
});

/** False where the same form was sent before. */
export async function insertRequest(
  permit: SupportPermit,
  request: SupportRequest,
  { onceKey, by }: { onceKey: string; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(permit)
    .insertInto("support_request")
    .values({
      area_id: request.areaId,
      id: request.id,
      number: request.number,
      once_key: onceKey,
      made_at: request.madeAt,
      made_on: request.madeOn,
      made_by: by,
      channel: request.channel,
      language: request.language,
      workplace: request.workplace,
      workplace_key: request.workplaceKey,
      organisation_id: request.organisationId,
      contact: request.contact,
      phone: request.phone,
      email: request.email,
      municipality: request.municipality,
      address: request.address,
      industry: request.industry,
      size: request.size,
      people: request.people,
      kind: request.kind,
      service: request.service,
      topics: [...request.topics],
      wish: request.wish,
      place: request.place,
      free_only: request.freeOnly,
      wishes: JSON.stringify(request.wishes),
      heard_from: request.heardFrom,
      came_before: request.returning,
      due_on: request.dueOn,
      follows: request.follows,
      needs: JSON.stringify(request.needs),
      decided_by: request.decidedBy,
      status: request.status,
      status_since: request.statusSince,
      slots: JSON.stringify(request.slots),
      fixed_day: null,
      fixed_from: null,
      fixed_to: null,
      moves: 0,
      passed_to: null,
      taken_as: null,
      from_area: request.cameFrom?.areaId ?? null,
      from_request: request.cameFrom?.id ?? null,
      unmet_reason: null,
      consultation_shown_at: null,
      changed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}

/** The request, held against everybody else until the transaction ends where it is to be changed. */
export async function findRequest(
  permit: SupportPermit,
  area: AreaId,
  id: string,
  hold = false,
): Promise<SupportRequest | undefined> {
  const query = db(permit)
    .selectFrom("support_request")
    .selectAll()
    .where("area_id", "=", area)
    .where("id", "=", id as RequestId);
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst();
  return row && toRequest(row);
}

/** Whether a workplace of that name has asked in the area before; told without a look at any request. */
export async function hasAskedBefore(
  permit: SupportPermit,
  area: AreaId,
  workplaceKey: string,
): Promise<boolean> {
  const { rows } = await sql<{ before: boolean }>`
    select support_asked_before(${area}, ${workplaceKey}) as before`.execute(db(permit));
  return rows[0]!.before;
}

export type RequestChange = Updateable<RequestTable>;

export async function updateRequest(
  permit: SupportPermit,
  area: AreaId,
  id: RequestId,
  change: RequestChange,
): Promise<void> {
  await db(permit)
    .updateTable("support_request")
    .set(change)
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}
