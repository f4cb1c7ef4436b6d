import { db } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";
import type { Answer, DateAnswer, DateOption, Slot } from "../model/meeting.schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_date_option: {
      area_id: string;
      id: string;
      meeting_id: string;
      day: PlainDate;
      starts_at: string;
      ends_at: string;
    };
    council_date_answer: { area_id: string; option_id: string; member_id: string; answer: Answer };
  }
}

export async function insertOptions(
  permit: CouncilPermit,
  area: string,
  meeting: string,
  slots: readonly Slot[],
): Promise<void> {
  if (slots.length === 0) return;
  await db(permit)
    .insertInto("council_date_option")
    .values(
      slots.map((slot) => ({
        area_id: area,
        id: newId() as string,
        meeting_id: meeting,
        day: slot.day,
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
      })),
    )
    .execute();
}

export const selectOptions = (permit: CouncilPermit, area: string, meeting: string): Promise<DateOption[]> =>
  db(permit)
    .selectFrom("council_date_option")
    .select(["id", "day", "starts_at as startsAt", "ends_at as endsAt"])
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .orderBy("day")
    .orderBy("starts_at")
    .orderBy("id")
    .execute();

export async function selectAnswers(
  permit: CouncilPermit,
  area: string,
  meeting: string,
): Promise<DateAnswer[]> {
  return db(permit)
    .selectFrom("council_date_answer as a")
    .innerJoin("council_date_option as o", (join) =>
      join.onRef("o.area_id", "=", "a.area_id").onRef("o.id", "=", "a.option_id"),
    )
    .select(["a.option_id as optionId", "a.member_id as memberId", "a.answer"])
    .where("a.area_id", "=", area)
    .where("o.meeting_id", "=", meeting)
    .execute();
}

export async function upsertAnswer(
  permit: CouncilPermit,
  area: string,
  { optionId, memberId, answer }: DateAnswer,
): Promise<void> {
  await db(permit)
    .insertInto("council_date_answer")
    .values({ area_id: area, option_id: optionId, member_id: memberId, answer })
    .onConflict((conflict) => conflict.columns(["area_id", "option_id", "member_id"]).doUpdateSet({ answer }))
    .execute();
}

/** Polls that close soon and whose reminder has not gone out, over all areas in reach. */
export async function selectClosingPolls(
  permit: CouncilPermit,
  today: PlainDate,
  until: PlainDate,
): Promise<{ area: string; meeting: string }[]> {
  return db(permit)
    .selectFrom("council_meeting as meeting")
    .innerJoin("council_body as body", (join) =>
      join.onRef("body.area_id", "=", "meeting.area_id").onRef("body.id", "=", "meeting.body_id"),
    )
    .select(["meeting.area_id as area", "meeting.id as meeting"])
    .where("meeting.held_on", "is", null)
    .where("meeting.cancelled_at", "is", null)
    .where("meeting.deleted_at", "is", null)
    .where("body.deleted_at", "is", null)
    .where("meeting.reminded_at", "is", null)
    .where("meeting.poll_deadline", ">=", today)
    .where("meeting.poll_deadline", "<=", until)
    .execute();
}
