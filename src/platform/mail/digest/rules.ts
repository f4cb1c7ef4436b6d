import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";

/**
 * What a mailbox wants of mail that may wait: each `at_once`, all of a day together (`daily`), or only `questions`, so
 * that what asks for no answer is not sent at all.
 */
export const WISHES = ["at_once", "daily", "questions"] as const;
export type Wish = (typeof WISHES)[number];

/** Appointments, receipts and reminders go out `now`, whatever is wished; a `question` and `news` may wait. */
export type MailKind = "now" | "question" | "news";

const DIGEST_HOUR = "08:00";
const HOUR_MS = 3_600_000;
/** So much of the time for an answer must be left when the digest comes. */
const TIME_TO_ANSWER_MS = 48 * HOUR_MS;

/** The next digest: at eight in the morning in Japan. */
export function digestAfter(now: Date): Date {
  const today = plainDateIn(now, "Asia/Tokyo");
  const at = (day: string) => new Date(`${day}T${DIGEST_HOUR}:00+09:00`);
  return at(today) > now ? at(today) : at(addDays(today, 1));
}

export type Way = { way: "alone" } | { way: "unwanted" } | { way: "digest"; at: Date };

/** How a mail goes. A question is never held where its deadline leaves too little time after the digest. */
export function wayOf(mail: Readonly<{ kind: MailKind; answerBy: Date | null }>, wish: Wish, now: Date): Way {
  if (mail.kind === "now" || wish === "at_once") return { way: "alone" };
  if (wish === "questions") return { way: mail.kind === "news" ? "unwanted" : "alone" };
  const at = digestAfter(now);
  const tight = mail.answerBy !== null && mail.answerBy.getTime() - at.getTime() < TIME_TO_ANSWER_MS;
  return tight ? { way: "alone" } : { way: "digest", at };
}
