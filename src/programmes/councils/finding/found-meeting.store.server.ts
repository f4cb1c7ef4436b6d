import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows, FoundKey } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";

const meetings = (permit: Work) =>
  tables(permit)
    .selectFrom("councilMeeting as meeting")
    .innerJoin("councilBody as body", (join) =>
      join.onRef("body.areaId", "=", "meeting.areaId").onRef("body.id", "=", "meeting.bodyId"),
    )
    .where("meeting.deletedAt", "is", null)
    .where("body.deletedAt", "is", null);

/** All meetings that stand, by title, body, day and place. */
export const findableMeetings = (permit: Work): FindableRows =>
  meetings(permit).select([
    "meeting.areaId",
    sql<string>`meeting.id::text`.as("id"),
    sql<boolean>`false`.as("open"),
    sql<string>`concat_ws(' ', meeting.title, body.name, meeting.held_on, meeting.place)`.as("words"),
  ]) as unknown as FindableRows;

export const selectFoundMeetings = (permit: Work, keys: readonly FoundKey[]) =>
  meetings(permit)
    .select(["meeting.areaId", "meeting.id", "meeting.title", "body.name as body", "meeting.heldOn"])
    .where(
      "meeting.id",
      "in",
      keys.map(({ id }) => id),
    )
    .execute();
