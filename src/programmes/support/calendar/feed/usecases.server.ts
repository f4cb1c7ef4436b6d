import type { Actor } from "#foundation/actors/public.ts";
import { getArea, getAreas } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import { findWorker } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type CalendarEntry, calendarFeed } from "#platform/files/calendar-file.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { meetingsInCalendar } from "#programmes/councils/public.ts";
import { supportPolicy } from "../../access.ts";
import { revokeLinks } from "../../links/store.server.ts";
import { byLink, makeLink } from "../../links/usecases.server.ts";
import { organisationsOf } from "../../requests/inbox/usecases.server.ts";
import { entryOf } from "../present.ts";
import { feedSince, selectVisits } from "./store.server.ts";

const DAYS_BACK = 90;

/** Whose calendar it is: an organisation's, or that of the person who asks. */
export type FeedOwner = Readonly<{ organisationId: OrganisationId }> | "own";

/** Gives a calendar a new secret address; the one before it stops working. */
export function renewFeed(app: App, actor: Actor, area: AreaId, owner: FeedOwner): Promise<Result<string>> {
  return withFeed(app, actor, area, owner, "change", async (unit, of) => {
    await revokeLinks(unit, area, { ...of, purpose: "feed" }, unit.clock.now());
    return makeLink(unit, area, "feed", of);
  });
}

/** Ends the address of a calendar without a new one. */
export function endFeed(app: App, actor: Actor, area: AreaId, owner: FeedOwner): Promise<Result<undefined>> {
  return withFeed(app, actor, area, owner, "change", async (unit, of) => {
    await revokeLinks(unit, area, { ...of, purpose: "feed" }, unit.clock.now());
    return undefined;
  });
}

export type Feed = Readonly<{
  /** None: one's own. */
  organisation: Readonly<{ id: OrganisationId; name: string }> | undefined;
  /** Since when it has an address; the address itself is kept nowhere. */
  since: Date | undefined;
}>;

/** The calendars that somebody may have here: the own one, and those of the organisations that they support for. */
export async function readFeeds(app: App, actor: Actor, area: AreaId): Promise<Result<Feed[]>> {
  const held = organisationsOf(actor, "provider");
  const own = await withFeed(app, actor, area, "own", "read", async (unit, of) => ({
    since: await feedSince(unit, area, of),
    organisations: await getOrganisations(unit, held),
  }));
  if (!own.ok) return own;
  const feeds: Feed[] = [{ organisation: undefined, since: own.value.since }];
  for (const { id, name } of own.value.organisations.values()) {
    const since = await withFeed(app, actor, area, { organisationId: id }, "read", (unit, of) =>
      feedSince(unit, area, of),
    );
    if (!since.ok) return since;
    feeds.push({ organisation: { id, name }, since: since.value });
  }
  return ok(feeds);
}

type Of = Readonly<{ organisationId: OrganisationId } | { userId: string }>;

function withFeed<T>(
  app: App,
  actor: Actor,
  area: AreaId,
  owner: FeedOwner,
  what: "read" | "change",
  work: (unit: Unit, of: Of) => Promise<T>,
): Promise<Result<T>> {
  return act(app, actor, async (unit) => {
    const userId = actor.kind === "person" ? actor.userId : "";
    const of: Of = owner === "own" ? { userId } : owner;
    const subject =
      owner === "own"
        ? { type: "feed", id: userId, area }
        : { type: "feed", id: owner.organisationId, area, offering: [owner.organisationId] };
    const change = owner === "own" ? "calendar.own" : "calendar.feed";
    const permit = await authorise(unit, supportPolicy, what === "read" ? "calendar.read" : change, subject);
    return permit.ok ? ok(await work(unit, of)) : permit;
  });
}

/** The calendar behind a secret address: when and where to, no name of a person and no topic. */
export const readFeed = (app: App, token: string): Promise<Result<string>> =>
  byLink(app, token, "feed", async (unit, link) => {
    const { name } = await getArea(unit, link.area);
    if (link.organisationId !== null) {
      const supporters = [link.organisationId as OrganisationId];
      const visits = await visitsOf(unit, app, link.area, { supporters, workplaces: [] });
      return ok(calendarFeed(`事業所への支援 ${name}`, visits));
    }
    const worker = await findWorker(unit, link.userId!);
    // Who works for nobody any more goes nowhere for them.
    if (!worker || worker.memberships.length === 0) return notFound("link");
    const of = (role: "provider" | "workplace") =>
      worker.memberships.filter((held) => held.role === role).map((held) => held.organisationId);
    const visits = await visitsOf(unit, app, link.area, {
      supporters: of("provider"),
      workplaces: of("workplace"),
    });
    const since = addDays(unit.clock.today(), -DAYS_BACK);
    const meetings = await meetingsInCalendar(unit, app, link.area, worker.email, since);
    return ok(calendarFeed(`結 ${name}`, [...visits, ...meetings]));
  });

async function visitsOf(
  unit: Unit,
  app: App,
  area: AreaId,
  of: Parameters<typeof selectVisits>[2],
): Promise<CalendarEntry[]> {
  const rows = await selectVisits(unit, area, of, addDays(unit.clock.today(), -DAYS_BACK));
  const towns = await getAreas(
    unit,
    rows.map((row) => row.municipality as AreaId),
  );
  const host = new URL(app.config.origin).hostname;
  return rows.map(({ id, number, municipality, day, from, to, moves, cancelled, changedAt }) =>
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
      },
      host,
    ),
  );
}
