import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AwardPermit } from "../access.ts";
import type { Judge, Review } from "../model/award.schema.ts";

export const findJudge = (permit: AwardPermit, id: string): Promise<Judge | undefined> =>
  rowsOf(permit, "awardJudge")
    .selectAll()
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();

export const selectJudges = (permit: AwardPermit, roundId: string): Promise<Judge[]> =>
  rowsOf(permit, "awardJudge")
    .selectAll()
    .where("roundId", "=", roundId)
    .where("removedAt", "is", null)
    .orderBy("madeAt")
    .orderBy("id")
    .execute();

export const insertJudge = (
  permit: AwardPermit,
  judge: Pick<Judge, "id" | "roundId" | "name" | "affiliation">,
) =>
  tables(permit)
    .insertInto("awardJudge")
    .values({ ...judge, areaId: permit.subject.area, madeAt: permit.clock.now() })
    .execute();

/** A judge who judges no more; what they said until then counts no more either. */
export async function removeJudgeRow(permit: AwardPermit, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("awardJudge")
    .set({ removedAt: permit.clock.now() })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const reviews = (permit: AwardPermit) => rowsOf(permit, "awardReview").selectAll().$narrowType<Review>();

export const selectReviews = (permit: AwardPermit, roundId: string): Promise<Review[]> =>
  reviews(permit).where("roundId", "=", roundId).execute();

export const selectReviewsBy = (permit: AwardPermit, judgeId: string): Promise<Review[]> =>
  reviews(permit).where("judgeId", "=", judgeId).execute();

export async function upsertReview(
  permit: AwardPermit,
  { scores, ...review }: Pick<Review, "entryId" | "judgeId" | "roundId" | "conflict" | "scores" | "note">,
): Promise<void> {
  const { conflict, note } = review;
  const said = { conflict, note, scores: JSON.stringify(scores), saidAt: permit.clock.now() };
  await tables(permit)
    .insertInto("awardReview")
    .values({ ...review, ...said, areaId: permit.subject.area })
    .onConflict((row) => row.columns(["areaId", "entryId", "judgeId"]).doUpdateSet(said))
    .execute();
}
