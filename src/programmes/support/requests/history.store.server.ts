import { type ColumnType, sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import type { Action, Status } from "../model/request.rules.ts";
import type { RequestEvent } from "../model/request.schema.ts";

type Json<T> = ColumnType<T, string, string>;

declare module "#platform/db/database.ts" {
  interface Tables {
    support_event: {
      area_id: AreaId;
      request_id: string;
      position: number;
      at: Date;
      actor: string;
      action: Action;
      status: Status;
      detail: Json<Record<string, unknown>>;
    };
    support_sender: {
      area_id: AreaId;
      sender_hash: string;
      day: PlainDate;
      requests: number;
      bytes: number;
    };
  }
}

export async function insertEvent(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  event: Omit<RequestEvent, "position">,
): Promise<void> {
  await db(permit)
    .insertInto("support_event")
    .values({
      area_id: area,
      request_id: requestId,
      // The request's row is held by whoever adds to its history.
      position: sql<number>`(select coalesce(max(position), 0) + 1 from support_event where area_id = ${area} and request_id = ${requestId})`,
      at: event.at,
      actor: event.actor,
      action: event.action,
      status: event.status,
      detail: JSON.stringify(event.detail),
    })
    .execute();
}

export async function selectEvents(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<RequestEvent[]> {
  return db(permit)
    .selectFrom("support_event")
    .select(["position", "at", "actor", "action", "status", "detail"])
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .orderBy("position")
    .execute();
}

/** Counts requests of a sender and bytes attached, and gives the sums of today. */
export async function countSender(
  permit: SupportPermit,
  area: AreaId,
  senderHash: string,
  day: PlainDate,
  more: Readonly<{ requests: number; bytes: number }>,
): Promise<{ requests: number; bytes: number }> {
  return db(permit)
    .insertInto("support_sender")
    .values({ area_id: area, sender_hash: senderHash, day, ...more })
    .onConflict((conflict) =>
      conflict.columns(["area_id", "sender_hash", "day"]).doUpdateSet({
        requests: sql<number>`support_sender.requests + ${more.requests}`,
        bytes: sql<number>`support_sender.bytes + ${more.bytes}`,
      }),
    )
    .returning(["requests", "bytes"])
    .executeTakeFirstOrThrow();
}

/** Whether it is kept how often somebody asked before that day. */
export async function hasSendersBefore(permit: SupportPermit, before: PlainDate): Promise<boolean> {
  const old = db(permit).selectFrom("support_sender").select("day").where("day", "<", before).limit(1);
  return (await old.executeTakeFirst()) !== undefined;
}

/** Forgets how often senders asked before that day. */
export async function forgetSenders(permit: SupportPermit, before: PlainDate): Promise<void> {
  await db(permit).deleteFrom("support_sender").where("day", "<", before).execute();
}
