import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { lineCharts } from "#ui/charts/line-chart.ts";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { PICTURE, TOWNS } from "../picture/checkup-picture.messages.ts";
import {
  chosenCharts,
  presentBeside,
  presentCoverage,
  presentSizes,
  retirementLines,
  retirementSentence,
} from "../picture/checkup-picture.present.ts";
import { readPicture } from "../picture/checkup-picture.queries.server.ts";
import { presentTown, townCharts } from "../picture/town-charts.present.ts";
import type { Route } from "./+types/picture";
import { TownFigures } from "./town-figures.tsx";

export const handle = { japaneseOnly: true };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const year = Number(url.searchParams.get("year")) || undefined;
  const {
    area,
    years,
    year: chosen,
    pictures,
    shapes,
  } = shown(await readPicture(app, actor, { area: params.area, ...(year && { year }) }));
  const charts = pictures.flatMap(({ key, label, provided, sources }) => {
    const lines = retirementLines(sources);
    if (lines.length < 2) return [];
    const title = PICTURE.breakChart(label);
    const chart = lineCharts({
      ...{ id: `ages-${key}`, title, description: PICTURE.breakNote, unit: PICTURE.unit, lines },
      tick: (age) => `${age}歳～`,
      figure: (share) => `${share.toFixed(1)}%`,
    });
    return [{ key, label, title, chart, source: provided, sentence: retirementSentence(sources) }];
  });
  const withTowns = pictures.filter(({ towns }) => towns.length > 0);
  const asked = url.searchParams.get("of") ?? "blood_pressure";
  const of = withTowns.find(({ key }) => key === asked) ?? withTowns[0];
  return {
    ...{ area, years, year: chosen, charts: chosenCharts(charts, url.searchParams.get("ages")) },
    ageChoices: charts.map(({ key, label }) => ({ key, label, to: `?year=${chosen}&ages=${key}` })),
    towns: of && {
      ...{ indicator: of.label, source: of.provided, lead: TOWNS.lead[of.adjustedBy] },
      choices: withTowns.map(({ key, label }) => ({ key, label, to: `?year=${chosen}&of=${key}` })),
      rows: of.towns.map(presentTown),
      charts: townCharts(of.label, of.towns, shapes),
    },
    beside: pictures.flatMap(({ key, label, sources }) =>
      sources.map((own) => presentBeside(key, label, own)),
    ),
    sizes: pictures.flatMap(({ key, label, sources }) =>
      sources.flatMap((own) => presentSizes(key, label, own)),
    ),
    coverage: presentCoverage(pictures[0]?.sources ?? []),
  };
}

export default function Picture({ loaderData, params }: Route.ComponentProps) {
  const { area, years, year, beside, sizes, charts, ageChoices, towns, coverage } = loaderData;
  return (
    <>
      <PageHead title={`${PICTURE.title}　${area}`} lead={PICTURE.lead} />
      {years.length === 0 ? <p>{PICTURE.none}</p> : null}
      <p>
        {years.map(({ value, label }) => (
          <span key={value} className="mr-4">
            {value === year ? <strong>{label}</strong> : <TextLink to={`?year=${value}`}>{label}</TextLink>}
          </span>
        ))}
      </p>
      {beside.length > 0 ? (
        <Section title={PICTURE.beside} lead={PICTURE.besideNote}>
          <Table
            caption={PICTURE.beside}
            hideCaption
            rows={beside}
            rowKey={(row) => row.key}
            group={(row) => row.indicator}
            columns={[
              { key: "source", head: PICTURE.source, cell: (row) => row.source },
              { key: "persons", head: PICTURE.persons, align: "right", cell: (row) => row.persons },
              { key: "crude", head: PICTURE.crude, align: "right", cell: (row) => row.crude },
              { key: "crudeLimits", head: PICTURE.interval, align: "right", cell: (row) => row.crudeLimits },
              { key: "adjusted", head: PICTURE.adjusted, align: "right", cell: (row) => row.adjusted },
              {
                key: "adjustedLimits",
                head: PICTURE.interval,
                align: "right",
                cell: (row) => row.adjustedLimits,
              },
            ]}
          />
        </Section>
      ) : null}
      {charts.length > 0 ? (
        <Section title={PICTURE.break} lead={PICTURE.breakNote}>
          {ageChoices.length > 3 ? (
            <nav aria-label={PICTURE.indicator} className="my-4 flex flex-wrap gap-x-6">
              {ageChoices.map(({ key, label, to }) => (
                <TextLink key={key} to={to}>
                  {label}
                </TextLink>
              ))}
            </nav>
          ) : null}
          {charts.map(({ key, title, chart, source, sentence }) => (
            <ChartFigure key={key} title={title} chart={chart} source={source} legend={sentence} />
          ))}
          <p>{PICTURE.caseRatio}</p>
        </Section>
      ) : null}
      {towns ? <TownFigures {...towns} /> : null}
      {sizes.length > 0 ? (
        <Section title={PICTURE.sizes} lead={PICTURE.sizesNote}>
          <Table
            caption={PICTURE.sizes}
            hideCaption
            rows={sizes}
            rowKey={(row) => row.key}
            columns={[
              { key: "indicator", head: PICTURE.indicator, cell: (row) => row.indicator },
              { key: "source", head: PICTURE.source, cell: (row) => row.source },
              { key: "small", head: PICTURE.small, align: "right", cell: (row) => row.small },
              { key: "large", head: PICTURE.large, align: "right", cell: (row) => row.large },
              { key: "difference", head: PICTURE.difference, align: "right", cell: (row) => row.difference },
            ]}
          />
        </Section>
      ) : null}
      {coverage.length > 0 ? (
        <Section title={PICTURE.notCovered}>
          <Facts items={coverage} />
        </Section>
      ) : null}
      <p className="my-6">
        <TextLink to={`/areas/${params.area}/editions`}>{PICTURE.edition}</TextLink>
      </p>
    </>
  );
}
