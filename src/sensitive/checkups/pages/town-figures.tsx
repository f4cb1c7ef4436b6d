import { TextLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { TOWNS } from "../picture/checkup-picture.messages.ts";
import type { presentTown, townCharts } from "../picture/town-charts.present.ts";

type Shown = Readonly<{
  indicator: string;
  source: string;
  lead: string;
  choices: readonly { key: string; label: string; to: string }[];
  rows: readonly ReturnType<typeof presentTown>[];
  charts: ReturnType<typeof townCharts>;
}>;

/** The towns of the area in one indicator: as a table, on the map, and in the funnel. */
export function TownFigures({ indicator, source, lead, choices, rows, charts }: Shown) {
  return (
    <Section title={`${TOWNS.title}　${indicator}`} lead={lead}>
      <p>
        {choices.map(({ key, label, to }) => (
          <span key={key} className="mr-4 inline-block">
            {label === indicator ? <strong>{label}</strong> : <TextLink to={to}>{label}</TextLink>}
          </span>
        ))}
      </p>
      <Table
        caption={TOWNS.title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "name", head: TOWNS.name, cell: (row) => row.name },
          { key: "observed", head: TOWNS.observed, align: "right", cell: (row) => row.observed },
          { key: "expected", head: TOWNS.expected, align: "right", cell: (row) => row.expected },
          { key: "ratio", head: TOWNS.ratio, align: "right", cell: (row) => row.ratio },
          { key: "limits", head: TOWNS.limits, align: "right", cell: (row) => row.limits },
          { key: "smoothed", head: TOWNS.smoothed, align: "right", cell: (row) => row.smoothed },
          { key: "far", head: TOWNS.chance, cell: (row) => row.far },
        ]}
      />
      <ChartFigure {...charts.map} source={source} legend={TOWNS.mapNote} />
      {charts.funnel ? <ChartFigure {...charts.funnel} source={source} legend={TOWNS.funnelNote} /> : null}
    </Section>
  );
}
