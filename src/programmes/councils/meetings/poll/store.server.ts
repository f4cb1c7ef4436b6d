import { randomBytes } from "node:crypto";
import type { Tx } from "#platform/db/database.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { hashOfToken } from "../rules.ts";
import { insertLink } from "../store.server.ts";

/** A link outlives its deadline: who comes late reads what became of the meeting. */
const VALID_DAYS = 120;

/** A new way in for a member without an account: 256 bits of chance, of which the database keeps a hash. */
export async function mintLink(
  tx: Tx,
  area: string,
  meetingId: string,
  memberId: string,
  today: PlainDate,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertLink(tx, area, {
    tokenHash: hashOfToken(token),
    meetingId,
    memberId,
    validUntil: addDays(today, VALID_DAYS),
  });
  return token;
}
