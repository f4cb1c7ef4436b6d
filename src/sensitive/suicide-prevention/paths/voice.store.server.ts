import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PreventionPermit } from "../access.ts";
import { RULES } from "../model/prevention-data.schema.ts";
import { VOICE_STEPS, type VoiceStep } from "../model/prevention-kinds.schema.ts";

export const insertSheet = (permit: PreventionPermit, id: string, fiscalYear: number) =>
  tables(permit)
    .insertInto("sensitive.preventionVoiceSheet")
    .values({ id, fiscalYear, organisationId: permit.subject.organisation!, areaId: permit.subject.area })
    .execute();

export const findSheet = (permit: PreventionPermit, id: string) =>
  tables(permit)
    .selectFrom("sensitive.preventionVoiceSheet")
    .select(["organisationId", "areaId", "fiscalYear"])
    .where("id", "=", id)
    .executeTakeFirst();

export const deleteSheet = (permit: PreventionPermit, id: string) =>
  tables(permit).deleteFrom("sensitive.preventionVoiceSheet").where("id", "=", id).executeTakeFirst();

type Sheet = Readonly<{ organisationId: string; areaId: string; fiscalYear: number }>;

/** One more of a grade: which sheet it came from is known nowhere. */
export const countVoice = (permit: PreventionPermit, sheet: Sheet, step: VoiceStep, grade: number) =>
  tables(permit)
    .insertInto("sensitive.preventionVoice")
    .values({
      ...{ organisationId: sheet.organisationId as OrganisationId, areaId: sheet.areaId as AreaId },
      ...{ fiscalYear: sheet.fiscalYear, step, grade, persons: 1 },
    })
    .onConflict((row) =>
      row
        .columns(["organisationId", "fiscalYear", "step", "grade"])
        .doUpdateSet(({ ref, eb }) => ({ persons: eb(ref("sensitive.preventionVoice.persons"), "+", 1) })),
    )
    .execute();

/** What families said over all years, of each step: a mean, from ten answers on. */
export async function voiceCounts(permit: PreventionPermit) {
  const rows = await tables(permit)
    .selectFrom("sensitive.preventionVoice")
    .select(["step", "grade", "persons"])
    .where("organisationId", "=", permit.subject.organisation!)
    .execute();
  return VOICE_STEPS.map((step) => {
    const own = rows.filter((row) => row.step === step);
    const persons = own.reduce((sum, one) => sum + one.persons, 0);
    const points = own.reduce((sum, one) => sum + one.grade * one.persons, 0);
    const enough = persons >= RULES.leastForRate;
    return { step, persons: enough ? persons : null, mean: enough ? points / persons : null };
  });
}
