import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { Section } from "#ui/page.tsx";
import { TOPICS } from "../offers/lists/schema.ts";
import { TOPIC_NAMES } from "../offers/messages.ts";
import { STATISTICS } from "../statistics/messages.ts";
import type { Facts, Supporter, YearSums } from "../statistics/schema.ts";
import { UNMET_NAMES } from "../visits/messages.ts";
import { UNMET_REASONS } from "../visits/rules.ts";
import { CountTable } from "./count-table.tsx";

/** What the area lacks: of which topic, and why. */
export function UnmetByTopic({ facts }: { facts: Facts }) {
  const count = (topic: string, reason: string) =>
    facts.byTopicAndReason.find((one) => one.topic === topic && one.reason === reason)?.count ?? 0;
  const topics = TOPICS.filter((topic) => UNMET_REASONS.some((reason) => count(topic, reason) > 0));
  if (topics.length === 0) return null;
  return (
    <Section title="応えられなかった内容と理由" lead="1件に複数の内容があるときは、それぞれに数えます。">
      <CountTable
        caption="応えられなかった内容と理由"
        head="内容"
        columns={UNMET_REASONS.map((reason) => UNMET_NAMES[reason])}
        rows={topics.map((topic) => ({
          label: TOPIC_NAMES[topic].ja,
          cells: UNMET_REASONS.map((reason) => String(count(topic, reason))),
        }))}
      />
    </Section>
  );
}

export function Supporters({ supporters }: { supporters: readonly Supporter[] }) {
  if (supporters.length === 0) return null;
  return (
    <Section title="支援機関ごと" lead="この年度に受けた依頼についての打診です。">
      <CountTable
        caption="支援機関ごと"
        head="機関"
        columns={["打診", "返事", "うち行ける", "実施", "返事まで（まん中）"]}
        rows={supporters.map((one) => ({
          label: one.name,
          cells: [...[one.asked, one.answered, one.willing, one.came].map(String), STATISTICS.days(one.days)],
        }))}
      />
    </Section>
  );
}

export function AcrossYears({ years }: { years: readonly YearSums[] }) {
  return (
    <Section title="年度ごと">
      <CountTable
        caption="年度ごと"
        head="年度"
        columns={["依頼", "事業所", "はじめて", "実施", "応えられず", "待った日数（まん中）"]}
        rows={years.map((one) => ({
          label: showFiscalYearJa(fiscalYear(one.year)),
          cells: [
            ...[one.requests, one.workplaces, one.newWorkplaces, one.held, one.unmet].map(String),
            STATISTICS.days(one.median),
          ],
        }))}
      />
    </Section>
  );
}
