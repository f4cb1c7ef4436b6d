import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";
import type { DateAnswer, DateOption, Slot } from "../model/meeting.schema.ts";

export async function insertOptions(
  permit: CouncilPermit,
  meetingId: string,
  slots: readonly Slot[],
): Promise<void> {
  if (slots.length === 0) return;
  const { area: areaId } = permit.subject;
  await tables(permit)
    .insertInto("councilDateOption")
    .values(slots.map((slot) => ({ areaId, id: newId() as string, meetingId, ...slot })))
    .execute();
}

export const selectOptions = (permit: CouncilPermit, meeting: string): Promise<DateOption[]> =>
  rowsOf(permit, "councilDateOption")
    .select(["id", "day", "startsAt", "endsAt"])
    .where("meetingId", "=", meeting)
    .orderBy("day")
    .orderBy("startsAt")
    .orderBy("id")
    .execute();

export const selectAnswers = (permit: CouncilPermit, meeting: string): Promise<DateAnswer[]> =>
  rowsOf(permit, "councilDateAnswer")
    .innerJoin("councilDateOption as option", (join) =>
      join
        .onRef("option.areaId", "=", "councilDateAnswer.areaId")
        .onRef("option.id", "=", "councilDateAnswer.optionId"),
    )
    .select(["optionId", "memberId", "answer"])
    .where("option.meetingId", "=", meeting)
    .execute();

export async function upsertAnswer(permit: CouncilPermit, given: DateAnswer): Promise<void> {
  await tables(permit)
    .insertInto("councilDateAnswer")
    .values({ areaId: permit.subject.area, ...given })
    .onConflict((held) =>
      held.columns(["areaId", "optionId", "memberId"]).doUpdateSet({ answer: given.answer }),
    )
    .execute();
}

/** Polls that close soon and whose reminder has not gone out, over all areas in reach. */
export const selectClosingPolls = (permit: CouncilPermit, today: PlainDate, until: PlainDate) =>
  tables(permit)
    .selectFrom("councilMeeting as meeting")
    .innerJoin("councilBody as body", (join) =>
      join.onRef("body.areaId", "=", "meeting.areaId").onRef("body.id", "=", "meeting.bodyId"),
    )
    .select(["meeting.areaId as area", "meeting.id as meeting"])
    .where("meeting.heldOn", "is", null)
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.deletedAt", "is", null)
    .where("body.deletedAt", "is", null)
    .where("meeting.remindedAt", "is", null)
    .where("meeting.pollDeadline", ">=", today)
    .where("meeting.pollDeadline", "<=", until)
    .execute();
