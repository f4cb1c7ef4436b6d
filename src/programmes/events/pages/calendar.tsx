import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { Empty } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { MONTH } from "../calendar/month.messages.ts";
import { readMonth } from "../calendar/month.queries.server.ts";
import { optionsOf, spokenIn, THEME_NAMES } from "../model/event.messages.ts";
import { THEMES, type Theme } from "../model/event-kinds.schema.ts";
import type { Route } from "./+types/calendar";

const MONTH_TEXT = /^20\d\d-(0[1-9]|1[0-2])$/;

export async function loader({ context, params: { area }, url: { searchParams } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(searchParams);
  const month = searchParams.get("month") ?? "";
  const asked = searchParams.get("theme") as Theme;
  const found = await readMonth(app, actor, {
    ...{ area, language },
    ...(MONTH_TEXT.test(month) ? { month } : {}),
    ...(THEMES.includes(asked) ? { theme: asked } : {}),
  });
  return { ...shown(found), language };
}

/** What is held in a month, by days, for anybody. */
export default function CalendarPage({ loaderData }: Route.ComponentProps) {
  const { area, name, month, days, theme, previous, next, feed, embed, language } = loaderData;
  const text = MONTH[language];
  const base = `/areas/${area.slug}/events`;
  const lang = language === "en" ? "?lang=en" : "";
  const at = (other: string) =>
    `?${new URLSearchParams({ month: other, ...(theme ? { theme } : {}), ...(lang ? { lang: "en" } : {}) })}`;
  return (
    <div lang={language}>
      <PageHead title={text.title} place={area.name} lead={text.lead} />
      <form method="get" className="no-print my-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="month" value={month} />
        {lang ? <input type="hidden" name="lang" value="en" /> : null}
        <SelectField
          label={text.theme}
          name="theme"
          empty={text.all}
          defaultValue={theme}
          options={optionsOf(THEME_NAMES, language)}
          optional
          unmarked
        />
        <Button kind="secondary">{text.filter}</Button>
      </form>
      <nav className="no-print my-4 flex flex-wrap gap-6" aria-label={text.title}>
        <TextLink to={at(previous)}>{text.previous}</TextLink>
        <TextLink to={at(next)}>{text.next}</TextLink>
        <TextLink to={`${base}${lang}`}>{text.list}</TextLink>
      </nav>
      <Section title={name}>
        {days.length === 0 ? <Empty title={text.empty} /> : null}
        <dl>
          {days.map((day) => (
            <div key={day.day} className="border-t border-solid-gray-300 py-3">
              <dt className="text-std-16B-170">{day.name}</dt>
              {day.events.map((one) => (
                <dd key={one.id} className="my-1">
                  {`${one.time} `}
                  <TextLink to={`${base}/${one.event}${lang}`}>
                    <span lang={one.titleLanguage}>{one.title}</span>
                  </TextLink>
                  {one.off ? <strong className="ml-3 text-error-2">{one.off}</strong> : null}
                  <span className="block text-dns-14N-130">{one.note}</span>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </Section>
      <Folded summary={text.follow}>
        <Facts
          items={[
            { name: text.feed, value: <Address address={feed} hint={text.feedHint} /> },
            { name: text.embed, value: <Address address={embed} hint={text.embedHint} /> },
          ]}
        />
      </Folded>
    </div>
  );
}

const Address = ({ address, hint }: { address: string; hint: string }) => (
  <>
    <code className="break-all">{address}</code>
    <p className="text-dns-14N-130">{hint}</p>
  </>
);
