import { TextLink } from "#ui/button.tsx";
import { SpineCell, spineReach } from "#ui/charts/spine-cell.tsx";
import { Section } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { indicatorPath } from "../addresses/rules.ts";
import type { ListedRow, Listing, PageProfile } from "../listing/rules.ts";
import { spineMark } from "../listing/spine.rules.ts";
import { benchmarkNameOf, type Language, showYear, THEMES } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";
import { ChangeText, DifferenceText } from "./amounts.tsx";
import { PointText } from "./figure.tsx";
import { IndicatorCards } from "./indicator-cards.tsx";
import { SimilarLead } from "./likeness.tsx";
import { OldTag } from "./old-tag.tsx";
import { Choices } from "./table-choices.tsx";
import { TrendText, VerdictText } from "./verdict.tsx";

/** All indicators with their verdicts; what is compared, how far back and what is shown stand in the address. */
export function IndicatorTable({
  profile,
  rows,
  listing,
  language,
  thisYear,
  themes,
}: {
  profile: PageProfile;
  rows: readonly ListedRow[];
  listing: Listing;
  language: Language;
  thisYear: number;
  themes: Parameters<typeof Choices>[0]["themes"];
}) {
  const say = TEXT;
  const against = benchmarkNameOf(profile, language);
  const marks = new Map(rows.map((row) => [row, spineMark(row)]));
  const reach = spineReach([...marks.values()]);
  const columns: Column<ListedRow>[] = [
    {
      key: "name",
      head: say.indicator[language],
      sortable: true,
      cell: (row) => (
        <div className="min-w-36">
          <TextLink to={indicatorPath(profile.area, row, language)}>
            {row.indicator.name}
            {row.stratum_name ? `（${row.stratum_name}）` : ""}
          </TextLink>
          <span className="block text-dns-14N-130 text-solid-gray-700">
            {row.area.relation === "self" ? null : <span className="block">{row.area.name}</span>}
            {`${row.indicator.unit_name}・${showYear(row.latest.fiscal_year, language)} `}
            <OldTag year={row.latest.fiscal_year} thisYear={thisYear} language={language} />
          </span>
        </div>
      ),
    },
    {
      key: "value",
      head: say.here[language],
      align: "right",
      sortable: true,
      cell: (row) => <PointText point={row.latest} row={row} language={language} />,
    },
    {
      key: "benchmark",
      head: against,
      align: "right",
      cell: (row) => <PointText point={row.benchmark ?? undefined} row={row} language={language} />,
    },
    {
      key: "difference",
      head: say.spine[language],
      narrow: true,
      sortable: true,
      cell: (row) => {
        const mark = marks.get(row);
        return (
          <div className="w-44 text-center tabular-nums">
            {mark ? <SpineCell mark={mark} reach={reach} /> : null}
            <DifferenceText row={row} language={language} />
          </div>
        );
      },
    },
    {
      key: "verdict",
      head: say.verdict[language],
      narrow: true,
      sortable: true,
      cell: (row) => <VerdictText row={row} language={language} />,
    },
    {
      key: "trend",
      narrow: true,
      head: say.trend[language],
      cell: (row) => <TrendText row={row} language={language} />,
    },
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
      <Choices profile={profile} listing={listing} language={language} themes={themes} />
      <SimilarLead profile={profile} language={language} />
      {rows.length === 0 ? (
        <p>{say.nothingWorse[language]}</p>
      ) : (
        <>
          <div className="hidden md:block">
            <Table
              caption={say.indicators[language]}
              hideCaption
              columns={columns}
              rows={rows}
              rowKey={(row) => `${row.indicator.code}/${row.area.id}/${row.sex}/${row.age_band}`}
              sort={listing.sort}
              group={listing.sort ? undefined : (row) => THEMES[row.indicator.theme][language]}
            />
            <p className="text-dns-14N-130 text-solid-gray-800">
              {say.spineSides[language]}　{say.spineRead[language](against)}
            </p>
          </div>
          <IndicatorCards profile={profile} rows={rows} language={language} thisYear={thisYear} />
        </>
      )}
    </Section>
  );
}
