import { Section } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { PageProfile } from "../listing/rules.ts";
import { type Language, showNumber, showYear } from "../messages.ts";

import { TEXT } from "../wording/messages.ts";
import { countText, Source } from "./known.tsx";
import { Where } from "./where.tsx";

type Part = { profile: PageProfile; language: Language };

/** Consultations and the like, year by year, parts with their share of the whole. */
export function Support({ profile, language }: Part) {
  const support = profile.support;
  if (!support) return null;
  type Year = (typeof support.years)[number];
  const columns: Column<Year>[] = [
    {
      key: "year",
      head: TEXT.year[language],
      cell: (year) => <span className="whitespace-nowrap">{showYear(year.fiscal_year, language)}</span>,
    },
    ...support.years[0]!.counts.map(
      (first, i): Column<Year> => ({
        key: first.indicator,
        head: first.name,
        unit: first.unit_name,
        align: "right",
        cell: (year) => {
          const { count, percent_of_whole: percent } = year.counts[i]!;
          return (
            <>
              {countText(count, language)}
              {percent === null ? null : (
                <span className="ml-2 text-dns-14N-130">({showNumber(percent, 1)}%)</span>
              )}
            </>
          );
        },
      }),
    ),
  ];
  return (
    <Section title={TEXT.support[language]} id="support">
      <Table
        caption={TEXT.support[language]}
        hideCaption
        columns={columns}
        rows={support.years}
        rowKey={(year) => String(year.fiscal_year)}
      />
      <div className="text-dns-14N-130 text-solid-gray-800">
        <Where row={support} area={profile.area} language={language} />
        {support.break ? (
          <p>
            {TEXT.supportBreak[language](
              showYear(support.break.until, language),
              showYear(support.break.from, language),
            )}
          </p>
        ) : null}
      </div>
    </Section>
  );
}

/** What was done, by year and kind: how often and for how many. */
export function Activities({ profile, language }: Part) {
  const years = profile.activities;
  if (years.length === 0) return null;
  type Year = (typeof years)[number];
  const columns: Column<Year>[] = [
    {
      key: "year",
      head: TEXT.year[language],
      cell: (year) => <span className="whitespace-nowrap">{showYear(year.fiscal_year, language)}</span>,
    },
    ...years[0]!.counts.flatMap((kind, i): Column<Year>[] => [
      {
        key: `${kind.kind}-sessions`,
        head: kind.label,
        unit: language === "ja" ? "回" : TEXT.sessions.en,
        align: "right",
        cell: (year) => countText(year.counts[i]!.sessions, language),
      },
      {
        key: `${kind.kind}-participants`,
        head: TEXT.participants[language],
        unit: language === "ja" ? "人" : "",
        align: "right",
        cell: (year) => countText(year.counts[i]!.participants, language),
      },
    ]),
  ];
  return (
    <Section title={TEXT.activities[language]} id="activities">
      <Table
        caption={TEXT.activities[language]}
        hideCaption
        columns={columns}
        rows={years}
        rowKey={(year) => String(year.fiscal_year)}
      />
      <Source of={profile.activity_sources.map((source) => ({ source }))} language={language} />
    </Section>
  );
}
