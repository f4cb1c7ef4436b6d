import { requestOf } from "#foundation/identity/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { CountTable } from "#ui/count-table.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { findPlace } from "../../office/place.queries.server.ts";
import { STATISTICS } from "../../statistics/statistics.messages.ts";
import { presentYear } from "../../statistics/statistics.present.ts";
import { readStatistics } from "../../statistics/statistics.usecases.server.ts";
import type { Route } from "./+types/statistics";
import { AcrossYears, Summary, Supporters, UnmetByTopic } from "./statistics-parts.tsx";

/** The area's offices read Japanese; this page has no English. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const wanted = url.searchParams.get("year");
  const {
    years,
    year,
    shown: content,
    full,
    withdrawnFor,
  } = shown(await readStatistics(app, actor, area.id, wanted));
  return {
    area: { slug: area.slug, name: area.name },
    ...{ year, full, withdrawnFor, ...presentYear(content) },
    years: years.map((one) => ({ year: one, label: showFiscalYearJa(fiscalYear(one)) })),
  };
}

export default function StatisticsPage({ loaderData }: Route.ComponentProps) {
  const { area, year, years, waitingDays, full, tables, underWay, empty, withdrawnFor } = loaderData;
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
      {full && !empty ? (
        <Summary
          sums={full.facts.sums}
          before={full.byYear.find((one) => one.year === full.facts.sums.year - 1)}
        />
      ) : null}
      {!full && waitingDays !== null ? <p className="my-4">{STATISTICS.waited(waitingDays)}</p> : null}
      {withdrawnFor !== undefined ? (
        <Notice title={STATISTICS.withdrawn(withdrawnFor)} />
      ) : empty ? (
        <Empty title={STATISTICS.none}>{STATISTICS.noneNext}</Empty>
      ) : (
        tables.map((table) => (
          <Section key={table.title} title={table.title} lead={table.lead}>
            {table.hidden ? (
              <p>{STATISTICS.allHidden}</p>
            ) : (
              <CountTable {...table} caption={table.title} bars={table.key !== "sizeAndIndustry"} />
            )}
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
      <p className="no-print my-8">
        <TextLink to={`/areas/${area.slug}/editions`}>{STATISTICS.editions}</TextLink>
      </p>
    </>
  );
}
