import { TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { indicatorPath } from "../addresses/rules.ts";
import type { ListedRow, Listing, PageProfile } from "../listing/rules.ts";
import { type Language, showYear } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";
import { ChangeText, DifferenceText, Unit } from "./amounts.tsx";
import { PointText } from "./figure.tsx";
import { Choices } from "./table-choices.tsx";
import { TrendText, VerdictText } from "./verdict.tsx";

/** All indicators with their verdicts; what is compared, how far back and what is shown stand in the address. */
export function IndicatorTable({
  profile,
  rows,
  listing,
  language,
}: {
  profile: PageProfile;
  rows: readonly ListedRow[];
  listing: Listing;
  language: Language;
}) {
  const say = TEXT;
  const columns: Column<ListedRow>[] = [
    {
      key: "name",
      head: say.indicator[language],
      sortable: true,
      cell: (row) => (
        <div className="min-w-48">
          <TextLink to={indicatorPath(profile.area, row, language)}>
            {row.indicator.name}
            {row.stratum_name ? `（${row.stratum_name}）` : ""}
          </TextLink>
          <span className="block text-dns-14N-130 text-solid-gray-700">
            {row.area.relation === "self" ? "" : `${row.area.name}　`}
            {showYear(row.latest.fiscal_year, language)}
          </span>
        </div>
      ),
    },
    {
      key: "value",
      head: say.here[language],
      align: "right",
      sortable: true,
      cell: (row) => (
        <>
          <PointText point={row.latest} row={row} language={language} />
          <Unit row={row} />
        </>
      ),
    },
    {
      key: "benchmark",
      head: say[profile.benchmark][language],
      align: "right",
      cell: (row) => <PointText point={row.benchmark ?? undefined} row={row} language={language} />,
    },
    {
      key: "difference",
      head: say.difference[language],
      align: "right",
      sortable: true,
      cell: (row) => <DifferenceText row={row} language={language} />,
    },
    {
      key: "verdict",
      head: say.verdict[language],
      sortable: true,
      cell: (row) => <VerdictText row={row} language={language} />,
    },
    { key: "trend", head: say.trend[language], cell: (row) => <TrendText row={row} language={language} /> },
    {
      key: "change",
      head: say.change[language],
      align: "right",
      sortable: true,
      cell: (row) => <ChangeText row={row} language={language} />,
    },
  ];
  return (
    <Section title={say.indicators[language]} id="indicators">
      <Choices profile={profile} listing={listing} language={language} />
      {rows.length === 0 ? (
        <p>{say.nothingWorse[language]}</p>
      ) : (
        <Table
          caption={say.indicators[language]}
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.indicator.code}/${row.area.id}/${row.sex}/${row.age_band}`}
          sort={listing.sort}
        />
      )}
    </Section>
  );
}
