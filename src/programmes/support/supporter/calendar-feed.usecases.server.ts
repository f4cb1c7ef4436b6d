import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { getArea, getAreas } from "#foundation/areas/public.ts";
import { command, type Finder, query, reachWholeArea } from "#foundation/authority/public.ts";
import { findWorker } from "#foundation/identity/public.ts";
import { makeLink, openLink, revokeLinks, selectLinks } from "#foundation/links/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type CalendarEntry, calendarFeed } from "#platform/files/calendar-file.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { meetingsInCalendar } from "#programmes/councils/public.ts";
import { type SupportPermit, type SupportSubject, supportPolicy } from "../access.ts";
import { places } from "../offers/capacity.commands.server.ts";
import { officesOf } from "../office/office.queries.server.ts";
import { entryOf, placeIn } from "../requests/calendar.present.ts";
import { selectVisits } from "./calendar-feed.store.server.ts";

const DAYS_BACK = 90;
const PURPOSE = "feed";

/** Whose calendar it is: an organisation's, or that of the person who asks. */
const ofCalendar = z.object({ area: areaId, organisation: rowId<OrganisationId>().optional() });

function calendarOf(
  { actor }: Finder,
  { area, organisation }: { area: AreaId; organisation?: OrganisationId | undefined },
): SupportSubject {
  const id = organisation ?? (actor.kind === "person" ? actor.userId : "");
  return { type: "feed", id, area, ...(organisation ? { offering: [organisation] } : {}) };
}

const endAddress = (permit: SupportPermit, area: AreaId, subject: string) =>
  revokeLinks(permit, area, { purpose: PURPOSE, subject });

/** Gives a calendar a new secret address; the one before it stops working. */
export const renewFeed = command({
  name: "calendar.renew",
  policy: supportPolicy,
  target: ofCalendar,
  subject: calendarOf,
  async run(permit, { area, organisation }) {
    const subject = permit.subject.id!;
    await endAddress(permit, area, subject);
    const subjectType = organisation ? "organisation" : "user";
    return ok(await makeLink(permit, { area, purpose: PURPOSE, subjectType, subject, expiresAt: null }));
  },
});

/** Ends the address of a calendar without a new one. */
export const endFeed = command({
  name: "calendar.end",
  policy: supportPolicy,
  target: ofCalendar,
  subject: calendarOf,
  async run(permit, { area }) {
    await endAddress(permit, area, permit.subject.id!);
    return ok(undefined);
  },
});

export type Feed = Readonly<{
  /** None: one's own. */
  organisation: Readonly<{ id: OrganisationId; name: string }> | undefined;
  /** Since when it has an address; the address itself is kept nowhere. */
  since: Date | undefined;
}>;

/** The calendars that somebody may have here: the own one, and those of the organisations that they support for. */
export const readFeeds = query({
  name: "calendar.list",
  policy: supportPolicy,
  target: z.object({ area: areaId }),
  subject: calendarOf,
  async run(permit, { area }) {
    const organisations = await getOrganisations(permit, organisationsOf(permit.actor, ["provider"]));
    const since = async (subject: string) =>
      (await selectLinks(permit, area, { purpose: PURPOSE, subject }))[0]?.madeAt;
    const feeds: Feed[] = [{ organisation: undefined, since: await since(permit.subject.id!) }];
    for (const { id, name } of organisations.values())
      feeds.push({ organisation: { id, name }, since: await since(id) });
    return ok(feeds);
  },
});

/** What stands in the calendar of an organisation or a person: when and where to, no name of a person and no topic. */
const readCalendar = query({
  name: "calendar.feed",
  policy: supportPolicy,
  target: z.object({ area: areaId, type: z.enum(["organisation", "user"]), id: z.string() }),
  subject: (_find, { area, id }) => ({ type: "feed", id, area }),
  async run(permit, { area, type, id }, app) {
    const { name } = await getArea(permit, area);
    if (type === "organisation") {
      await reachWholeArea(permit);
      const visits = await visitsOf(permit, app, area, {
        supporters: [id as OrganisationId],
        workplaces: [],
      });
      return ok(calendarFeed(`事業所への支援 ${name}`, visits));
    }
    const worker = await findWorker(permit, id as UserId);
    // Who works for nobody any more goes nowhere for them.
    if (!worker || worker.memberships.length === 0) return notFound("link");
    await reachWholeArea(permit);
    const of = (role: "provider" | "workplace") =>
      worker.memberships.filter((held) => held.role === role).map((held) => held.organisationId);
    // The secretariat of the area arranges them all.
    const arranges = worker.memberships.some((held) => held.role === "coordinator" && held.areaId === area);
    const visits = await visitsOf(permit, app, area, {
      supporters: of("provider"),
      workplaces: of("workplace"),
      all: arranges,
    });
    const since = addDays(permit.clock.today(), -DAYS_BACK);
    const meetings = await meetingsInCalendar(permit, app, area, { email: worker.email, arranges }, since);
    return ok(calendarFeed(`結 ${name}`, [...visits, ...meetings]));
  },
});

/** The calendar behind a secret address. */
export async function readFeed(app: App, token: string): Promise<Result<string>> {
  const opened = await openLink(app, token, PURPOSE);
  if (!opened.ok) return opened;
  const { holder, link } = opened.value;
  const type = link.subjectType === "organisation" ? "organisation" : "user";
  return readCalendar(app, holder, { area: link.area ?? "", type, id: link.subject });
}

async function visitsOf(
  permit: SupportPermit,
  app: App,
  area: AreaId,
  of: Parameters<typeof selectVisits>[2],
): Promise<CalendarEntry[]> {
  const since = addDays(permit.clock.today(), -DAYS_BACK);
  const off = await places.ended(permit, area, "withdrawn", since);
  const rows = await selectVisits(permit, area, of, off, since);
  const towns = await getAreas(
    permit,
    rows.map((row) => row.municipality as AreaId),
  );
  const host = new URL(app.config.origin).hostname;
  const { slug } = await getArea(permit, area);
  const [reached] = await officesOf(permit, area);
  return rows.map(({ id, number, municipality, place, day, from, to, moves, cancelled, changedAt }) =>
    entryOf(
      {
        id,
        number,
        slot: { day, from, to },
        town: towns.get(municipality as AreaId)?.name ?? "",
        // As the letter that says so counts it.
        sequence: cancelled ? moves + 1 : moves,
        cancelled,
        changedAt,
        place: placeIn(towns.get(municipality as AreaId)?.name ?? "", place),
        phone: reached?.phone ?? "",
        link: `${app.config.origin}/areas/${slug}/calendar`,
      },
      host,
    ),
  );
}
