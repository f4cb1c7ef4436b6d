import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SparkLine } from "#ui/charts/spark-line.tsx";
import { Folded } from "#ui/fold.tsx";
import { Section } from "#ui/page.tsx";
import { indicatorPath } from "../addresses/rules.ts";
import { keyOf, type ListedEntry, type PageProfile } from "../listing/rules.ts";
import { benchmarkNameOf, type Language } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";
import { ChangeText, Unit } from "./amounts.tsx";
import { PointText } from "./figure.tsx";

type Part = { profile: PageProfile; language: Language };

/**
 * What is worse than elsewhere and getting worse, and which targets are missed, each with the sentence that says why.
 * `issuePage` is where they can be made health issues of the area's plan, for who may; `importPage` where figures come from.
 */
export function ShortList({
  profile,
  counts,
  language,
  issuePage,
  importPage,
}: Part & {
  counts: { indicators: number; compared: number };
  issuePage: string | undefined;
  importPage: string | undefined;
}) {
  const against = benchmarkNameOf(profile, language);
  if (counts.compared === 0 && profile.missed.length === 0)
    return (
      <Section title={TEXT.nothingCompared[language]} id="worsening">
        <p>{TEXT.nothingComparedWhy[language](counts.indicators, against)}</p>
        {importPage ? (
          <p className="mt-4">
            <ButtonLink to={importPage}>{TEXT.import[language]}</ButtonLink>
          </p>
        ) : null}
      </Section>
    );
  const chosen = new URLSearchParams(profile.issues.map((key) => ["from", key]));
  return (
    <>
      <Section
        title={TEXT.worsening[language](profile.worsening.length, against)}
        id="worsening"
        actions={
          issuePage && profile.issues.length > 0 ? (
            <ButtonLink to={`${issuePage}?${chosen}`} kind="primary">
              {TEXT.makeIssue[language]}
            </ButtonLink>
          ) : null
        }
      >
        {profile.worsening.length === 0 ? (
          <p>{TEXT.worseningNone[language](counts.compared)}</p>
        ) : (
          <Entries entries={profile.worsening} profile={profile} language={language} />
        )}
        <div className="no-print">
          <Folded summary={TEXT.rule[language]}>
            <p className="max-w-3xl">{TEXT.ruleText[language]}</p>
          </Folded>
        </div>
      </Section>
      {profile.missed.length > 0 ? (
        <Section title={TEXT.missed[language](profile.missed.length)} id="missed">
          <Entries entries={profile.missed} profile={profile} language={language} />
        </Section>
      ) : null}
    </>
  );
}

function Entries({ entries, profile, language }: Part & { entries: readonly ListedEntry[] }) {
  return (
    <ul className="border-t border-solid-gray-300">
      {entries.map(({ row, sentence }) => (
        <li
          key={keyOf(row)}
          className="grid gap-x-6 gap-y-1 border-b border-solid-gray-300 py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <p className="text-std-18B-160">
              <span aria-hidden="true" className="mr-2 text-error-2">
                ▲
              </span>
              <TextLink to={indicatorPath(profile.area, row, language)}>
                {row.indicator.name}
                {row.stratum_name ? `（${row.stratum_name}）` : ""}
              </TextLink>
              {row.area.relation === "self" ? null : (
                <span className="ml-3 text-std-16N-170">{row.area.name}</span>
              )}
            </p>
            <p className="mt-1 max-w-3xl">{sentence}</p>
          </div>
          <div className="flex items-center gap-4">
            <SparkLine points={row.line.map(({ year, value }) => ({ x: year, y: value }))} />
            <p className="text-right text-std-24B-150 tabular-nums whitespace-nowrap">
              <PointText point={row.latest} row={row} language={language} />
              <Unit row={row} />
              <span className="block text-dns-14N-130 font-normal">
                <ChangeText row={row} language={language} />
              </span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
