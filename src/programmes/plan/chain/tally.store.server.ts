import { type NotNull, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PlanPermit } from "../access.ts";
import type { InitiativeTally } from "../model/plan.schema.ts";

/** What the activities of these initiatives come to by that day, and the next one planned. */
export async function selectTallies(
  permit: PlanPermit,
  area: string,
  initiatives: readonly string[],
  fiscalYear: number,
  today: string,
): Promise<InitiativeTally[]> {
  if (initiatives.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    year_sessions: number | null;
    year_participants: number | null;
    all_sessions: number | null;
    all_participants: number | null;
    next: PlainDate | null;
  }>`select initiative_id as id,
      sum(sessions) filter (where fiscal_year = ${fiscalYear} and held_from <= ${today}) as year_sessions,
      sum(participants) filter (where fiscal_year = ${fiscalYear} and held_from <= ${today}) as year_participants,
      sum(sessions) filter (where held_from <= ${today}) as all_sessions,
      sum(participants) filter (where held_from <= ${today}) as all_participants,
      min(held_from) filter (where held_from > ${today}) as next
    from plan_activity
    where area_id = ${area} and initiative_id = any(${[...initiatives]}::uuid[]) and deleted_at is null
    group by initiative_id`.execute(db(permit));
  return rows.map((row) => ({
    initiativeId: row.id,
    year: { sessions: row.year_sessions, participants: row.year_participants },
    all: { sessions: row.all_sessions, participants: row.all_participants },
    next: row.next,
  }));
}

/** Goals that an initiative serves, and initiatives that serve none. */
export async function selectLinks(permit: PlanPermit, area: string, most: number) {
  const { reached, ...loose } = await db(permit)
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("plan_initiative")
          .select("goal_id as id")
          .distinct()
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .where("goal_id", "is not", null)
          .$narrowType<{ id: NotNull }>(),
      ).as("reached"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_initiative")
          .select(["id", "title"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .where("goal_id", "is", null)
          .orderBy("id")
          .limit(most),
      ).as("initiatives"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_activity")
          .select(["id", "title"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .where("initiative_id", "is", null)
          // The total of a year belongs to no single initiative.
          .where("is_total", "=", false)
          .orderBy("held_from", "desc")
          .orderBy("id")
          .limit(most),
      ).as("activities"),
    ])
    .executeTakeFirstOrThrow();
  return { ...loose, reachedGoals: new Set(reached.map((goal) => goal.id)) };
}
