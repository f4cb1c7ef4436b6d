import { sql, type Updateable } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { changeRowIn } from "#platform/db/area-rows.ts";
import { anyOf } from "#platform/db/database.ts";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit, SupportSubject } from "../access.ts";
import { answersTo, type Said } from "../model/enquiry.rules.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { Status } from "../model/request.rules.ts";
import type { Enquiry, EnquiryId, RequestId } from "../model/request.schema.ts";

const toEnquiry = ({ slots, ...row }: RowOf<"supportEnquiry"> & { slots: unknown }): Enquiry =>
  ({ ...row, answers: answersTo(slots as Slot[], row.said as Said) }) as Enquiry;

export async function insertEnquiry(
  permit: SupportPermit,
  { answers: _, ...enquiry }: Enquiry,
): Promise<void> {
  await tables(permit)
    .insertInto("supportEnquiry")
    .values({ ...enquiry, said: JSON.stringify(enquiry.said) })
    .execute();
}

const withSlots = (permit: SupportPermit, area: AreaId) =>
  tables(permit)
    .selectFrom("supportEnquiry as enquiry")
    .innerJoin("supportRequest as request", (join) =>
      join.onRef("request.areaId", "=", "enquiry.areaId").onRef("request.id", "=", "enquiry.requestId"),
    )
    .selectAll("enquiry")
    .select("request.slots")
    .where("enquiry.areaId", "=", area);

/** The enquiries of a request in the order in which they stand. */
export async function selectEnquiries(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<Enquiry[]> {
  const rows = await withSlots(permit, area)
    .where("enquiry.requestId", "=", requestId)
    .orderBy("enquiry.turn")
    .orderBy("enquiry.id")
    .execute();
  return rows.map(toEnquiry);
}

/** What the policy is asked about: what one of those who were asked was asked. */
export async function enquiryIn(
  find: Finder,
  { area, id, enquiry }: Readonly<{ area: AreaId; id: RequestId; enquiry: EnquiryId }>,
): Promise<SupportSubject | undefined> {
  const row = await tables(find)
    .selectFrom("supportEnquiry")
    .select("organisationId")
    .where("areaId", "=", area)
    .where("requestId", "=", id)
    .where("id", "=", enquiry)
    .executeTakeFirst();
  return row && { type: "request", id, area, asked: [row.organisationId], enquiry };
}

export type EnquiryChange = Updateable<CamelTables["supportEnquiry"]>;

export const updateEnquiry = (
  permit: SupportPermit,
  enquiry: Pick<Enquiry, "areaId" | "id">,
  change: EnquiryChange,
) => changeRowIn(permit, "supportEnquiry", enquiry, change);

/** Requests with an open enquiry whose deadline comes before that moment, over all areas in reach. */
export const selectDue = (
  permit: SupportPermit,
  before: Date,
  limit: number,
): Promise<{ area: AreaId; requestId: string }[]> =>
  tables(permit)
    .selectFrom("supportEnquiry")
    .select(["areaId as area", "requestId"])
    .distinct()
    .where("state", "=", "open")
    .where("deadline", "<=", before)
    .limit(limit)
    .execute();

export type AskedRow = Enquiry &
  Readonly<{
    number: string;
    slots: readonly Slot[];
    status: Status;
    fixed: Slot | null;
    municipality: string;
    /** On which day it took place, as it was reported, and what the workplace said of it. */
    heldOn: PlainDate | null;
    rating: number | null;
    useful: string | null;
  }>;

/** What organisations were asked, newest first. */
export async function selectAsked(
  permit: SupportPermit,
  area: AreaId,
  organisations: readonly OrganisationId[],
  limit: number,
): Promise<AskedRow[]> {
  if (organisations.length === 0) return [];
  const rows = await withSlots(permit, area)
    .leftJoin("supportFeedback as feedback", (join) =>
      join
        .onRef("feedback.areaId", "=", "request.areaId")
        .onRef("feedback.requestId", "=", "request.id")
        .on("enquiry.state", "=", "chosen"),
    )
    .select([
      "request.number",
      "request.status",
      "request.municipality",
      "feedback.rating",
      "feedback.useful",
    ])
    .select(["request.fixedDay", "request.fixedFrom", "request.fixedTo"])
    .select(
      sql<PlainDate | null>`(select case when last.withdrawn then null else last.held_on end from support_report last
        where last.area_id = request.area_id and last.request_id = request.id
        order by last.version desc limit 1)`.as("heldOn"),
    )
    .where("enquiry.organisationId", "=", anyOf(organisations))
    .where("enquiry.state", "!=", "queued")
    .orderBy("enquiry.askedAt", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ fixedDay, fixedFrom, fixedTo, ...row }) => ({
    ...toEnquiry(row),
    ...{ number: row.number, status: row.status as Status, municipality: row.municipality },
    ...{ heldOn: row.heldOn, rating: row.rating, useful: row.useful, slots: row.slots as Slot[] },
    fixed: fixedDay && { day: fixedDay, from: fixedFrom!.slice(0, 5), to: fixedTo!.slice(0, 5) },
  }));
}

/** Until when the last of those who were asked is to answer, by request. */
export async function selectAnswerBy(
  permit: SupportPermit,
  requests: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, Date>> {
  if (requests.length === 0) return new Map();
  const rows = await tables(permit)
    .selectFrom("supportEnquiry")
    .select(({ fn }) => ["requestId", fn.max("deadline").as("until")])
    .where("requestId", "=", anyOf(requests))
    .where("state", "=", "open")
    .groupBy("requestId")
    .execute();
  return new Map(rows.flatMap((row) => (row.until ? [[row.requestId as RequestId, row.until as Date]] : [])));
}
