import type { ColumnType, Selectable, Updateable } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { anyOf } from "#platform/db/database.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { SupportPermit, SupportSubject } from "../access.ts";
import { answersTo, type EnquiryState, type Said } from "../model/enquiry.rules.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { OfferKind, Profession } from "../model/offer.schema.ts";
import type { Enquiry, EnquiryId, RequestId } from "../model/request.schema.ts";

interface EnquiryTable {
  area_id: AreaId;
  id: EnquiryId;
  request_id: RequestId;
  offer_id: string;
  part: number;
  organisation_id: OrganisationId;
  organisation_name: string;
  email: string;
  professions: Profession[];
  kind: OfferKind;
  turn: number;
  state: EnquiryState;
  asked_at: Date | null;
  days_to_answer: number;
  deadline: Date | null;
  said: ColumnType<Said, string, string>;
  proposal: string;
  comment: string;
  answered_at: Date | null;
  reminders: number;
  reminded_at: Date | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    support_enquiry: EnquiryTable;
  }
}

const toEnquiry = (row: Selectable<EnquiryTable> & { slots: Slot[] }): Enquiry => ({
  areaId: row.area_id,
  id: row.id,
  requestId: row.request_id,
  offerId: row.offer_id,
  part: row.part,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  email: row.email,
  professions: row.professions,
  kind: row.kind,
  turn: row.turn,
  state: row.state,
  askedAt: row.asked_at,
  daysToAnswer: row.days_to_answer,
  deadline: row.deadline,
  said: row.said,
  answers: answersTo(row.slots, row.said),
  proposal: row.proposal,
  comment: row.comment,
  answeredAt: row.answered_at,
  reminders: row.reminders,
});

export async function insertEnquiry(permit: SupportPermit, enquiry: Enquiry): Promise<void> {
  await db(permit)
    .insertInto("support_enquiry")
    .values({
      area_id: enquiry.areaId,
      id: enquiry.id,
      request_id: enquiry.requestId,
      offer_id: enquiry.offerId,
      part: enquiry.part,
      organisation_id: enquiry.organisationId,
      organisation_name: enquiry.organisationName,
      email: enquiry.email,
      professions: [...enquiry.professions],
      kind: enquiry.kind,
      turn: enquiry.turn,
      state: enquiry.state,
      asked_at: enquiry.askedAt,
      days_to_answer: enquiry.daysToAnswer,
      deadline: enquiry.deadline,
      said: "{}",
      proposal: "",
      comment: "",
      answered_at: null,
      reminders: 0,
      reminded_at: null,
    })
    .execute();
}

const withSlots = (permit: SupportPermit, area: AreaId) =>
  db(permit)
    .selectFrom("support_enquiry")
    .innerJoin("support_request", (join) =>
      join
        .onRef("support_request.area_id", "=", "support_enquiry.area_id")
        .onRef("support_request.id", "=", "support_enquiry.request_id"),
    )
    .selectAll("support_enquiry")
    .select("support_request.slots")
    .where("support_enquiry.area_id", "=", area);

/** The enquiries of a request in the order in which they stand. */
export async function selectEnquiries(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<Enquiry[]> {
  const rows = await withSlots(permit, area)
    .where("support_enquiry.request_id", "=", requestId as RequestId)
    .orderBy("turn")
    .orderBy("support_enquiry.id")
    .execute();
  return rows.map(toEnquiry);
}

/** What the policy is asked about: what one of those who were asked was asked. */
export async function enquiryIn(
  find: Finder,
  { area, id, enquiry }: Readonly<{ area: AreaId; id: RequestId; enquiry: EnquiryId }>,
): Promise<SupportSubject | undefined> {
  const row = await db(find)
    .selectFrom("support_enquiry")
    .select("organisation_id as organisation")
    .where("area_id", "=", area)
    .where("request_id", "=", id)
    .where("id", "=", enquiry)
    .executeTakeFirst();
  return row && { type: "request", id, area, asked: [row.organisation], enquiry };
}

export async function updateEnquiry(
  permit: SupportPermit,
  area: AreaId,
  id: EnquiryId,
  change: Updateable<EnquiryTable>,
): Promise<void> {
  await db(permit)
    .updateTable("support_enquiry")
    .set(change)
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

/** Requests with an open enquiry whose deadline comes before that moment, over all areas in reach. */
export async function selectDue(
  permit: SupportPermit,
  before: Date,
  limit: number,
): Promise<{ area: AreaId; requestId: RequestId }[]> {
  const rows = await db(permit)
    .selectFrom("support_enquiry")
    .select(["area_id", "request_id"])
    .distinct()
    .where("state", "=", "open")
    .where("deadline", "<=", before)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ area: row.area_id, requestId: row.request_id }));
}

export type AskedRow = Enquiry & Readonly<{ number: string; slots: readonly Slot[] }>;

/** What organisations were asked, newest first. */
export async function selectAsked(
  permit: SupportPermit,
  area: AreaId,
  organisations: readonly OrganisationId[],
  limit: number,
): Promise<AskedRow[]> {
  if (organisations.length === 0) return [];
  const rows = await withSlots(permit, area)
    .select("support_request.number")
    .where("support_enquiry.organisation_id", "=", anyOf(organisations))
    .where("support_enquiry.state", "!=", "queued")
    .orderBy("support_enquiry.asked_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toEnquiry(row), number: row.number, slots: row.slots }));
}
