import { sql, type Updateable } from "kysely";
import { DATA_CLASSES, type DataClass } from "#foundation/consent/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { sealOf } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";
import type { ReferralItem, ReferralRow } from "../model/referral.schema.ts";

export const ITEM = "sensitive.referral_item.content";
export const rowOfItem = (referral: string, kind: string) => `${referral}:${kind}`;

/** A referral from the side of the office at whose door something is done; to the receiver only once it was sent. */
export const lockReferral = (permit: ConsultationPermit, id: string): Promise<ReferralRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .selectAll()
    .where("id", "=", id)
    .where((row) =>
      row.or([
        row("organisationId", "=", permit.subject.organisation!),
        row.and([row("partnerId", "=", permit.subject.organisation!), row("state", "!=", "drafted")]),
      ]),
    )
    .forUpdate()
    .executeTakeFirst() as Promise<ReferralRow | undefined>;

export async function insertReferral(
  permit: ConsultationPermit,
  one: Omit<ReferralRow, "version" | "changedAt" | "state" | "opened" | "tries">,
  items: readonly ReferralItem[],
): Promise<void> {
  await tables(permit)
    .insertInto("sensitive.referral")
    .values({
      ...one,
      classes: sql`${one.classes}::text[]` as never,
      state: "drafted",
      changedAt: permit.clock.now(),
    })
    .execute();
  const { seal } = await sealOf(permit, { kind: "person", id: one.personId });
  if (items.length === 0) return;
  await tables(permit)
    .insertInto("sensitive.referralItem")
    .values(
      items.map(({ kind, text }) => ({
        referralId: one.id,
        class: kind,
        organisationId: one.organisationId,
        partnerId: one.partnerId,
        personId: one.personId,
        lawful: one.ground !== "consent",
        content: seal(ITEM, rowOfItem(one.id, kind), text),
      })),
    )
    .execute();
}

export async function updateReferral(
  permit: ConsultationPermit,
  id: string,
  change: Updateable<CamelTables["sensitive.referral"]>,
): Promise<void> {
  await tables(permit)
    .updateTable("sensitive.referral")
    .set({ ...change, changedAt: permit.clock.now() })
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

const orderOf = (kind: string) => DATA_CLASSES.indexOf(kind as DataClass);

/** What was handed over, item by item, as far as the reader may see it now. */
export async function selectItems(
  permit: ConsultationPermit,
  one: Pick<ReferralRow, "id" | "personId">,
): Promise<ReferralItem[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.referralItem")
    .select(["class", "content"])
    .where("referralId", "=", one.id)
    .execute();
  if (rows.length === 0) return [];
  const { open } = await sealOf(permit, { kind: "person", id: one.personId });
  rows.sort((one, other) => orderOf(one.class) - orderOf(other.class));
  return rows.flatMap((row) => {
    const text = open(ITEM, rowOfItem(one.id, row.class), row.content);
    return text === ERASED ? [] : [{ kind: row.class as DataClass, text }];
  });
}

export async function insertReferralEvent(
  permit: ConsultationPermit,
  one: Pick<ReferralRow, "id" | "organisationId" | "partnerId" | "personId">,
  step: string,
  { by, of, detail = "" }: Readonly<{ by: string; of: OrganisationId | null; detail?: string }>,
): Promise<void> {
  await tables(permit)
    .insertInto("sensitive.referralEvent")
    .values({
      id: newId() as string,
      referralId: one.id,
      organisationId: one.organisationId,
      partnerId: one.partnerId,
      personId: one.personId,
      ...{ step, detail, by, byOrganisation: of, at: permit.clock.now() },
    })
    .execute();
}

export const selectReferralEvents = (permit: ConsultationPermit, id: string) =>
  tables(permit)
    .selectFrom("sensitive.referralEvent")
    .select(["step", "detail", "by", "byOrganisation", "at"])
    .where("referralId", "=", id)
    .orderBy("at")
    .orderBy("id")
    .execute();

/** Referrals of a case that its office sent, the newest first. */
export const selectReferralsOf = (permit: ConsultationPermit, caseId: string): Promise<ReferralRow[]> =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .selectAll()
    .where("caseId", "=", caseId)
    .where("organisationId", "=", permit.subject.organisation!)
    .orderBy("changedAt", "desc")
    .execute() as Promise<ReferralRow[]>;

/** What an office was sent, or has sent and waits for. */
export const selectReferralsAt = (
  permit: ConsultationPermit,
  organisation: OrganisationId,
  side: "received" | "sent",
): Promise<ReferralRow[]> =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .selectAll()
    .where(side === "received" ? "partnerId" : "organisationId", "=", organisation)
    .where("state", "!=", "drafted")
    .orderBy("sentAt", "desc")
    .limit(200)
    .execute() as Promise<ReferralRow[]>;
