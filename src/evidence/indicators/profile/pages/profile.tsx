import { requestOf } from "#foundation/identity/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { indicatorPath, inLanguage } from "../addresses/rules.ts";
import { chartOf } from "../charts/present.ts";
import { arrange, isEmpty, listingOf, optionsOf, pageProfile } from "../listing/rules.ts";
import { languageOf } from "../messages.ts";
import { listedOf } from "../sentences/messages.ts";
import { isCompared, isOld } from "../standing/rules.ts";
import { isAnswered, isServed, readProfile } from "../usecases.server.ts";
import { TEXT } from "../wording/messages.ts";
import type { Route } from "./+types/profile";
import { AreaFacts } from "./area-facts.tsx";
import { IndicatorFigure } from "./figure.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import { Ratios, Targets } from "./known.tsx";
import { NothingYet, ProfileHead } from "./profile-head.tsx";
import { ShareCard } from "./share.tsx";
import { ShortList } from "./short-list.tsx";
import { Surveys } from "./surveys.tsx";
import { Themes } from "./themes.tsx";
import { Activities, Support } from "./work.tsx";

/** Charts of the short list stand on the page; every other indicator has its own page with one. */
const MOST_CHARTS = 4;
const MOST_CHARTS_OF_THE_REST = 2;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = languageOf(url);
  const { benchmark, period } = optionsOf(url.searchParams);
  const target = { area: params.area, benchmark, period, language };
  const { profile, mayPublish, mayPlan } = shown(await readProfile(app, actor, target));
  const listing = listingOf(url.searchParams);
  const worsening = profile.worsening.map((entry) => entry.row);
  const { missed, rows: listed } = listedOf(profile, language);
  const thisYear = fiscalYearOf(app.clock.today());
  const charted = (
    worsening.length > 0 ? worsening : profile.indicators.filter((row) => row.series.length > 2)
  )
    .slice(0, worsening.length > 0 ? MOST_CHARTS : MOST_CHARTS_OF_THE_REST)
    .map((row, i) => ({ row, chart: chartOf(row, `chart-${i}`, language) }))
    .filter(({ chart }) => chart !== null);
  return {
    profile: pageProfile(profile, missed),
    thisYear,
    origin: app.config.origin,
    counts: {
      indicators: listed.length,
      compared: listed.filter((row) => isCompared(row.standing)).length,
      old: listed.filter((row) => isOld(row.latest.fiscal_year, thisYear)).length,
    },
    themes: [...new Set(listed.map((row) => row.indicator.theme))],
    charted,
    rows: arrange(listed, listing),
    listing,
    language,
    empty: isEmpty(profile),
    mayPublish,
    mayPlan,
    answered: await isAnswered(app, profile.area.id),
    served: await isServed(app, profile.area.id),
  };
}

export default function Profile({ loaderData }: Route.ComponentProps) {
  const { profile, counts, charted, rows, listing, language, empty, mayPublish, mayPlan } = loaderData;
  const any = counts.indicators > 0;
  const say = TEXT;
  const base = `/areas/${profile.area.slug}`;
  const staff = profile.audience === "staff";
  return (
    <>
      <ShareCard
        title={say.title[language](profile.area.name)}
        image={`${loaderData.origin}${base}/card.svg${inLanguage(language)}`}
      />
      <ProfileHead {...loaderData} base={base} />
      {empty ? (
        <NothingYet mayPublish={mayPublish} staff={staff} language={language} />
      ) : (
        <>
          {any ? (
            <ShortList
              profile={profile}
              counts={counts}
              language={language}
              issuePage={mayPlan ? `${base}/plan/issues/new` : undefined}
              importPage={mayPublish ? "/imports" : undefined}
            />
          ) : null}
          {counts.old > 0 ? (
            <Notice
              kind="warning"
              language={language}
              title={say.oldTitle[language](counts.old, counts.indicators)}
            >
              {say.oldWhy[language]}
            </Notice>
          ) : null}
          <div className="grid gap-x-10 xl:grid-cols-2">
            {charted.map(({ row, chart }) => (
              <IndicatorFigure
                key={`${row.indicator.code}/${row.stratum_name}`}
                row={row}
                chart={chart}
                area={profile.area}
                language={language}
                to={indicatorPath(profile.area, row, language)}
              />
            ))}
          </div>
          {any ? (
            <IndicatorTable
              profile={profile}
              rows={rows}
              listing={listing}
              language={language}
              thisYear={loaderData.thisYear}
              themes={loaderData.themes}
            />
          ) : null}
          <Themes area={profile.area} themes={loaderData.themes} language={language} />
          <AreaFacts profile={profile} language={language} />
          <Ratios profile={profile} language={language} />
          <Support profile={profile} language={language} />
          <Targets profile={profile} language={language} />
          <Surveys profile={profile} language={language} />
          <Activities profile={profile} language={language} />
          <p className="no-print mt-8">
            <TextLink to={`${base}/checkups/picture`}>{say.checkups[language]}</TextLink>
          </p>
          <p className="no-print mt-8">
            <TextLink to={`${base}/kokoro${inLanguage(language)}`}>{say.someoneToTalkTo[language]}</TextLink>
          </p>
          {staff ? <p className="mt-8 text-dns-14N-130">{say.unpublishedNote[language]}</p> : null}
        </>
      )}
    </>
  );
}
