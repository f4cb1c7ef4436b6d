import { sql } from "kysely";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";

type Whose = Readonly<{
  supporters: readonly OrganisationId[];
  workplaces: readonly OrganisationId[];
  all: boolean;
}>;

/** The visits of an area whose day is fixed, of whom they concern. */
export const selectDays = (
  permit: SupportPermit,
  area: AreaId,
  { supporters, workplaces, all }: Whose,
  { from, until }: Readonly<{ from: PlainDate; until: PlainDate }>,
) =>
  tables(permit)
    .selectFrom("supportRequest as request")
    .select(["request.id", "request.workplace", "request.municipality", "request.fixedDay as day"])
    .select([
      sql<string>`to_char(request.fixed_from, 'HH24:MI')`.as("from"),
      sql<string>`to_char(request.fixed_to, 'HH24:MI')`.as("to"),
      sql<boolean>`coalesce(request.organisation_id = any(${[...workplaces]}::uuid[]), false)`.as("own"),
    ])
    .$narrowType<{ day: PlainDate }>()
    .where("request.areaId", "=", area)
    .where("request.fixedDay", ">=", from)
    .where("request.fixedDay", "<=", until)
    .where("request.status", "in", ["fixed", "held", "reported", "closed"])
    .where(({ or, exists, eb, selectFrom }) =>
      or([
        sql<boolean>`${all}::boolean`,
        eb("request.organisationId", "=", anyOf(workplaces)),
        exists(
          selectFrom("supportEnquiry as enquiry")
            .select("enquiry.id")
            .whereRef("enquiry.areaId", "=", "request.areaId")
            .whereRef("enquiry.requestId", "=", "request.id")
            .where("enquiry.state", "=", "chosen")
            .where("enquiry.organisationId", "=", anyOf(supporters)),
        ),
      ]),
    )
    .orderBy("request.fixedDay")
    .orderBy("request.id")
    .execute();
