import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { SparkLine } from "#ui/charts/spark-line.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { indicatorPath, inLanguage } from "../addresses/rules.ts";
import { arrange, type ListedRow, listingOf, optionsOf, pageProfile } from "../listing/rules.ts";
import { languageOf, THEMES } from "../messages.ts";
import { listedOf } from "../sentences/messages.ts";
import { readProfile } from "../usecases.server.ts";
import { INDICATOR_TEXT } from "../wording/indicator/messages.ts";
import { TEXT } from "../wording/messages.ts";
import type { Route } from "./+types/theme";
import { Unit } from "./amounts.tsx";
import { PointText } from "./figure.tsx";
import { IndicatorTable } from "./indicator-table.tsx";

/** One topic of an area: each of its figures over the years, and beside prefecture and nation. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = languageOf(url);
  const { benchmark, period } = optionsOf(url.searchParams);
  const target = { area: params.area, benchmark, period, language };
  const { profile } = shown(await readProfile(app, actor, target));
  const { missed, rows: all } = listedOf(profile, language);
  const own = all.filter((row) => row.indicator.theme === params.theme);
  if (own.length === 0) throw data(null, { status: 404 });
  const listing = { ...listingOf(url.searchParams), theme: params.theme };
  return {
    profile: pageProfile(profile, missed),
    own,
    rows: arrange(own, listing),
    ...{ listing, language, theme: own[0]!.indicator.theme },
    thisYear: fiscalYearOf(app.clock.today()),
  };
}

export default function Theme({ loaderData }: Route.ComponentProps) {
  const { profile, own, rows, listing, language, theme, thisYear } = loaderData;
  const title = TEXT.themeTitle[language](profile.area.name, THEMES[theme][language]);
  return (
    <>
      <PageHead
        title={title}
        lead={
          <TextLink to={`/areas/${profile.area.slug}${inLanguage(language)}`}>
            {INDICATOR_TEXT.back[language]}
          </TextLink>
        }
        actions={<PrintButton label={TEXT.print[language]} />}
      />
      <Section title={TEXT.lines[language]}>
        <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
          {own.map((row) => (
            <li
              key={`${row.indicator.code}/${row.sex}/${row.age_band}/${row.area.id}`}
              className="border-b border-solid-gray-300 pb-2"
            >
              <p>
                <TextLink to={indicatorPath(profile.area, row, language)}>
                  {row.indicator.name}
                  {row.stratum_name ? `（${row.stratum_name}）` : ""}
                </TextLink>
              </p>
              <div className="flex items-end justify-between gap-4">
                <Line row={row} />
                <p className="text-right text-std-20B-150 tabular-nums whitespace-nowrap">
                  <PointText point={row.latest} row={row} language={language} />
                  <Unit row={row} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <IndicatorTable
        profile={profile}
        rows={rows}
        listing={listing}
        language={language}
        thisYear={thisYear}
        themes={[theme]}
      />
    </>
  );
}

const Line = ({ row }: { row: ListedRow }) => (
  <SparkLine points={row.line.map(({ year, value }) => ({ x: year, y: value }))} width={176} height={56} />
);
