import type { Tx } from "#platform/db/database.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CalendarVisit } from "../present.ts";

/** The visits that an organisation was chosen for, from a day on. */
export async function selectVisits(
  tx: Tx,
  area: AreaId,
  organisationId: string,
  since: PlainDate,
): Promise<CalendarVisit[]> {
  const rows = await tx
    .selectFrom("support_enquiry")
    .innerJoin("support_request", (join) =>
      join
        .onRef("support_request.area_id", "=", "support_enquiry.area_id")
        .onRef("support_request.id", "=", "support_enquiry.request_id"),
    )
    .select(["support_request.id", "number", "fixed_day", "fixed_from", "fixed_to", "moves", "status_since"])
    .where("support_enquiry.area_id", "=", area)
    .where("support_enquiry.organisation_id", "=", organisationId as never)
    .where("support_enquiry.state", "=", "chosen")
    .where("fixed_day", ">=", since)
    .orderBy("fixed_day")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    slot: { day: row.fixed_day!, from: row.fixed_from!.slice(0, 5), to: row.fixed_to!.slice(0, 5) },
    town: "",
    sequence: row.moves,
    changedAt: row.status_since,
  }));
}
