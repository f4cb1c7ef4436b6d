import type { CalendarEntry } from "#platform/files/calendar-file.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { outwardTitle, titleIn, titleLanguage } from "../catalogue/event.present.ts";
import { KIND_NAMES, STATE_NAMES, THEME_NAMES } from "../model/event.messages.ts";
import { standing, startOf } from "../model/event.rules.ts";
import type { Event, Session } from "../model/event.schema.ts";
import type { Spoken } from "../model/event-kinds.schema.ts";
import type { Dated } from "./month.store.server.ts";

export const isOff = ({ state, sessionState }: Pick<Dated, "state" | "sessionState">): boolean =>
  state === "cancelled" || sessionState === "cancelled";

const dayName = (day: PlainDate, language: Spoken): string =>
  language === "ja"
    ? showDateJa(day)
    : new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { dateStyle: "full", timeZone: "UTC" });

/** The days of a month on which something is held, and what. */
export const monthView = (all: readonly Dated[], language: Spoken) =>
  [...Map.groupBy(all, ({ day }) => day)].map(([day, own]) => ({
    day: day as string,
    name: dayName(day, language),
    events: own.map((one) => ({
      id: one.id,
      event: one.eventId,
      time: `${one.starts}–${one.ends}`,
      title: titleIn(one, language),
      titleLanguage: titleLanguage(one, language),
      note: [KIND_NAMES[one.kind][language], THEME_NAMES[one.theme][language], one.own || one.place]
        .filter(Boolean)
        .join("・"),
      off: isOff(one) ? STATE_NAMES.cancelled[language] : "",
    })),
  }));
type MonthDay = ReturnType<typeof monthView>[number];

/** A session as calendars hold it: what is off stays, as off; of a discreet event nothing tells the topic. */
export const entryOf = (one: Dated, address: string, host: string): CalendarEntry => ({
  uid: `${one.id}@${host}`,
  sequence: one.sequence,
  changedAt: one.updatedAt,
  ...{ day: one.day, from: one.starts, to: one.ends, summary: outwardTitle(one, "ja") },
  ...(one.own || one.place ? { location: one.own || one.place } : {}),
  url: address,
  cancelled: isOff(one),
});

/** The event as schema.org writes it, for those who read pages by machine; it is data and no script that runs. */
export function structuredEvent(event: Event, sessions: readonly Session[], address: string): string {
  const all = standing(sessions);
  const shown = all.length > 0 ? all : sessions;
  const placeOf = (own: string) => ({
    "@type": "Place",
    name: own || event.place,
    ...(event.address ? { address: event.address } : {}),
  });
  return JSON.stringify({
    "@context": "https://schema.org",
    "@graph": shown.map((one) => ({
      "@type": "Event",
      name: event.title,
      startDate: startOf(one).toISOString(),
      endDate: new Date(`${one.day}T${one.ends}:00+09:00`).toISOString(),
      eventStatus: `https://schema.org/${event.state === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
      eventAttendanceMode: `https://schema.org/${event.online ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode"}`,
      ...(one.place || event.place ? { location: placeOf(one.place) } : {}),
      ...(event.summary ? { description: event.summary } : {}),
      organizer: event.hosts.map(({ name }) => ({ "@type": "Organization", name })),
      url: address,
    })),
  }).replaceAll("<", "\\u003c");
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);

/** A whole page of its own for an area's home page: plain HTML that carries its few looks as attributes. */
export function embeddedEvents(
  { title, empty, more }: Readonly<{ title: string; empty: string; more: string }>,
  days: readonly MonthDay[],
  { base, language }: Readonly<{ base: string; language: Spoken }>,
): string {
  const out = (address: string, words: string, spoken?: string) =>
    `<a href="${escaped(address)}"${spoken ? ` lang="${spoken}"` : ""} target="_blank" rel="noopener" style="color:#0017c1">${escaped(words)}</a>`;
  const item = (one: MonthDay["events"][number]) =>
    `<li>${escaped(one.time)} ${out(`${base}/${one.event}`, one.title, one.titleLanguage)}${one.off ? ` <strong>${escaped(one.off)}</strong>` : ""}<br>${escaped(one.note)}</li>`;
  const list = days.map(
    ({ name, events }) =>
      `<h2 style="font-size:1rem;margin:12px 0 4px">${escaped(name)}</h2><ul style="padding-left:1.2rem;margin:0">${events.map(item).join("")}</ul>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="font-family:sans-serif;line-height:1.6;margin:0;padding:12px;color:#1a1a1a;background:#fff">
<main><h1 style="font-size:1.2rem">${escaped(title)}</h1>
${list.length > 0 ? list.join("\n") : `<p>${escaped(empty)}</p>`}
<p>${out(base, more)}</p></main></body></html>`;
}
