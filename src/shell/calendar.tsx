import { Link, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { type PlainDate, partsOf, showDateJa } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { CalendarItem } from "#platform/web/today.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import type { Route } from "./+types/calendar";
import { periodOf, weeksOf } from "./calendar.rules.ts";
import { DayList } from "./day-list.tsx";
import { placesOf } from "./places.server.ts";
import { CALENDAR } from "./today.messages.ts";
import { readCalendar } from "./today.server.ts";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect("/sign-in?next=/calendar");
  const today = app.clock.today();
  const period = periodOf(url.searchParams, today);
  const items = expectOk(await readCalendar(app, actor, { from: period.from, until: period.until }));
  const places = await placesOf(app, actor);
  return { today, period, items, feeds: places.map(({ slug, name }) => ({ slug, name })) };
}

const WAY =
  "inline-flex min-h-11 items-center px-3 text-blue-1000 underline underline-offset-4 aria-[current]:font-bold aria-[current]:text-solid-gray-900 aria-[current]:no-underline";

export default function Calendar({ loaderData }: Route.ComponentProps) {
  const { today, period, items, feeds } = loaderData;
  const { view, first, last, before, after } = period;
  const { year, month } = partsOf(first);
  const shown = items.filter(({ day }) => day >= first && day <= last);
  const to = (day: PlainDate, as = view) => `?${new URLSearchParams({ view: as, day })}`;
  const span = view === "month" ? `${year}年${month}月` : `${showDateJa(first)}〜${showDateJa(last)}`;
  return (
    <>
      <PageHead title={CALENDAR.title} lead={span} />
      <nav aria-label={CALENDAR.view} className="no-print flex flex-wrap gap-2">
        <Link to={to(before)} className={WAY}>
          {CALENDAR.before}
        </Link>
        <Link to={to(today)} className={WAY}>
          {CALENDAR.today}
        </Link>
        <Link to={to(after)} className={WAY}>
          {CALENDAR.after}
        </Link>
        <span className="ml-auto flex">
          {(["month", "week"] as const).map((one) => (
            <Link key={one} to={to(first, one)} aria-current={one === view || undefined} className={WAY}>
              {CALENDAR[one]}
            </Link>
          ))}
        </span>
      </nav>
      <table className="mt-3 hidden w-full table-fixed border-collapse sm:table">
        <caption className="sr-only">{span}</caption>
        <thead>
          <tr className="border-b border-solid-gray-900">
            {CALENDAR.days.map((day) => (
              <th key={day} scope="col" className="px-2 py-1 text-left text-dns-14N-130">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(period).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  today={day === today}
                  other={day < first || day > last}
                  items={items.filter((item) => item.day === day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="sm:hidden">
        <DayList items={shown} empty={CALENDAR.none} />
      </div>
      {shown.length === 0 ? <p className="mt-4 max-sm:hidden">{CALENDAR.none}</p> : null}
      <Section title={CALENDAR.feeds} lead={CALENDAR.feedsLead}>
        <ul>
          {feeds.map(({ slug, name }) => (
            <li key={slug} className="py-1.5">
              <TextLink to={`/areas/${slug}/calendar`}>{CALENDAR.feed(name)}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Day({
  day,
  today,
  other,
  items,
}: {
  day: PlainDate;
  today: boolean;
  other: boolean;
  items: readonly CalendarItem[];
}) {
  return (
    <td
      aria-current={today ? "date" : undefined}
      className={`h-24 border border-solid-gray-300 p-1 align-top ${today ? "bg-blue-50" : other ? "bg-solid-gray-50" : ""}`}
    >
      <span className={`block text-dns-14N-130 ${today ? "font-bold text-blue-900" : "text-solid-gray-700"}`}>
        {partsOf(day).day}
      </span>
      {items.map((item) => (
        <Link
          key={item.link}
          to={item.link}
          className="mt-1 block rounded-4 border-l-4 border-blue-900 bg-blue-50 px-1.5 py-1 text-dns-14N-130 hover:underline"
        >
          {item.from ? `${item.from} ` : ""}
          {item.kind} {item.title}
        </Link>
      ))}
    </td>
  );
}
