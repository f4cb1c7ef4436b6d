/** For how long what was deleted can be brought back. */
export const DAYS_TO_RESTORE = 30;
const DAY_MS = 86_400_000;

/** Whether what was deleted then can still be brought back. */
export const restorable = (deletedAt: Date, now: Date): boolean =>
  now.getTime() - deletedAt.getTime() <= DAYS_TO_RESTORE * DAY_MS;

/** What was deleted before cannot be brought back any more. */
export const restorableSince = (now: Date): Date => new Date(now.getTime() - DAYS_TO_RESTORE * DAY_MS);
