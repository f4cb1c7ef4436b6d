import { requestOf } from "#foundation/identity/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { INDUSTRY_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import { findPlace } from "../place/usecases.server.ts";
import { HEARD_NAMES } from "../requests/asking/messages.ts";
import { cellText, SIZE_NAMES, STATISTICS } from "../statistics/messages.ts";
import { readStatistics } from "../statistics/usecases.server.ts";
import { UNMET_NAMES } from "../visits/messages.ts";
import type { Route } from "./+types/statistics";
import { CountTable } from "./count-table.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const found = shown(
    await readStatistics(app, actor, area.id, new URL(request.url).searchParams.get("year")),
  );
  const { year, sizeAndIndustry, heardFrom, unmetReason } = found.shown;
  const name = (names: Readonly<Record<string, Readonly<{ ja: string }>>>) => (key: string) =>
    key === "total" ? STATISTICS.total : (names[key]?.ja ?? STATISTICS.unsaid);
  const table = (source: typeof heardFrom, label: (key: string) => string) => ({
    columns: source.columns.map((key) => SIZE_NAMES[key] ?? key),
    rows: source.rows.map((row) => ({ label: label(row.key), cells: row.cells.map(cellText) })),
  });
  return {
    area: { slug: area.slug, name: area.name },
    year: showFiscalYearJa(fiscalYear(year)),
    years: found.years.map((one) => ({ year: one, label: showFiscalYearJa(fiscalYear(one)) })),
    sizes: table(sizeAndIndustry, name(INDUSTRY_NAMES)),
    heard: table(heardFrom, name(HEARD_NAMES)),
    unmet: table(unmetReason, (key) =>
      key === "total" ? STATISTICS.total : UNMET_NAMES[key as keyof typeof UNMET_NAMES],
    ),
    facts: found.facts,
  };
}

export default function StatisticsPage({ loaderData }: Route.ComponentProps) {
  const { area, year, years, sizes, heard, unmet, facts } = loaderData;
  const days = (value: number | null) => (value === null ? "―" : `${value}日`);
  return (
    <>
      <PageHead
        title={`${STATISTICS.title}　${area.name}`}
        lead={`${year}　${facts ? STATISTICS.staff : STATISTICS.public}`}
      />
      <nav aria-label="年度" className="flex flex-wrap gap-4">
        {years.map((one) => (
          <TextLink key={one.year} to={`?year=${one.year}`}>
            {one.label}
          </TextLink>
        ))}
      </nav>
      {facts && facts.requests === 0 ? <Empty title="この年度の依頼はありません" /> : null}
      {facts ? (
        <Section title="まとめ">
          <Facts
            items={[
              {
                name: "依頼",
                value: `${facts.requests}件（${facts.workplaces}事業所・うちはじめて ${facts.newWorkplaces}）`,
              },
              { name: "実施・応えられず", value: `${facts.held}件・${facts.unmet}件` },
              {
                name: "待った日数",
                value: `まん中 ${days(facts.waitingDays.median)}　10件中9件は ${days(facts.waitingDays.ninety)}まで`,
              },
            ]}
          />
        </Section>
      ) : null}
      <Section title="業種と従業員の人数" lead={STATISTICS.unit}>
        <CountTable caption="業種と従業員の人数" head="業種" {...sizes} />
      </Section>
      <Section title="応えられなかった理由（足りないもの）" lead={STATISTICS.unit}>
        <CountTable caption="応えられなかった理由" head="理由" columns={["件"]} rows={unmet.rows} />
      </Section>
      <Section title="どこで知ったか" lead={STATISTICS.unit}>
        <CountTable caption="どこで知ったか" head="きっかけ" columns={["件"]} rows={heard.rows} />
      </Section>
      {facts && facts.requests > 0 ? (
        <>
          <Section title="内容ごと（1件に複数あり）">
            <CountTable
              caption="内容ごと"
              head="内容"
              columns={["依頼", "応えられず"]}
              rows={facts.byTopic.map((one) => ({
                label: TOPIC_NAMES[one.topic as keyof typeof TOPIC_NAMES].ja,
                cells: [String(one.requests), String(one.unmet)],
              }))}
            />
          </Section>
          <Section title="支援機関ごと">
            <CountTable
              caption="支援機関ごと"
              head="機関"
              columns={["打診", "返事", "実施"]}
              rows={facts.bySupporter.map((one) => ({
                label: one.name,
                cells: [one.asked, one.answered, one.came].map(String),
              }))}
            />
          </Section>
        </>
      ) : null}
    </>
  );
}
