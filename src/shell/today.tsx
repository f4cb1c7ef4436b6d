import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { firstDayOf, fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import { addDays, daysBetween, showDateJa } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { TeaDrawing } from "#ui/drawings.tsx";
import { PageHead } from "#ui/page.tsx";
import type { Route } from "./+types/today";
import { readChanges } from "./changes.server.ts";
import { Changes } from "./changes.tsx";
import { DayList } from "./day-list.tsx";
import { lastLook } from "./last-look.rules.ts";
import { menuFor } from "./navigation.ts";
import { placesOf } from "./places.server.ts";
import { TODAY } from "./today.messages.ts";
import { readCalendar, todayOf } from "./today.server.ts";
import { TodayRow } from "./today-row.tsx";
import { stationsOf, yearLabel } from "./year.rules.ts";
import { YearLine } from "./year-line.tsx";

const SOON_DAYS = 14;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect("/sign-in");
  // Who works nowhere, or no more, has nothing here but what is their own.
  if (actor.memberships.length === 0) throw redirect("/health-file");
  const places = await placesOf(app, actor);
  const items = await todayOf(app, actor);
  const today = app.clock.today();
  const year = fiscalYearOf(today);
  const soon = addDays(today, SOON_DAYS);
  const until = [soon, lastDayOf(year)].toSorted().at(-1)!;
  const days = expectOk(await readCalendar(app, actor, { from: firstDayOf(year), until }));
  const look = lastLook(request.headers.get("cookie"), app.clock.now());
  const found = {
    today,
    items,
    soon: days.filter(({ day }) => day >= today && day <= soon),
    stations: stationsOf(days, today),
    year: yearLabel(today),
    ways: menuFor(actor, places[0]?.slug ?? "nation")
      .flat()
      .filter(({ to }) => to !== "/today"),
    changes: expectOk(await readChanges(app, actor, { since: look.since })),
  };
  return data(found, { headers: { "Set-Cookie": look.cookie } });
}

const PARTS = Object.keys(TODAY.parts) as TodayItem["urgency"][];

export default function Today({ loaderData }: Route.ComponentProps) {
  const { today, items, soon, stations, year, ways, changes } = loaderData;
  const now = items.filter(({ urgency }) => urgency === "overdue" || urgency === "today");
  const next = items.find(({ urgency, due }) => urgency !== "overdue" && due && due > today);
  const primary = now[0];
  return (
    <>
      <PageHead title={TODAY.title} lead={showDateJa(today)} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div>
          {now.length === 0 ? (
            <div className="flex items-center gap-6 border-b border-solid-gray-300 pb-6">
              <TeaDrawing />
              <div>
                <p className="text-std-17B-170">{TODAY.none}</p>
                {next ? <p>{TODAY.next(showDateJa(next.due!), next.title)}</p> : null}
              </div>
            </div>
          ) : null}
          {PARTS.map((urgency) => (
            <Part
              key={urgency}
              urgency={urgency}
              items={items.filter((item) => item.urgency === urgency)}
              primary={primary}
              today={today}
            />
          ))}
          {items.length === 0 ? (
            <section className="mt-8">
              <h2 className="text-std-20B-160">{TODAY.ways}</h2>
              <ul className="mt-3 flex flex-wrap gap-3">
                {ways.map((way) => (
                  <li key={way.to}>
                    <ButtonLink to={way.to}>{way.label}</ButtonLink>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        <aside className="border-solid-gray-300 lg:border-l lg:pl-6">
          {stations.length > 0 ? <YearLine title={TODAY.year(year)} stations={stations} /> : null}
          <section>
            <h2 className="text-std-16B-170">{TODAY.soon}</h2>
            <DayList items={soon} empty={TODAY.nothingSoon} />
            <p className="mt-2">
              <TextLink to="/calendar">{TODAY.all}</TextLink>
            </p>
          </section>
          <Changes changes={changes} />
        </aside>
      </div>
    </>
  );
}

function Part({
  urgency,
  items,
  primary,
  today,
}: {
  urgency: TodayItem["urgency"];
  items: readonly TodayItem[];
  primary: TodayItem | undefined;
  today: TodayItem["due"] & string;
}) {
  if (items.length === 0) return null;
  const late = urgency === "overdue";
  return (
    <section className="mb-8">
      <h2
        className={`flex items-center gap-2 border-b border-solid-gray-900 pb-1 text-std-20B-160 ${late ? "text-red-900" : ""}`}
      >
        {TODAY.parts[urgency]}
        <span
          className={`min-w-6 rounded-full px-1.5 py-1 text-center text-oln-14B-100 text-white ${late ? "bg-red-900" : "bg-solid-gray-900"}`}
        >
          {items.length}
          <span className="sr-only">件</span>
        </span>
      </h2>
      <ul>
        {items.map((item) => (
          <TodayRow
            key={`${item.action.to} ${item.title}`}
            item={item}
            primary={item === primary}
            days={item.on || item.due ? daysBetween(today, (item.on ?? item.due)!) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
