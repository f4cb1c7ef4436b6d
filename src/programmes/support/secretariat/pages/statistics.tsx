import { requestOf } from "#foundation/identity/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { findPlace } from "../../office/place.queries.server.ts";
import { STATISTICS, tablesInWords } from "../../statistics/statistics.messages.ts";
import { saysNothing } from "../../statistics/statistics.present.ts";
import { readStatistics } from "../../statistics/statistics.usecases.server.ts";
import type { Route } from "./+types/statistics";
import { CountTable } from "./count-table.tsx";
import { AcrossYears, Summary, Supporters, UnmetByTopic } from "./statistics-parts.tsx";

/** The area's offices read Japanese; this page has no English. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const wanted = url.searchParams.get("year");
  const { years, shown: facts, full } = shown(await readStatistics(app, actor, area.id, wanted));
  const { year, waitingDays, outcome } = facts;
  return {
    area: { slug: area.slug, name: area.name },
    ...{ year, waitingDays, full, tables: tablesInWords(facts), underWay: outcome === undefined },
    empty: saysNothing(facts),
    years: years.map((one) => ({ year: one, label: showFiscalYearJa(fiscalYear(one)) })),
  };
}

export default function StatisticsPage({ loaderData }: Route.ComponentProps) {
  const { area, year, years, waitingDays, full, tables, underWay, empty } = loaderData;
  return (
    <>
      <PageHead
        title={`${STATISTICS.title}　${area.name}`}
        lead={`${years.find((one) => one.year === year)?.label}　${full ? STATISTICS.staff : STATISTICS.public}`}
        actions={
          empty ? null : (
            <ButtonLink to={`/areas/${area.slug}/requests/statistics.csv?year=${year}`} reload>
              {STATISTICS.csv}
            </ButtonLink>
          )
        }
      />
      <nav aria-label="年度" className="no-print flex flex-wrap gap-4">
        {years.map((one) =>
          one.year === year ? (
            <strong key={one.year} aria-current="page">
              {one.label}
            </strong>
          ) : (
            <TextLink key={one.year} to={`?year=${one.year}`}>
              {one.label}
            </TextLink>
          ),
        )}
      </nav>
      {full && !empty ? <Summary sums={full.facts.sums} /> : null}
      {!full && waitingDays !== null ? <p className="my-4">{STATISTICS.waited(waitingDays)}</p> : null}
      {empty ? (
        <Empty title={STATISTICS.none}>{STATISTICS.noneNext}</Empty>
      ) : (
        tables.map((table) => (
          <Section key={table.title} title={table.title} lead={table.lead}>
            {table.hidden ? <p>{STATISTICS.allHidden}</p> : <CountTable {...table} caption={table.title} />}
          </Section>
        ))
      )}
      {underWay ? <Notice title={STATISTICS.underWay} /> : null}
      {full && !empty ? (
        <>
          <UnmetByTopic facts={full.facts} />
          <Supporters supporters={full.facts.bySupporter} />
        </>
      ) : null}
      {full && full.byYear.length > 0 ? <AcrossYears years={full.byYear} /> : null}
    </>
  );
}
