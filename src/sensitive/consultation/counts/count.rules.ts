import {
  definePublication,
  type EditionContent,
  type EditionCounts,
  layOut,
  type Period,
} from "#evidence/publication/public.ts";
import { type FiscalYear, fiscalYearOf, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { type PlainDate, partsOf } from "#platform/kernel/plain-date.ts";
import { ASKERS, CHANNELS, OUTCOMES, SOURCES } from "../model/case.schema.ts";
import { ASKER_WORDS, CHANNEL_WORDS, OUTCOME_WORDS, SOURCE_WORDS } from "../model/consultation.messages.ts";
import { COUNTS } from "./count.messages.ts";
import { type CountedOffice, type CountFacts, REFERRAL_RESULTS, REFERRAL_WAYS } from "./count.schema.ts";

/** In place of an area's offices, where the declaration is looked at by itself. */
export const SAMPLE_OFFICES: readonly CountedOffice[] = ["東", "西", "南"].map((name, at) => ({
  id: `office-${at}` as OrganisationId,
  name,
}));

export const NAME = "consultations";

const named = (keys: readonly string[], words: Readonly<Record<string, string>>) =>
  keys.map((key) => ({ key, label: words[key]! }));

const total = COUNTS.total;
const KINDS = ["mental", "other"] as const;
const ENDS = [...OUTCOMES, "open"] as const;
const kind = { name: "kind", label: COUNTS.kind, categories: named(KINDS, COUNTS), total };
const consultations = { of: "consultations", persons: true, unit: COUNTS.countUnit } as const;
const cases = { of: "cases", persons: true, unit: COUNTS.caseUnit } as const;

/** What is published of a finished year: its offices are those that had a case. */
export function consultationCounts(offices: readonly CountedOffice[]) {
  const office = {
    ...{ name: "office", label: COUNTS.offices, total },
    categories: offices.map(({ id, name }) => ({ key: id as string, label: name })),
  };
  const one = (
    name: string,
    label: string,
    keys: readonly string[],
    words: Readonly<Record<string, string>>,
  ) => ({
    ...{ name, label, total },
    categories: named(keys, words),
  });
  const publication = definePublication({
    name: NAME,
    title: COUNTS.title,
    source: COUNTS.source,
    zero: "shown",
    tables: [
      {
        ...{ ...consultations, key: "consultations", title: COUNTS.consultations },
        note: COUNTS.consultationsNote,
        axes: [office, kind],
      },
      {
        ...{ ...consultations, key: "channels", title: COUNTS.channels },
        axes: [one("channel", COUNTS.channel, CHANNELS, CHANNEL_WORDS)],
      },
      {
        ...{ key: "persons", title: COUNTS.persons, note: COUNTS.personsNote, unit: COUNTS.personUnit },
        ...{ of: "persons", persons: true },
        axes: [office],
      },
      {
        ...{ ...cases, key: "cases", title: COUNTS.cases, note: COUNTS.casesNote },
        axes: [office, kind],
      },
      {
        ...{ ...cases, key: "sources", title: COUNTS.sources },
        axes: [one("source", "きっかけ", SOURCES, SOURCE_WORDS)],
      },
      {
        ...{ ...cases, key: "askers", title: COUNTS.askers },
        axes: [one("asker", "相談者", ASKERS, ASKER_WORDS)],
      },
      {
        ...{ ...cases, key: "outcomes", title: COUNTS.outcomes, note: COUNTS.outcomesNote },
        axes: [one("end", COUNTS.result, ENDS, { ...OUTCOME_WORDS, open: COUNTS.open })],
      },
      {
        ...{ key: "referrals", title: COUNTS.referrals, note: COUNTS.referralsNote, unit: COUNTS.caseUnit },
        ...{ of: "referrals", persons: true },
        axes: [
          one("way", COUNTS.way, REFERRAL_WAYS, COUNTS),
          one("result", COUNTS.result, REFERRAL_RESULTS, COUNTS),
        ],
      },
    ],
    figures: [{ key: "firstContact", title: COUNTS.firstContact, unit: COUNTS.days }],
  });
  return publication;
}

/** The counts behind the tables of a year. */
export function countsOf(facts: CountFacts, offices: readonly CountedOffice[]): EditionCounts {
  const sum = <T extends Readonly<{ count: number }>>(rows: readonly T[], fits: (row: T) => boolean) =>
    rows.reduce((all, row) => (fits(row) ? all + row.count : all), 0);
  const ids = offices.map(({ id }) => id);
  const byOfficeAndKind = (
    rows: readonly Readonly<{ office: OrganisationId; mental: boolean; count: number }>[],
  ) =>
    ids.flatMap((id) =>
      KINDS.map((key) => sum(rows, ({ office, mental }) => office === id && mental === (key === "mental"))),
    );
  return {
    tables: {
      consultations: byOfficeAndKind(facts.consultations),
      channels: CHANNELS.map((key) => sum(facts.consultations, ({ channel }) => channel === key)),
      persons: ids.map((id) => sum(facts.persons, ({ office }) => office === id)),
      cases: byOfficeAndKind(facts.cases),
      sources: SOURCES.map((key) => sum(facts.cases, ({ source }) => source === key)),
      askers: ASKERS.map((key) => sum(facts.cases, ({ asker }) => asker === key)),
      outcomes: ENDS.map((key) => sum(facts.cases, ({ outcome }) => outcome === key)),
      referrals: REFERRAL_WAYS.flatMap((way) =>
        REFERRAL_RESULTS.map((key) => sum(facts.referrals, (row) => row.way === way && row.result === key)),
      ),
    },
    figures: { firstContact: { value: facts.firstContact.days, persons: facts.firstContact.persons } },
  };
}

export const periodOf = (year: FiscalYear): Period => ({ key: String(year), label: showFiscalYearJa(year) });

/** Two months after its end a year is counted, once: what changes from day to day would tell of one person. */
const MONTH_COUNTED = 6;
export function lastCounted(today: PlainDate): FiscalYear {
  const { month } = partsOf(today);
  const back = month >= 4 && month < MONTH_COUNTED ? 2 : 1;
  return (fiscalYearOf(today) - back) as FiscalYear;
}

/** What an edition shows of these offices: their consultations, and those of mental health; null where it hides any. */
export function shownOf(
  content: EditionContent,
  offices: readonly OrganisationId[],
): Readonly<{ all: number; mental: number | null }> | null {
  const table = content.tables.find(({ key }) => key === "consultations");
  const rows = table ? layOut(table).rows.filter(({ key }) => offices.some((id) => id === key)) : [];
  const added = (at: number) => {
    const cells = rows.map(({ cells: own }) => own.at(at));
    return cells.every((cell) => typeof cell === "number")
      ? cells.reduce<number>((all, cell) => all + (cell as number), 0)
      : null;
  };
  const all = rows.length === 0 ? null : added(-1);
  return all === null ? null : { all, mental: added(0) };
}
