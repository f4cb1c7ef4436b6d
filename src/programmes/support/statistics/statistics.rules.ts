import {
  definePublication,
  type EditionContent,
  type EditionCounts,
  type Period,
} from "#evidence/publication/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { INDUSTRY_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import { INDUSTRIES, TOPICS } from "../model/offer-lists.schema.ts";
import { HEARD_NAMES } from "../model/request-form.messages.ts";
import { HEARD_FROM } from "../model/request-lists.schema.ts";
import { UNMET_NAMES } from "../model/visit.messages.ts";
import { UNMET_REASONS } from "../model/visit.rules.ts";
import { SIZE_NAMES, STATISTICS, TABLES } from "./statistics.messages.ts";
import { type Facts, SIZE_BANDS } from "./statistics.schema.ts";

const HEARD = ["", ...HEARD_FROM];
const named = (keys: readonly string[], names: Readonly<Record<string, string | { readonly ja: string }>>) =>
  keys.map((key) => {
    const name = names[key] ?? STATISTICS.unsaid;
    return { key, label: typeof name === "string" ? name : name.ja };
  });

const total = STATISTICS.total;
const ofRequests = { of: "requests", persons: true, unit: TABLES.unit } as const;
const end = { ...UNMET_NAMES, else: TABLES.else };

/**
 * What is public of a finished year: tables of the same requests. How they ended is told when all have: what changes from
 * one day to the next would tell of one workplace.
 */
export const REQUEST_STATISTICS = definePublication({
  name: "requests",
  title: STATISTICS.title,
  source: TABLES.source,
  zero: "shown",
  tables: [
    {
      ...{ ...ofRequests, key: "sizeAndIndustry", title: TABLES.sizeAndIndustry },
      axes: [
        { name: "industry", label: TABLES.industry, categories: named(INDUSTRIES, INDUSTRY_NAMES), total },
        { name: "size", label: TABLES.size, categories: named(SIZE_BANDS, SIZE_NAMES), total },
      ],
    },
    {
      ...{ ...ofRequests, key: "outcome", title: TABLES.outcome },
      // All other requests are a category too, suppressed with the rest: total minus unmet would give a hidden count back.
      axes: [
        { name: "end", label: TABLES.reason, categories: named([...UNMET_REASONS, "else"], end), total },
      ],
    },
    {
      ...{ ...ofRequests, key: "topics", title: TABLES.topics, note: STATISTICS.each },
      axes: [
        { name: "topic", label: TABLES.topic, categories: named(TOPICS, TOPIC_NAMES), overlapping: true },
        {
          ...{
            name: "met",
            label: TABLES.met,
            total: TABLES.requests,
            totalFirst: true,
            unpublished: ["met"],
          },
          categories: named(["unmet", "met"], { unmet: TABLES.unmet }),
          groups: { of: "end", categories: { unmet: UNMET_REASONS, met: ["else"] } },
        },
      ],
    },
    {
      ...{ ...ofRequests, key: "newcomers", title: TABLES.newcomers },
      axes: [
        { name: "newcomer", label: TABLES.workplace, categories: named(["first", "again"], TABLES), total },
      ],
    },
    {
      ...{ ...ofRequests, key: "heardFrom", title: TABLES.heardFrom },
      axes: [{ name: "heard", label: TABLES.occasion, categories: named(HEARD, HEARD_NAMES), total }],
    },
  ],
  figures: [{ key: "waitingDays", title: TABLES.waited, unit: TABLES.days }],
});

export const periodOf = (year: number): Period => ({
  key: String(year),
  label: showFiscalYearJa(fiscalYear(year)),
});

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** The counts behind the tables of a year. */
export function countsOf(facts: Facts): EditionCounts {
  const { requests, first, open, fixed, median } = facts.sums;
  const counted = (keys: readonly string[], from: Facts["byHeardFrom"]) =>
    keys.map((key) => from.find((one) => one.key === key)?.count ?? 0);
  const sized = (industry: string, size: string) =>
    facts.bySizeAndIndustry.find((row) => row.size === size && row.industry === industry)?.count ?? 0;
  const reasons = counted(UNMET_REASONS, facts.byUnmetReason);
  const topic = (key: string) => facts.byTopic.find((row) => row.topic === key) ?? { requests: 0, unmet: 0 };
  const ended = {
    outcome: [...reasons, requests - sum(reasons)],
    topics: [...TOPICS.map(topic), { requests, unmet: sum(reasons) }].flatMap((one) => [
      one.unmet,
      one.requests - one.unmet,
    ]),
  };
  return {
    tables: {
      sizeAndIndustry: INDUSTRIES.flatMap((industry) => SIZE_BANDS.map((size) => sized(industry, size))),
      newcomers: [first, requests - first],
      heardFrom: counted(HEARD, facts.byHeardFrom),
      ...(open > 0 ? {} : ended),
    },
    figures: { waitingDays: { value: median, persons: fixed } },
  };
}

/** Whether there was no request in that year. */
export function isWithoutRequests({ tables }: EditionContent): boolean {
  return tables.find(({ key }) => key === "newcomers")!.cells.at(-1) === 0;
}
