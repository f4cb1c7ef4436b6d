import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { type AgeBand, ALL_AGES, showAgeBandJa } from "../observations/schema.ts";
import { meaningValue } from "./columns/schema.ts";
import { ROLE_LABEL } from "./messages.ts";
import type { ImportView } from "./reading/schema.ts";
import { type ImportBatch, ROLES } from "./schema.ts";

const CHANGES_SHOWN = 200;
const SEX_WORDS = ["", "男", "女"] as const;

/** What is told of an import; by whom and within whose reach it was begun is not. */
export const presentBatch = (batch: ImportBatch) => ({
  id: batch.id,
  createdAt: batch.createdAt,
  fileName: batch.fileName,
  fileBytes: batch.fileBytes,
  fileSha256: batch.fileSha256,
  state: batch.state,
  encoding: batch.encoding,
  header: batch.header,
  sample: batch.sample,
  mapping: batch.mapping,
  choices: batch.choices,
  bytesRead: batch.bytesRead,
  counts: batch.counts,
  changes: batch.changes,
  problem: batch.problem,
});
export type ImportFacts = ReturnType<typeof presentBatch>;

/** A line of the list of imports. */
export const presentListed = (batch: ImportBatch, who: string) => ({
  id: batch.id,
  createdAt: batch.createdAt,
  fileName: batch.fileName,
  fileSha256: batch.fileSha256,
  encoding: batch.encoding,
  state: batch.state,
  counts: batch.counts,
  who,
});

/** What the page of one import shows. */
export function presentImport({ batch, dictionary, rejected, next, areaNames, who }: ImportView) {
  const indicatorNames = Object.fromEntries(
    dictionary.indicators.map(({ code, name_ja }) => [code, name_ja]),
  );
  const nameOf = (code: string, sex = 0, band: AgeBand = ALL_AGES) =>
    [indicatorNames[code] ?? code, SEX_WORDS[sex], band === ALL_AGES ? "" : showAgeBandJa(band)]
      .filter(Boolean)
      .join(" ");
  const matching = batch.state === "matching";
  return {
    id: batch.id,
    fileName: batch.fileName,
    state: batch.state,
    when: showInstantJa(batch.createdAt),
    who,
    encoding: batch.encoding,
    problem: batch.problem,
    columns: matching ? columnsOf(batch, indicatorNames) : [],
    choices: batch.choices,
    counts: batch.counts,
    percent: batch.fileBytes > 0 ? Math.min(100, Math.floor((batch.bytesRead / batch.fileBytes) * 100)) : 0,
    changes: (batch.changes?.counts ?? [])
      .slice(0, CHANGES_SHOWN)
      .map(({ indicator, fiscalYear, added, changed }) => ({
        key: `${indicator} ${fiscalYear}`,
        name: nameOf(indicator),
        fiscalYear: fiscalYear as FiscalYear,
        added,
        changed,
      })),
    examples: (batch.changes?.examples ?? []).map((row, index) => ({
      key: String(index),
      area: areaNames[row.area] ?? row.area,
      name: nameOf(row.indicator, row.sex, row.ageBand as AgeBand),
      fiscalYear: row.fiscalYear as FiscalYear,
      before: row.before,
      after: row.after,
    })),
    problems: rejected.flatMap(({ line, problems }) =>
      problems.map(({ column, value, mend }, index) => ({
        key: `${line} ${index}`,
        line,
        column,
        value,
        mend,
      })),
    ),
    next: next === undefined ? undefined : String(next),
    indicators: matching
      ? dictionary.indicators.map(({ code, name_ja }) => ({ value: code, label: name_ja }))
      : [],
    sources: matching ? dictionary.sources.map(({ code, name_ja }) => ({ value: code, label: name_ja })) : [],
  };
}

/** The columns with what each may mean; one that was read as an indicator's own offers that first. */
function columnsOf(batch: ImportFacts, indicatorNames: Readonly<Record<string, string>>) {
  return (batch.header ?? []).map((name, index) => {
    const proposed = batch.mapping?.[index] ?? { role: "ignore" as const };
    const own = proposed.indicator
      ? [
          {
            value: meaningValue(proposed),
            label: `${ROLE_LABEL[proposed.role]}: ${indicatorNames[proposed.indicator]}`,
          },
        ]
      : [];
    return {
      name,
      index,
      meaning: meaningValue(proposed),
      options: [...own, ...ROLES.map((role) => ({ value: meaningValue({ role }), label: ROLE_LABEL[role] }))],
      sample: batch.sample
        .map((row) => row[index] ?? "")
        .filter(Boolean)
        .slice(0, 3)
        .join("、"),
    };
  });
}

export type ImportPage = ReturnType<typeof presentImport>;
