import type { ComponentProps } from "react";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { CountTable } from "#ui/count-table.tsx";
import { Facts as Pairs, Section } from "#ui/page.tsx";
import { TOPIC_NAMES } from "../../model/offer.messages.ts";
import { TOPICS } from "../../model/offer-lists.schema.ts";
import { UNMET_NAMES } from "../../model/visit.messages.ts";
import { UNMET_REASONS } from "../../model/visit.rules.ts";
import { STATISTICS, SUMMARY, SUPPORTERS, UNMET, YEARS } from "../../statistics/statistics.messages.ts";
import type { Facts, Supporter, YearSums } from "../../statistics/statistics.schema.ts";

export function Summary({ sums, before }: { sums: YearSums; before: YearSums | undefined }) {
  const beside = (now: string, then: string | undefined) =>
    then === undefined ? now : `${now}　${SUMMARY.lastYear(then)}`;
  return (
    <Section title={SUMMARY.title}>
      <Pairs
        items={[
          {
            name: SUMMARY.requests,
            value: beside(SUMMARY.cases(sums.requests), before && SUMMARY.cases(before.requests)),
          },
          {
            name: SUMMARY.workplaces,
            value: beside(SUMMARY.whose(sums), before && SUMMARY.places(before.workplaces)),
          },
          { name: SUMMARY.outcome, value: beside(SUMMARY.became(sums), before && SUMMARY.became(before)) },
          { name: SUMMARY.waited, value: beside(SUMMARY.days(sums), before && SUMMARY.days(before)) },
          { name: SUMMARY.consultations, value: SUMMARY.shown(sums.consultations) },
        ]}
      />
    </Section>
  );
}

type Told = Omit<ComponentProps<typeof CountTable>, "caption"> & Readonly<{ title: string; lead: string }>;
const Counted = ({ title, lead, head, columns, rows }: Told) => (
  <Section {...{ title, lead }}>
    <CountTable caption={title} {...{ head, columns, rows }} />
  </Section>
);

/** What the area lacks: of which topic, and why. */
export function UnmetByTopic({ facts }: { facts: Facts }) {
  const count = (topic: string, reason: string) =>
    facts.byTopicAndReason.find((one) => one.topic === topic && one.reason === reason)?.count ?? 0;
  const topics = TOPICS.filter((topic) => UNMET_REASONS.some((reason) => count(topic, reason) > 0));
  if (topics.length === 0) return null;
  return (
    <Counted
      {...{ ...UNMET, lead: STATISTICS.each, columns: UNMET_REASONS.map((reason) => UNMET_NAMES[reason]) }}
      rows={topics.map((topic) => ({
        label: TOPIC_NAMES[topic].ja,
        cells: UNMET_REASONS.map((reason) => String(count(topic, reason))),
      }))}
    />
  );
}

export function Supporters({ supporters }: { supporters: readonly Supporter[] }) {
  if (supporters.length === 0) return null;
  return (
    <Counted
      {...SUPPORTERS}
      rows={supporters.map((one) => ({
        label: one.name,
        cells: [...[one.asked, one.answered, one.willing, one.came].map(String), STATISTICS.days(one.days)],
      }))}
    />
  );
}

export function AcrossYears({ years }: { years: readonly YearSums[] }) {
  return (
    <Counted
      {...YEARS}
      rows={years.map((one) => ({
        label: showFiscalYearJa(fiscalYear(one.year)),
        cells: [
          ...[one.requests, one.workplaces, one.newWorkplaces, one.held, one.unmet].map(String),
          STATISTICS.days(one.median),
        ],
      }))}
    />
  );
}
