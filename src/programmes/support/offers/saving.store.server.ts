import type { Insertable } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { OfferDraft, OfferId } from "./schema.ts";
import type { OfferTable } from "./store.server.ts";

const toColumns = (draft: OfferDraft) => ({
  title: draft.title,
  title_en: draft.titleEn,
  kind: draft.kind,
  service: draft.kind === "chisanpo" ? draft.service : null,
  topics: draft.topics,
  size_from: draft.sizeFrom,
  size_to: draft.sizeTo,
  industries: draft.industries,
  municipalities: draft.municipalities,
  people_from: draft.peopleFrom,
  people_to: draft.peopleTo,
  places: draft.places,
  fee: draft.fee,
  fee_note: draft.feeNote,
  equipment: draft.equipment,
  note: draft.note,
  lead_days: draft.leadDays,
  rrule: draft.rrule,
  opens_at: draft.opensAt,
  closes_at: draft.closesAt,
  on_holidays: draft.onHolidays,
  per_day: draft.perDay,
  per_month: draft.perMonth,
  per_year: draft.perYear,
  per_workplace: draft.perWorkplace,
  new_first: draft.newFirst,
  intake: draft.intake,
  intake_reason: draft.intakeReason,
  intake_since: draft.intakeSince,
  intake_until: draft.intakeUntil,
  published: draft.published,
  ended_on: draft.endedOn,
  organisations: draft.parts.map((part) => part.organisationName),
  ...(draft.initiativeId === undefined ? {} : { initiative_id: draft.initiativeId }),
});

/** Holds the offer until the transaction ends. */
export async function lockOffer(permit: SupportPermit, area: AreaId, id: OfferId): Promise<void> {
  await db(permit)
    .selectFrom("support_offer")
    .select("id")
    .where("area_id", "=", area)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

type Written = Readonly<{ at: Date; by: string }>;

/** False where there is an offer of that id. */
export async function insertOffer(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  draft: OfferDraft,
  { at, by }: Written,
): Promise<boolean> {
  const values: Insertable<OfferTable> = {
    ...{ ...toColumns(draft), area_id: area, id },
    ...{ version: 1, updated_at: at, updated_by: by },
  };
  const { numInsertedOrUpdatedRows } = await db(permit)
    .insertInto("support_offer")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await insertParts(permit, area, id, draft);
  return true;
}

/** Writes the next version of an offer that is held. */
export async function updateOffer(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  draft: OfferDraft,
  { at, by }: Written,
): Promise<void> {
  await db(permit)
    .updateTable("support_offer")
    .set((row) => ({ ...toColumns(draft), version: row("version", "+", 1), updated_at: at, updated_by: by }))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
  await db(permit)
    .deleteFrom("support_offer_part")
    .where("area_id", "=", area)
    .where("offer_id", "=", id)
    .execute();
  await insertParts(permit, area, id, draft);
}

async function insertParts(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  draft: OfferDraft,
): Promise<void> {
  const rows = draft.parts.map((part, position) => ({
    area_id: area,
    offer_id: id,
    position,
    organisation_id: part.organisationId,
    organisation_name: part.organisationName,
    municipality: part.municipality,
    professions: part.professions,
    email: part.email,
  }));
  await db(permit).insertInto("support_offer_part").values(rows).execute();
}
