import { sql } from "kysely";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PreventionPermit } from "../access.ts";

export type Conference = RowOf<"sensitive.preventionConference">;
const officeOf = ({ subject }: PreventionPermit) => subject.organisation!;

export const selectConferences = (permit: PreventionPermit): Promise<Conference[]> =>
  tables(permit)
    .selectFrom("sensitive.preventionConference")
    .selectAll()
    .where("organisationId", "=", officeOf(permit))
    .orderBy("fiscalYear", "desc")
    .orderBy("number", "desc")
    .execute();

export const selectAttendances = (permit: PreventionPermit) =>
  tables(permit)
    .selectFrom("sensitive.preventionAttendance")
    .select(["conferenceId", "seatId"])
    .where("organisationId", "=", officeOf(permit))
    .execute();

export async function nextConferenceNumber(permit: PreventionPermit, fiscalYear: number): Promise<number> {
  const lock = sql.raw("pg_advisory_xact_lock");
  const key = `prevention-conference:${officeOf(permit)}`;
  await sql`select ${lock}(hashtextextended(${key}, 0))`.execute(tables(permit));
  const row = await tables(permit)
    .selectFrom("sensitive.preventionConference")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("organisationId", "=", officeOf(permit))
    .where("fiscalYear", "=", fiscalYear)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

type New = Omit<Conference, "organisationId" | "areaId" | "readBy">;

export async function insertConference(
  permit: PreventionPermit,
  conference: New,
  seats: readonly string[],
  pledgedOn: PlainDate,
): Promise<void> {
  const organisationId = officeOf(permit);
  await tables(permit)
    .insertInto("sensitive.preventionConference")
    .values({ ...conference, organisationId, areaId: permit.subject.area })
    .execute();
  if (seats.length > 0)
    await tables(permit)
      .insertInto("sensitive.preventionAttendance")
      .values(seats.map((seatId) => ({ conferenceId: conference.id, organisationId, seatId, pledgedOn })))
      .execute();
}

export const lockConference = (permit: PreventionPermit, id: string): Promise<Conference | undefined> =>
  tables(permit)
    .selectFrom("sensitive.preventionConference")
    .selectAll()
    .where("organisationId", "=", officeOf(permit))
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

export const updateConferenceTexts = (
  permit: PreventionPermit,
  id: string,
  values: Pick<Conference, "measures" | "lesson" | "reading" | "readBy">,
) => tables(permit).updateTable("sensitive.preventionConference").set(values).where("id", "=", id).execute();
