import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";

/** Writes down for the auditor that something was sent because of a danger: by which office and when, nothing else. */
export const insertDanger = (permit: ConsultationPermit, referral: string) =>
  tables(permit)
    .insertInto("sensitive.dangerNotice")
    .values({
      areaId: permit.subject.area,
      referralId: referral,
      organisationId: permit.subject.organisation!,
      sentAt: permit.clock.now(),
    })
    .execute();

export const updateSeconded = (permit: ConsultationPermit, referral: string) =>
  tables(permit)
    .updateTable("sensitive.dangerNotice")
    .set({ secondedAt: permit.clock.now() })
    .where("areaId", "=", permit.subject.area)
    .where("referralId", "=", referral)
    .execute();

const unseconded = (permit: ConsultationPermit) =>
  tables(permit).selectFrom("sensitive.dangerNotice").where("secondedAt", "is", null);

/** How many wait for a second pair of eyes in these areas, by office. */
export const countUnseconded = (permit: ConsultationPermit, areas: readonly AreaId[]) =>
  unseconded(permit)
    .select(["organisationId", (row) => row.fn.countAll<number>().as("count")])
    .where("areaId", "in", [...areas])
    .groupBy("organisationId")
    .orderBy("organisationId")
    .execute() as Promise<{ organisationId: OrganisationId; count: number }[]>;

/** Those that were sent before that moment, for the letter to the supervisors. */
export const selectUnsecondedBefore = (permit: ConsultationPermit, before: Date) =>
  unseconded(permit)
    .select(["referralId", "organisationId", "areaId"])
    .where("sentAt", "<", before)
    .orderBy("referralId")
    .execute() as Promise<{ referralId: string; organisationId: OrganisationId; areaId: AreaId }[]>;
