import { type Generated, sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { IndicatorPermit } from "../access.ts";
import type {
  ActivityCount,
  AgeBandRatioFact,
  AreaFacts,
  FactSection,
  Keeper,
  SurveyFact,
  SurveyFinding,
  TargetFact,
} from "./schema.ts";

type SnakeCase<Text extends string> = Text extends `${infer Head}${infer Rest}`
  ? Head extends Lowercase<Head>
    ? `${Head}${SnakeCase<Rest>}`
    : `_${Lowercase<Head>}${SnakeCase<Rest>}`
  : "";
/** The columns are the fields in the spelling of SQL. */
type Row<Fact> = { [Field in keyof Fact as SnakeCase<Field & string>]: Fact[Field] };

type FindingRow = {
  area_id: AreaId;
  survey_key: string;
  position: number;
  published: Generated<boolean>;
} & SurveyFinding;

declare module "#platform/db/database.ts" {
  interface Tables {
    age_band_ratio: Row<AgeBandRatioFact>;
    area_target: Row<TargetFact>;
    area_survey: Row<SurveyFact>;
    area_survey_finding: FindingRow;
    activity_count: Row<ActivityCount>;
  }
}

type FactTable = "age_band_ratio" | "area_target" | "area_survey" | "activity_count";

const TABLE_OF: Readonly<Record<FactSection, FactTable>> = {
  age_band_ratios: "age_band_ratio",
  targets: "area_target",
  surveys: "area_survey",
  activities: "activity_count",
};

/** Everything known of the area beside its observations, as one row: one way to the database for five tables. */
export async function selectFacts(
  permit: IndicatorPermit,
  area: AreaId,
  unpublished: boolean,
): Promise<AreaFacts> {
  const all = (table: FactTable, order: string) =>
    sql`coalesce((select jsonb_agg(fact order by ${sql.raw(order)}) from ${sql.table(table)} fact
      where area_id = ${area} and (published or ${unpublished})), '[]')`;
  const { rows } = await sql<{
    ratios: Row<AgeBandRatioFact>[];
    targets: Row<TargetFact>[];
    surveys: Row<SurveyFact>[];
    findings: FindingRow[];
    activities: Row<ActivityCount>[];
  }>`select
    ${all("age_band_ratio", "position, disease")} as ratios,
    ${all("area_target", "origin, position, key")} as targets,
    ${all("area_survey", "fiscal_year desc, key")} as surveys,
    ${all("activity_count", "fiscal_year, kind, origin, key")} as activities,
    coalesce((select jsonb_agg(found order by position) from area_survey_finding found
      where area_id = ${area}), '[]') as findings`.execute(db(permit));
  const found = rows[0]!;
  return {
    ageBandRatios: found.ratios.map((row) => factOf<AgeBandRatioFact>(row)),
    targets: found.targets.map((row) => factOf<TargetFact>(row)),
    surveys: found.surveys.map((row) => ({
      ...factOf<SurveyFact>(row),
      findings: found.findings
        .filter((finding) => finding.survey_key === row.key)
        .map(({ topic, finding }) => ({ topic, finding })),
    })),
    activities: found.activities.map((row) => factOf<ActivityCount>(row)),
  };
}

export const upsertAgeBandRatio = (permit: IndicatorPermit, fact: AgeBandRatioFact) =>
  upsert(permit, "age_band_ratio", ["area_id", "disease", "older_from", "younger_from"], [fact]);

const KEPT_BY_ORIGIN = ["area_id", "origin", "key"];

/**
 * All targets of a keeper: what is not among them any more is taken away, and what was changed is public no more, until
 * it is published as it is now.
 */
export async function replaceTargets(
  work: Work,
  keeper: Keeper,
  facts: readonly TargetFact[],
): Promise<void> {
  await deleteOthers(work, "area_target", keeper, facts);
  const content = Object.keys(facts[0] ?? {}).filter(
    (field) => field !== "published" && field !== "position",
  );
  await upsert(work, "area_target", KEPT_BY_ORIGIN, facts, content);
}

/** All counts of a keeper in these fiscal years. */
export async function replaceActivityCounts(
  work: Work,
  keeper: Keeper,
  years: readonly FiscalYear[],
  facts: readonly ActivityCount[],
): Promise<void> {
  await deleteOthers(work, "activity_count", keeper, facts, years);
  await upsert(work, "activity_count", KEPT_BY_ORIGIN, facts);
}

export async function upsertSurvey(
  permit: Work,
  fact: SurveyFact,
  findings: readonly SurveyFinding[],
): Promise<void> {
  await upsert(permit, "area_survey", ["area_id", "key"], [fact]);
  await db(permit)
    .deleteFrom("area_survey_finding")
    .where("area_id", "=", fact.areaId)
    .where("survey_key", "=", fact.key)
    .execute();
  if (findings.length === 0) return;
  const rows = findings.map((finding, position) => ({
    area_id: fact.areaId,
    survey_key: fact.key,
    position,
    ...finding,
  }));
  await db(permit).insertInto("area_survey_finding").values(rows).execute();
  await sql`update area_survey_finding finding set published = survey.published from area_survey survey
    where survey.area_id = ${fact.areaId} and survey.key = ${fact.key}
      and finding.area_id = survey.area_id and finding.survey_key = survey.key`.execute(db(permit));
}

/** A survey that its keeper takes back, with its findings. */
export async function deleteSurvey(work: Work, area: AreaId, key: string): Promise<void> {
  await db(work)
    .deleteFrom("area_survey_finding")
    .where("area_id", "=", area)
    .where("survey_key", "=", key)
    .execute();
  await db(work).deleteFrom("area_survey").where("area_id", "=", area).where("key", "=", key).execute();
}

async function deleteOthers(
  work: Work,
  table: "area_target" | "activity_count",
  { areaId, origin }: Keeper,
  facts: readonly Readonly<{ key: string }>[],
  years?: readonly FiscalYear[],
): Promise<void> {
  const among = years ? sql`and fiscal_year = any(${[...years]}::int[])` : sql``;
  await sql`delete from ${sql.table(table)} where area_id = ${areaId} and origin = ${origin} ${among}
    and key <> all(${facts.map((fact) => fact.key)}::text[])`.execute(db(work));
}

export async function publishKeptTargets(work: Work, { areaId, origin }: Keeper): Promise<void> {
  await db(work)
    .updateTable("area_target")
    .set({ published: true })
    .where("area_id", "=", areaId)
    .where("origin", "=", origin)
    .where("published", "=", false)
    .execute();
}

/** Returns how many rows changed. */
export async function updateFactsPublished(
  permit: IndicatorPermit,
  area: AreaId,
  section: FactSection,
  published: boolean,
): Promise<number> {
  const result = await db(permit)
    .updateTable(TABLE_OF[section])
    .set({ published })
    .where("area_id", "=", area)
    .where("published", "!=", published)
    .executeTakeFirst();
  // A finding is public with its survey, and says so itself: no policy looks into another table.
  if (section === "surveys")
    await db(permit)
      .updateTable("area_survey_finding")
      .set({ published })
      .where("area_id", "=", area)
      .execute();
  return Number(result.numUpdatedRows);
}

export type SectionCount = Readonly<{ section: FactSection; rows: number; published: number }>;

export async function countFacts(permit: IndicatorPermit, area: AreaId): Promise<SectionCount[]> {
  const counts = Object.entries(TABLE_OF).map(
    ([section, table]) => sql`
      select ${section} as section, count(*) as rows, count(*) filter (where published) as published
      from ${sql.table(table)} where area_id = ${area}`,
  );
  const { rows } = await sql<SectionCount>`${sql.join(counts, sql` union all `)}`.execute(db(permit));
  return rows;
}

/**
 * What stands already keeps its publication: that is decided by people, not by the next load. Where `content` names
 * fields, it keeps it only so long as those stay the same.
 */
async function upsert(
  work: Work,
  table: FactTable,
  keys: readonly string[],
  facts: readonly Readonly<Record<string, unknown>>[],
  content: readonly string[] = [],
): Promise<void> {
  if (facts.length === 0) return;
  const fields = Object.keys(facts[0]!);
  const columns = fields.map(columnOf);
  const changing = columns.filter((column) => column !== "published" && !keys.includes(column));
  const same = content.map((field) => {
    const column = columnOf(field);
    return sql`${sql.ref(`${table}.${column}`)} is not distinct from ${sql.ref(`excluded.${column}`)}`;
  });
  const still = sql`published = ${sql.join([sql.ref(`${table}.published`), ...same], sql` and `)}`;
  const rows = facts.map((fact) => sql`(${sql.join(fields.map((field) => fact[field]))})`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(rows)}
    on conflict (${sql.join(keys.map((key) => sql.ref(key)))}) do update set
      ${sql.join([...changing.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`), still])}`.execute(
    db(work),
  );
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const factOf = <Fact>(row: Row<Fact>): Fact =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_[a-z]/g, (part) => part[1]!.toUpperCase()),
      value,
    ]),
  ) as Fact;
