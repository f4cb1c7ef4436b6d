import { THEMES } from "#evidence/indicators/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { chartsOf } from "../district-charts.present.ts";
import { DISTRICTS } from "../messages.ts";
import { askedOf, attentionOf, chosenOf, kindName, tableOf } from "../overview.present.ts";
import { readOverview } from "../overview.queries.server.ts";
import type { Route } from "./+types/districts";
import { Choices } from "./choices.tsx";
import { HeatTable } from "./heat-table.tsx";

/** Its words are in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area }, url: { searchParams } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const kind = searchParams.get("kind") ?? undefined;
  const overview = shown(await readOverview(app, actor, { area, kind }));
  const asked = askedOf(searchParams);
  const { charted } = chosenOf(overview, asked);
  return {
    ...{ area: overview.area, kind: overview.kind, kindName: kindName(overview.kind), asked },
    kinds: overview.kinds.map((value) => ({ value, label: kindName(value) })),
    themes: [...new Set(overview.columns.map(({ theme }) => theme))].map((value) => ({
      value,
      label: THEMES[value].ja,
    })),
    indicators: overview.columns.map(({ code, name }) => ({ value: code, label: name })),
    count: overview.districts.length,
    table: tableOf(overview, asked),
    charted: charted && { code: charted.code, source: charted.source, caution: charted.caution },
    charts: charted ? chartsOf(charted, overview.districts, overview.shapes) : [],
    attention: attentionOf(overview),
  };
}

export default function Districts({ loaderData }: Route.ComponentProps) {
  const { area, kind, count, table, charts, charted, attention } = loaderData;
  const base = `/areas/${area.slug}`;
  const query = kind ? `?kind=${kind}` : "";
  return (
    <>
      <PageHead
        title={DISTRICTS.title(area.name)}
        lead={
          <>
            {kind ? <p>{DISTRICTS.lead(loaderData.kindName, count)}</p> : null}
            <TextLink to={base}>{DISTRICTS.profile(area.name)}</TextLink>
          </>
        }
        actions={
          table.columns.length > 0 ? (
            <>
              <ButtonLink to={`${base}/districts.pdf${query}`} kind="primary" reload>
                {DISTRICTS.pdf}
              </ButtonLink>
              <PrintButton label="印刷" />
              <ButtonLink to={`${base}/districts.csv${query}`} reload>
                {DISTRICTS.csv}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {count === 0 ? (
        <Empty title={DISTRICTS.noDistricts}>
          <ButtonLink to="/areas">{DISTRICTS.otherAreas}</ButtonLink>
        </Empty>
      ) : (
        <>
          <Choices {...loaderData} />
          {table.columns.length === 0 ? <Empty title={DISTRICTS.none}>{DISTRICTS.noneWhy}</Empty> : null}
          <HeatTable table={table} area={area.name} />
        </>
      )}
      <div className="grid gap-x-10 xl:grid-cols-2">
        {charts.map(({ key, title, note, chart }) => (
          <ChartFigure
            key={key}
            title={title}
            chart={chart}
            legend={note}
            level={2}
            source={`${DISTRICTS.source}：${charted?.source}${charted?.caution ? `　${charted.caution}` : ""}`}
          />
        ))}
      </div>
      {attention.length > 0 ? (
        <Section title={DISTRICTS.attention(attention.length)}>
          <ul className="border-t border-solid-gray-300">
            {attention.map(({ slug, name, why }) => (
              <li
                key={slug}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-solid-gray-300 py-3"
              >
                <p>
                  <strong>{name}</strong>　{why}
                </p>
                <TextLink to={`/areas/${slug}`}>{DISTRICTS.openProfile}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
