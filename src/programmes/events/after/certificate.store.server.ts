import { type Selectable, sql } from "kysely";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { EventPermit } from "../access.ts";

export type Certificate = Readonly<Selectable<CamelTables["eventCertificate"]>>;

export const selectCertificates = (permit: EventPermit, event: string): Promise<Certificate[]> =>
  rowsOf(permit, "eventCertificate")
    .selectAll()
    .where("eventId", "=", event)
    .orderBy("year")
    .orderBy("position")
    .execute();

/** Holds the numbers of an area's year, and tells the last that was given. */
export async function lastPosition(permit: EventPermit, year: number): Promise<number> {
  const { area } = permit.subject;
  await sql`select pg_advisory_xact_lock(hashtext(${`event_certificate:${area}`}))`.execute(tables(permit));
  const { last } = await rowsOf(permit, "eventCertificate")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

type NewCertificate = Omit<Certificate, "areaId" | "replacedOn" | "replacedBy">;

export async function insertCertificates(permit: EventPermit, all: readonly NewCertificate[]): Promise<void> {
  if (all.length === 0) return;
  await tables(permit)
    .insertInto("eventCertificate")
    .values(all.map((one) => ({ areaId: permit.subject.area, ...one, replacedOn: null, replacedBy: null })))
    .execute();
}

/** A certificate that another one replaces: it stays to be found as such. False where one did already. */
export async function markReplaced(
  permit: EventPermit,
  { event, id, by }: Readonly<{ event: string; id: string; by: string }>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("eventCertificate")
    .set({ replacedOn: permit.clock.today(), replacedBy: by })
    .where("areaId", "=", permit.subject.area)
    .where("eventId", "=", event)
    .where("id", "=", id)
    .where("replacedOn", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type Checked = Readonly<{
  number: string;
  title: string;
  issuer: string;
  sessions: number;
  minutes: number;
  issuedOn: PlainDate;
  replacedOn: PlainDate | null;
}>;

/** What anybody may learn by a number: never for whom. */
export async function checkCertificate(permit: EventPermit, number: string): Promise<Checked | undefined> {
  const { rows } = await sql<Checked>`select * from event_certificate_check(${permit.subject.area},
    ${number})`.execute(tables(permit));
  return rows[0];
}
