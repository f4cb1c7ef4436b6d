import type { Tx } from "#platform/db/database.ts";
import type { Commented, PlanComment } from "./schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_comment: {
      area_id: string;
      id: string;
      issue_id: string | null;
      goal_id: string | null;
      initiative_id: string | null;
      text: string;
      organisation: string;
      written_by: string;
      written_at: Date;
      hidden_at: Date | null;
      hidden_by: string | null;
    };
  }
}

/** Writes a comment; the same id a second time is the same comment. */
export async function insertComment(
  tx: Tx,
  area: string,
  of: Commented,
  { by, ...comment }: Readonly<{ id: string; text: string; organisation: string; by: string; at: Date }>,
): Promise<void> {
  await tx
    .insertInto("plan_comment")
    .values({
      area_id: area,
      id: comment.id,
      issue_id: of.thing === "issue" ? of.id : null,
      goal_id: of.thing === "goal" ? of.id : null,
      initiative_id: of.thing === "initiative" ? of.id : null,
      text: comment.text,
      organisation: comment.organisation,
      written_by: by,
      written_at: comment.at,
      hidden_at: null,
      hidden_by: null,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function selectComments(tx: Tx, area: string, of: Commented): Promise<PlanComment[]> {
  const rows = await tx
    .selectFrom("plan_comment")
    .select(["id", "text", "organisation", "written_at", "hidden_at"])
    .where("area_id", "=", area)
    .where(`${of.thing}_id`, "=", of.id)
    .orderBy("written_at")
    .orderBy("id")
    .execute();
  return rows.map(({ written_at, hidden_at, ...comment }) => ({
    ...comment,
    writtenAt: written_at,
    hidden: hidden_at !== null,
  }));
}

/** Whether there was such a comment. */
export async function updateHidden(
  tx: Tx,
  area: string,
  id: string,
  hidden: Readonly<{ by: string; at: Date }> | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("plan_comment")
    .set({ hidden_at: hidden?.at ?? null, hidden_by: hidden?.by ?? null })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
