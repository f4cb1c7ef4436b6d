import { getArea } from "#foundation/areas/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { CalendarEntry } from "#platform/files/calendar-file.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { entryOf } from "./meeting.present.ts";
import { selectMeetingsOf } from "./meeting-calendar.store.server.ts";

/**
 * The council's meetings to which somebody with that mailbox goes, or all of the area for who arranges them, for the calendar of that person. The caller has
 * made sure that the mailbox is the reader's.
 */
export async function meetingsInCalendar(
  work: Work,
  app: App,
  area: AreaId,
  of: Readonly<{ email: string; arranges?: boolean }>,
  since: PlainDate,
): Promise<CalendarEntry[]> {
  const host = new URL(app.config.origin).hostname;
  const { slug } = await getArea(work, area);
  const meetings = await selectMeetingsOf(work, area, of, since);
  return meetings.map((meeting) => {
    // A new date that nobody was told of yet counts as the change that its invitation will be.
    const untold = meeting.invitedAt === null ? 1 : 0;
    const changedAt = meeting.cancelledAt ?? meeting.invitedAt ?? meeting.createdAt;
    return entryOf({ ...meeting, calendarSequence: meeting.calendarSequence + untold }, host, changedAt, {
      url: `${app.config.origin}/areas/${slug}/council/meetings/${meeting.id}`,
    });
  });
}
