import { randomBytes } from "node:crypto";
import { db, type RowAccess } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { hashOfToken } from "../rules.ts";
import type { Answer, DateAnswer, DateOption, Slot } from "../schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_date_option: {
      area_id: string;
      id: string;
      meeting_id: string;
      day: string;
      starts_at: string;
      ends_at: string;
    };
    council_date_answer: { area_id: string; option_id: string; member_id: string; answer: Answer };
    council_link: {
      area_id: string;
      token_hash: string;
      meeting_id: string;
      member_id: string;
      valid_until: string;
    };
  }
}

/** A link outlives its deadline: who comes late reads what became of the meeting. */
const VALID_DAYS = 120;

/** A new way in for a member without an account: 256 bits of chance, of which the database keeps a hash. */
export async function mintLink(
  permit: RowAccess,
  area: string,
  meetingId: string,
  memberId: string,
  today: PlainDate,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertLink(permit, area, {
    tokenHash: hashOfToken(token),
    meetingId,
    memberId,
    validUntil: addDays(today, VALID_DAYS),
  });
  return token;
}

export async function insertOptions(
  permit: RowAccess,
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

export async function selectOptions(permit: RowAccess, area: string, meeting: string): Promise<DateOption[]> {
  const rows = await db(permit)
    .selectFrom("council_date_option")
    .selectAll()
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .orderBy("day")
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    day: row.day as PlainDate,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }));
}

export async function selectAnswers(permit: RowAccess, area: string, meeting: string): Promise<DateAnswer[]> {
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
  permit: RowAccess,
  area: string,
  { optionId, memberId, answer }: DateAnswer,
): Promise<void> {
  await db(permit)
    .insertInto("council_date_answer")
    .values({ area_id: area, option_id: optionId, member_id: memberId, answer })
    .onConflict((conflict) => conflict.columns(["area_id", "option_id", "member_id"]).doUpdateSet({ answer }))
    .execute();
}

export async function insertLink(
  permit: RowAccess,
  area: string,
  link: Readonly<{ tokenHash: string; meetingId: string; memberId: string; validUntil: PlainDate }>,
): Promise<void> {
  await db(permit)
    .insertInto("council_link")
    .values({
      area_id: area,
      token_hash: link.tokenHash,
      meeting_id: link.meetingId,
      member_id: link.memberId,
      valid_until: link.validUntil,
    })
    .execute();
}

/** A link that is valid still, of somebody who is a member still. */
export async function findLink(permit: RowAccess, tokenHash: string, today: PlainDate) {
  return db(permit)
    .selectFrom("council_link as link")
    .innerJoin("council_member as member", (join) =>
      join.onRef("member.area_id", "=", "link.area_id").onRef("member.id", "=", "link.member_id"),
    )
    .select(["link.area_id as area", "link.meeting_id as meetingId", "link.member_id as memberId"])
    .where("link.token_hash", "=", tokenHash)
    .where("link.valid_until", ">=", today)
    .where("member.deleted_at", "is", null)
    .executeTakeFirst();
}

/** The members who were sent a way in, for the poll or with the invitation. */
export async function selectAsked(permit: RowAccess, area: string, meeting: string): Promise<string[]> {
  const rows = await db(permit)
    .selectFrom("council_link")
    .select("member_id")
    .distinct()
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .execute();
  return rows.map((row) => row.member_id);
}

/** Polls that close soon and whose reminder has not gone out, over all areas in reach. */
export async function selectPollsToRemind(permit: RowAccess, today: PlainDate, until: PlainDate) {
  return db(permit)
    .selectFrom("council_meeting")
    .select(["area_id as area", "id"])
    .where("held_on", "is", null)
    .where("cancelled_at", "is", null)
    .where("deleted_at", "is", null)
    .where("reminded_at", "is", null)
    .where("poll_deadline", ">=", today)
    .where("poll_deadline", "<=", until)
    .execute();
}
