import { Section } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { PageProfile } from "../listing/rules.ts";
import { type Language, showNumber, showWhen } from "../messages.ts";
import type { PresentedFact } from "../present.ts";
import { TEXT } from "../wording/messages.ts";

/** What the area is like: population, workplaces by size and industry. Shares are computed from the counts. */
export function AreaFacts({ profile, language }: { profile: PageProfile; language: Language }) {
  const say = TEXT;
  if (profile.facts.length === 0) return null;
  const columns: Column<PresentedFact>[] = [
    {
      key: "name",
      head: say.indicator[language],
      cell: (fact) => (
        <div className="min-w-44">
          {fact.indicator.name}
          {fact.stratum_name ? `（${fact.stratum_name}）` : ""}
          {fact.area.relation === "self" ? null : (
            <span className="block text-dns-14N-130">{fact.area.name}</span>
          )}
        </div>
      ),
    },
    {
      key: "value",
      head: say.value[language],
      align: "right",
      cell: (fact) => <FactValue fact={fact} language={language} />,
    },
    {
      key: "share",
      head: say.share[language],
      align: "right",
      cell: (fact) =>
        fact.share_percent === null ? (
          ""
        ) : (
          <span title={say.shareOf[language](fact.share_of ?? "")}>
            {showNumber(fact.share_percent, 1)}
            <span className="ml-0.5 text-dns-14N-130">%</span>
          </span>
        ),
    },
    {
      key: "when",
      head: say.when[language],
      cell: (fact) => (
        <span className="whitespace-nowrap">{showWhen(fact.fiscal_year, fact.as_of, language)}</span>
      ),
    },
    {
      key: "source",
      head: say.source[language],
      cell: (fact) => <div className="min-w-36">{fact.source.name}</div>,
    },
  ];
  return (
    <Section title={say.facts[language]} id="facts">
      <Table
        caption={say.facts[language]}
        hideCaption
        columns={columns}
        rows={profile.facts}
        rowKey={(fact) => `${fact.indicator.code}/${fact.area.id}/${fact.sex}/${fact.age_band}`}
      />
    </Section>
  );
}

export function FactValue({ fact, language }: { fact: PresentedFact; language: Language }) {
  if (fact.suppressed) return TEXT.suppressed[language];
  if (fact.value === null) return TEXT.noData[language];
  const change = fact.indicator.code.includes("_change_");
  return (
    <>
      {change && fact.value > 0 ? "+" : ""}
      {showNumber(fact.value, fact.indicator.decimals).replace("-", "−")}
      <span className="ml-1 text-dns-14N-130">{fact.indicator.unit_name}</span>
    </>
  );
}
