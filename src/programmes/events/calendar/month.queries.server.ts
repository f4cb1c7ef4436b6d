import { z } from "zod";
import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, inArea, ofDays } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { calendarFeed } from "#platform/files/calendar-file.ts";
import { addDays, addMonths, type PlainDate, partsOf, plainDate } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { CalendarItem } from "#platform/web/today.ts";
import { eventPolicy } from "../access.ts";
import { outwardTitle } from "../catalogue/event.present.ts";
import { placeOf } from "../catalogue/place.queries.server.ts";
import { KIND_NAMES } from "../model/event.messages.ts";
import { SPOKEN, THEMES } from "../model/event-kinds.schema.ts";
import { MONTH } from "./month.messages.ts";
import { embeddedEvents, entryOf, isOff, monthView } from "./month.present.ts";
import { selectDated } from "./month.store.server.ts";

/** A calendar keeps what is over for a while, so that what was called off is seen as such also after its day. */
const KEPT_DAYS = 90;
const AHEAD_MONTHS = 18;
const EMBEDDED_MONTHS = 3;

const theme = z.enum(THEMES).optional();
const firstOf = (month: string): PlainDate => plainDate(`${month}-01`);

/** What is held in a month, for anybody, as a list by days. */
export const readMonth = query({
  name: "event-calendar.read",
  ...inArea(eventPolicy, "event", {
    month: z
      .string()
      .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
      .optional(),
    theme,
    language: z.enum(SPOKEN).default("ja"),
  }),
  async run(permit, { month = permit.clock.today().slice(0, 7), theme, language }, app) {
    const from = firstOf(month);
    const next = addMonths(from, 1);
    const found = await selectDated(permit, [permit.subject.area], { from, until: addDays(next, -1), theme });
    const area = await placeOf(permit);
    const { year, month: number } = partsOf(from);
    return ok({
      ...{ month, area, days: monthView(found, language), theme: theme ?? "" },
      name: MONTH[language].monthName(year, number),
      previous: addMonths(from, -1).slice(0, 7),
      next: next.slice(0, 7),
      feed: `${app.config.origin}/areas/${area.slug}/events.ics`,
      embed: `${app.config.origin}/embed/areas/${area.slug}/events`,
    });
  },
});

/** The same for programs that keep a calendar. */
export const readEventFeed = query({
  name: "event-calendar.follow",
  ...inArea(eventPolicy, "event", { theme }),
  async run(permit, { theme }, app) {
    const today = permit.clock.today();
    const span = { from: addDays(today, -KEPT_DAYS), until: addMonths(today, AHEAD_MONTHS), theme };
    const found = await selectDated(permit, [permit.subject.area], span);
    const { name, slug } = await placeOf(permit);
    const { hostname } = new URL(app.config.origin);
    const base = `${app.config.origin}/areas/${slug}/events`;
    return ok(
      calendarFeed(
        `${MONTH.ja.title} ${name}`,
        found.map((one) => entryOf(one, `${base}/${one.eventId}`, hostname)),
      ),
    );
  },
});

/** The same as a page that a home page of the area shows within itself. */
export const readEmbeddedEvents = query({
  name: "event-calendar.embed",
  ...inArea(eventPolicy, "event", { theme, language: z.enum(SPOKEN).default("ja") }),
  async run(permit, { theme, language }, app) {
    const today = permit.clock.today();
    const span = { from: today, until: addMonths(today, EMBEDDED_MONTHS), theme };
    const found = await selectDated(permit, [permit.subject.area], span);
    const { name, slug } = await placeOf(permit);
    const text = MONTH[language];
    const words = { title: `${text.title} ${name}`, empty: text.empty, more: text.title };
    const base = `${app.config.origin}/areas/${slug}/events`;
    return ok(embeddedEvents(words, monthView(found, language), { base, language }));
  },
});

/** Sessions between two days in the areas in which somebody works. */
export const eventDays = query({
  name: "event.read-days",
  ...ofDays(eventPolicy),
  async run(permit, { from, until }) {
    const own = areasAs(permit.actor, "coordinator", "provider", "member", "caseworker");
    const areas = await getAreas(permit, own);
    const found = await selectDated(permit, own, { from, until });
    return ok(
      found
        .filter((one) => !isOff(one))
        .map((one): CalendarItem => {
          const place = one.own || one.place;
          return {
            ...{ day: one.day, from: one.starts, to: one.ends, kind: KIND_NAMES[one.kind].ja },
            title: outwardTitle(one, "ja"),
            ...(place ? { place } : {}),
            link: `/areas/${areas.get(one.areaId)?.slug ?? one.areaId}/events/${one.eventId}`,
          };
        }),
    );
  },
});
