import { TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { methodPath } from "../addresses/rules.ts";
import type { PageProfile } from "../listing/rules.ts";
import { type Language, showNumber, showYear } from "../messages.ts";
import type { ShownCount } from "../present.ts";
import { TEXT } from "../wording/messages.ts";

type Part = { profile: PageProfile; language: Language };

export function Ratios({ profile, language }: Part) {
  const ratios = profile.age_band_ratios;
  if (ratios.length === 0) return null;
  const first = ratios[0]!;
  const columns: Column<(typeof ratios)[number]>[] = [
    { key: "disease", head: TEXT.disease[language], cell: (ratio) => ratio.disease },
    {
      key: "ratio",
      head: `${ages(first.older)} ÷ ${ages(first.younger)}`,
      unit: TEXT.times[language],
      align: "right",
      cell: (ratio) => (ratio.ratio === null ? TEXT.suppressed[language] : showNumber(ratio.ratio, 2)),
    },
  ];
  return (
    <Section title={TEXT.ratios[language]} id="ratios" lead={TEXT.ratiosLead[language]}>
      <div className="max-w-xl">
        <Table
          caption={TEXT.ratios[language]}
          hideCaption
          columns={columns}
          rows={ratios}
          rowKey={(ratio) => ratio.disease}
        />
      </div>
      <Source of={ratios} language={language} />
      <p className="no-print mt-1">
        <TextLink to={methodPath("age-band-ratio")}>{TEXT.method[language]}</TextLink>
      </p>
    </Section>
  );
}

const ages = (band: string): string => `${band.replace("-", "〜")}歳`;

export function Targets({ profile, language }: Part) {
  const targets = profile.targets;
  if (targets.length === 0) return null;
  const columns: Column<(typeof targets)[number]>[] = [
    {
      key: "item",
      head: TEXT.indicator[language],
      cell: (target) => (
        <div className="min-w-56">
          {target.item}
          {target.goal ? (
            <span className="block text-dns-14N-130 text-solid-gray-700">{target.goal}</span>
          ) : null}
        </div>
      ),
    },
    {
      key: "baseline",
      head: TEXT.baseline[language],
      align: "right",
      cell: (target) => valueIn(target.baseline_value, target.unit, target.baseline_year, language),
    },
    {
      key: "target",
      head: TEXT.target[language],
      align: "right",
      cell: (target) =>
        valueIn(
          target.target_value,
          `${target.unit}${(target.direction === "at_least" ? TEXT.atLeast : TEXT.atMost)[language]}`,
          target.target_year,
          language,
        ),
    },
  ];
  return (
    <Section title={TEXT.targets[language]} id="targets">
      <Table
        caption={TEXT.targets[language]}
        hideCaption
        columns={columns}
        rows={targets}
        rowKey={(target) => target.item}
      />
      <Source of={targets} language={language} />
    </Section>
  );
}

function valueIn(
  value: number | null,
  unit: string,
  year: Parameters<typeof showYear>[0] | null,
  language: Language,
) {
  if (value === null) return TEXT.noData[language];
  return (
    <>
      {value.toLocaleString("ja-JP")}
      <span className="ml-0.5 text-dns-14N-130">{unit}</span>
      {year === null ? null : <span className="block text-dns-14N-130">{showYear(year, language)}</span>}
    </>
  );
}

export const countText = (count: ShownCount, language: Language): string =>
  count === null
    ? TEXT.noData[language]
    : count === "suppressed"
      ? TEXT.suppressed[language]
      : count.toLocaleString("ja-JP");

export function Source({ of, language }: { of: readonly { source: string }[]; language: Language }) {
  return (
    <p className="mt-2 text-dns-14N-130 text-solid-gray-800">
      {TEXT.source[language]}：{[...new Set(of.map((one) => one.source))].join("、")}
    </p>
  );
}
