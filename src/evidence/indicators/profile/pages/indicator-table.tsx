import { Form } from "react-router";
import { Button, TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { Listing } from "../listing/rules.ts";
import { type Language, showSigned, showYear } from "../messages.ts";
import type { PresentedProfile, PresentedRow } from "../present.ts";
import { TEXT } from "../wording/messages.ts";
import { PointText } from "./figure.tsx";
import { indicatorPath } from "./paths.ts";
import { TrendText, VerdictText } from "./verdict.tsx";

/** All indicators with their verdicts; what is compared, how far back and what is shown stand in the address. */
export function IndicatorTable({
  profile,
  rows,
  listing,
  language,
}: {
  profile: PresentedProfile;
  rows: readonly PresentedRow[];
  listing: Listing;
  language: Language;
}) {
  const say = TEXT;
  const columns: Column<PresentedRow>[] = [
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

const Unit = ({ row }: { row: PresentedRow }) => (
  <span className="ml-1 text-dns-14N-130">{row.indicator.unit_name}</span>
);

function DifferenceText({ row, language }: { row: PresentedRow; language: Language }) {
  if (!row.difference) return <span className="text-solid-gray-600">－</span>;
  const { decimals } = row.indicator;
  const { value, interval } = row.difference;
  return (
    <>
      {showSigned(value, decimals)}
      <span className="block text-dns-14N-130 text-solid-gray-700">
        {interval
          ? `(${showSigned(interval.lower, decimals)}〜${showSigned(interval.upper, decimals)})`
          : `(${TEXT.noCounts[language]})`}
      </span>
    </>
  );
}

function ChangeText({ row, language }: { row: PresentedRow; language: Language }) {
  const { change, indicator } = row;
  if (!change) return <span className="text-solid-gray-600">－</span>;
  const span =
    language === "ja"
      ? `${change.from_year}〜${change.to_year}年度`
      : `FY${change.from_year}–${change.to_year}`;
  return (
    <>
      {showSigned(change.amount, indicator.decimals)}
      {indicator.unit === "percent" ? <span className="ml-0.5 text-dns-14N-130">pt</span> : null}
      <span className="block text-dns-14N-130 text-solid-gray-700">{span}</span>
    </>
  );
}

function Choices({
  profile,
  listing,
  language,
}: {
  profile: PresentedProfile;
  listing: Listing;
  language: Language;
}) {
  const say = TEXT;
  const box = "min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170";
  return (
    <Form
      method="get"
      action="#indicators"
      preventScrollReset
      className="no-print flex flex-wrap items-end gap-4"
    >
      {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
      {listing.sort ? <input type="hidden" name="sort" value={listing.sort} /> : null}
      <label className="text-std-16N-170">
        <span className="block">{say.compare[language]}</span>
        <select name="benchmark" defaultValue={profile.benchmark} className={box}>
          <option value="nation">{say.nation[language]}</option>
          {profile.prefecture ? <option value="prefecture">{profile.prefecture.name}</option> : null}
        </select>
      </label>
      <label className="text-std-16N-170">
        <span className="block">{say.period[language]}</span>
        <select name="period" defaultValue={String(profile.period)} className={box}>
          <option value="5">{say.recent[language](5)}</option>
          <option value="10">{say.recent[language](10)}</option>
          <option value="all">{say.allYears[language]}</option>
        </select>
      </label>
      <label className="text-std-16N-170">
        <span className="block">{say.narrow[language]}</span>
        <select name="only" defaultValue={listing.only} className={box}>
          <option value="all">{say.all[language]}</option>
          <option value="worse">{say.onlyWorse[language]}</option>
        </select>
      </label>
      <Button>{say.show[language]}</Button>
    </Form>
  );
}
