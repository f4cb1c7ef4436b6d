import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { type PlanPermit, stamp } from "../access.ts";
import type { Commented, PlanComment } from "./comment.schema.ts";

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

export async function insertComment(
  permit: PlanPermit,
  area: string,
  of: Commented,
  { text, organisation }: Readonly<{ text: string; organisation: string }>,
): Promise<void> {
  const { by, at } = stamp(permit);
  await db(permit)
    .insertInto("plan_comment")
    .values({
      area_id: area,
      id: newId() as string,
      issue_id: of.thing === "issue" ? of.id : null,
      goal_id: of.thing === "goal" ? of.id : null,
      initiative_id: of.thing === "initiative" ? of.id : null,
      text,
      organisation,
      written_by: by,
      written_at: at,
      hidden_at: null,
      hidden_by: null,
    })
    .execute();
}

export async function selectComments(
  permit: PlanPermit,
  area: string,
  of: Commented,
): Promise<PlanComment[]> {
  const rows = await db(permit)
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

export type RecentComment = Commented & Readonly<{ title: string; organisation: string }>;

/** What others than that person said since then, the latest first, with the title of what it is about. */
export async function selectRecent(
  permit: PlanPermit,
  area: string,
  of: Readonly<{ since: Date; notBy: string; limit: number }>,
): Promise<RecentComment[]> {
  const { rows } = await sql<RecentComment>`
    select case when c.issue_id is not null then 'issue' when c.goal_id is not null then 'goal'
        else 'initiative' end as thing,
      coalesce(i.id, g.id, n.id)::text as id, coalesce(i.title, g.title, n.title) as title, c.organisation
    from plan_comment c
    left join plan_issue i on i.area_id = c.area_id and i.id = c.issue_id and i.deleted_at is null
    left join plan_goal g on g.area_id = c.area_id and g.id = c.goal_id and g.deleted_at is null
    left join plan_initiative n on n.area_id = c.area_id and n.id = c.initiative_id and n.deleted_at is null
    where c.area_id = ${area} and c.written_at >= ${of.since} and c.written_by <> ${of.notBy}
      and c.hidden_at is null and coalesce(i.id, g.id, n.id) is not null
    order by c.written_at desc, c.id desc limit ${of.limit}`.execute(db(permit));
  return rows;
}

/** Hides a comment or shows it again; whether there was one. */
export async function updateHidden(
  permit: PlanPermit,
  area: string,
  { id, of }: Readonly<{ id: string; of?: string | undefined }>,
  hidden: boolean,
): Promise<boolean> {
  const { by, at } = stamp(permit);
  const { numUpdatedRows } = await db(permit)
    .updateTable("plan_comment")
    .set(hidden ? { hidden_at: at, hidden_by: by } : { hidden_at: null, hidden_by: null })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .$if(of !== undefined, (query) =>
      query.where((row) =>
        row.or([row("issue_id", "=", of!), row("goal_id", "=", of!), row("initiative_id", "=", of!)]),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
