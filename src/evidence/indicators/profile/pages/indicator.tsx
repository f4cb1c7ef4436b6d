import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { publishedTablesOf } from "../../catalogue/published-table.queries.server.ts";
import { inLanguage, methodPath } from "../addresses/rules.ts";
import { chartOf, comparisonChartOf } from "../charts/present.ts";
import { keyOf, listedRow, optionsOf } from "../listing/rules.ts";
import { benchmarkNameOf, languageOf } from "../messages.ts";
import { listedOf } from "../sentences/messages.ts";
import { readProfile } from "../usecases.server.ts";
import { INDICATOR_TEXT } from "../wording/indicator/messages.ts";
import { TEXT } from "../wording/messages.ts";
import type { Route } from "./+types/indicator";
import { DataSources } from "./data-sources.tsx";
import { IndicatorFigure } from "./figure.tsx";
import { Embed, ShareCard } from "./share.tsx";
import { Judged } from "./verdict.tsx";
import { Where } from "./where.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = languageOf(url);
  const { benchmark, period } = optionsOf(url.searchParams);
  const target = { area: params.area, benchmark, period, language, indicator: params.indicator };
  const { profile, answers } = shown(await readProfile(app, actor, target));
  const rows = profile.indicators.filter((row) => row.indicator.code === params.indicator);
  if (rows.length === 0) throw data(null, { status: 404 });
  const { missed } = listedOf(profile, language);
  const here = `${app.config.origin}/areas/${profile.area.slug}/indicators/${params.indicator}`;
  return {
    answers,
    area: profile.area,
    against: benchmarkNameOf(profile, language),
    language,
    here,
    sources: publishedTablesOf(params.indicator),
    shown: rows.map((row, i) => ({
      row,
      listed: listedRow(row, missed.get(keyOf(row)) ?? null),
      chart: chartOf(row, `chart-${i}`, language),
      beside: comparisonChartOf(row, `beside-${i}`, language),
    })),
  };
}

export default function Indicator({ loaderData }: Route.ComponentProps) {
  const { answers, area, language, shown } = loaderData;
  const { indicator } = shown[0]!.row;
  const methods = [
    ...new Set(
      shown.flatMap(({ row }) => [
        row.latest.interval_method !== null && row.latest.interval_method !== "source"
          ? row.latest.interval_method
          : undefined,
        "comparison",
        row.trend.method ?? "recent-trend",
      ]),
    ),
  ].filter((method) => method !== undefined);
  return (
    <>
      <ShareCard title={shown[0]!.row.heading} image={`${loaderData.here}/chart.svg`} />
      <PageHead
        title={`${indicator.name}　${area.name}`}
        lead={
          <TextLink to={`/areas/${area.slug}${inLanguage(language)}`}>
            {INDICATOR_TEXT.back[language]}
          </TextLink>
        }
        actions={
          <>
            <PrintButton label={TEXT.print[language]} />
            <ButtonLink to={`/areas/${area.slug}/profile.csv?indicator=${indicator.code}`} reload>
              {TEXT.csv[language]}
            </ButtonLink>
          </>
        }
      />
      {shown.map(({ row, listed, chart, beside }) => (
        <section key={`${row.area.id}/${row.sex}/${row.age_band}`}>
          <IndicatorFigure row={row} chart={chart} area={area} language={language} level={2} open />
          {beside ? (
            <ChartFigure
              {...beside}
              legend={INDICATOR_TEXT.dots[language]}
              source={<Where row={row} area={area} language={language} />}
              csv={{
                to: `/areas/${area.slug}/profile.csv?indicator=${indicator.code}`,
                label: TEXT.csv[language],
              }}
            />
          ) : null}
          <Judged row={listed} against={loaderData.against} language={language} />
        </section>
      ))}
      {shown[0]!.chart ? (
        <Embed
          page={loaderData.here}
          picture={`${loaderData.here}/chart.svg`}
          title={shown[0]!.row.heading}
          language={language}
        />
      ) : null}
      <h2 className="mt-10 border-t border-solid-gray-300 pt-6 text-std-22B-150" id="method">
        {TEXT.method[language]}
      </h2>
      <div className="mt-3">
        <Facts
          items={[
            { name: INDICATOR_TEXT.definition[language], value: indicator.definition },
            ...(indicator.numerator
              ? [{ name: INDICATOR_TEXT.numerator[language], value: indicator.numerator }]
              : []),
            ...(indicator.denominator
              ? [{ name: INDICATOR_TEXT.denominator[language], value: indicator.denominator }]
              : []),
            ...Object.entries(Object.groupBy(answers, ({ fileName }) => fileName)).map(
              ([fileName, files]) => ({
                name: INDICATOR_TEXT.answered[language](fileName),
                value: [...new Set(files!.flatMap(({ told }) => told))].join("　"),
              }),
            ),
            { name: INDICATOR_TEXT.population[language], value: shown[0]!.row.source.population },
            {
              name: INDICATOR_TEXT.calculation[language],
              value: (
                <ul>
                  {methods.map((method) => (
                    <li key={method}>
                      <TextLink to={methodPath(method)}>{INDICATOR_TEXT.methods[language](method)}</TextLink>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </div>
      <DataSources sources={loaderData.sources} language={language} />
    </>
  );
}
