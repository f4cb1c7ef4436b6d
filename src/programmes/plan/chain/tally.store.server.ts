import { sql } from "kysely";
import { standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PlanPermit } from "../access.ts";
import type { InitiativeTally } from "../model/plan.schema.ts";

/** What the activities of these initiatives come to by that day, and the next one planned. */
export async function selectTallies(
  permit: PlanPermit,
  initiatives: readonly string[],
  fiscalYear: number,
  today: string,
): Promise<InitiativeTally[]> {
  if (initiatives.length === 0) return [];
  const held = sql`held_from <= ${today}`;
  const heldInYear = sql`${held} and fiscal_year = ${fiscalYear}`;
  const { rows } = await sql<
    Readonly<{
      initiativeId: string;
      yearSessions: number | null;
      yearParticipants: number | null;
      allSessions: number | null;
      allParticipants: number | null;
      next: PlainDate | null;
    }>
  >`select initiative_id,
      sum(sessions) filter (where ${heldInYear}) as year_sessions,
      sum(participants) filter (where ${heldInYear}) as year_participants,
      sum(sessions) filter (where ${held}) as all_sessions,
      sum(participants) filter (where ${held}) as all_participants,
      min(held_from) filter (where held_from > ${today}) as next
    from plan_activity
    where area_id = ${permit.subject.area} and initiative_id = any(${[...initiatives]}::uuid[])
      and deleted_at is null
    group by initiative_id`.execute(tables(permit));
  return rows.map((row) => ({
    initiativeId: row.initiativeId,
    year: { sessions: row.yearSessions, participants: row.yearParticipants },
    all: { sessions: row.allSessions, participants: row.allParticipants },
    next: row.next,
  }));
}

/** Goals that an initiative serves; initiatives that serve none and activities of none, `most` of each. */
export async function selectLinks(permit: PlanPermit, most: number) {
  const initiatives = standingRows(permit, "planInitiative");
  const reached = await initiatives.select("goalId").distinct().where("goalId", "is not", null).execute();
  const loose = initiatives.select(["id", "title"]).where("goalId", "is", null).orderBy("id");
  const activities = standingRows(permit, "planActivity")
    .select(["id", "title"])
    .where("initiativeId", "is", null)
    // The total of a year belongs to no single initiative.
    .where("isTotal", "=", false)
    .orderBy("heldFrom", "desc")
    .orderBy("id");
  return {
    initiatives: await loose.limit(most).execute(),
    activities: await activities.limit(most).execute(),
    reachedGoals: new Set(reached.map(({ goalId }) => goalId!)),
  };
}
