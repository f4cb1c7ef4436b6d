import { tables } from "#platform/db/rows.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { sealOf } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";
import type { ReferralRow } from "../model/referral.schema.ts";

const SHARED = "sensitive.shared_note.note";

export async function insertSharedNote(
  permit: ConsultationPermit,
  one: Pick<ReferralRow, "id" | "organisationId" | "partnerId" | "personId">,
  author: OrganisationId,
  { by, text }: Readonly<{ by: string; text: string }>,
): Promise<void> {
  const id = newId() as string;
  const { seal } = await sealOf(permit, { kind: "person", id: one.personId });
  await tables(permit)
    .insertInto("sensitive.sharedNote")
    .values({
      id,
      referralId: one.id,
      organisationId: one.organisationId,
      partnerId: one.partnerId!,
      personId: one.personId,
      authorOrganisationId: author,
      note: seal(SHARED, id, text),
      ...{ by, at: permit.clock.now() },
    })
    .execute();
}

/** The common record of both offices, as far as the reader may see it now. */
export async function selectSharedNotes(
  permit: ConsultationPermit,
  one: Pick<ReferralRow, "id" | "personId">,
) {
  const rows = await tables(permit)
    .selectFrom("sensitive.sharedNote")
    .selectAll()
    .where("referralId", "=", one.id)
    .orderBy("at")
    .orderBy("id")
    .execute();
  if (rows.length === 0) return [];
  const { open } = await sealOf(permit, { kind: "person", id: one.personId });
  return rows.map((row) => {
    const text = open(SHARED, row.id, row.note);
    return {
      id: row.id,
      organisation: row.authorOrganisationId as OrganisationId,
      by: row.by,
      at: row.at,
      text: text === ERASED ? "" : text,
    };
  });
}
