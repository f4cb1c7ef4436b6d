import { type RawBuilder, sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { ImportPermit } from "../../../access.ts";
import type { Block, StagedFigure } from "../../rows/schema.ts";
import { FAR_LEAST, FAR_TIMES } from "../../rows/whole/rules.ts";
import { KEY, list, staged } from "../staging/store.server.ts";

const SEXES = ["area_id", "indicator_no", "fiscal_year", "age_band", "source_no"] as const;
const AGES = ["area_id", "indicator_no", "fiscal_year", "sex", "source_no"] as const;
const SERIES = ["area_id", "indicator_no", "sex", "age_band", "source_no"] as const;

/** Staged figures of the groups of which the condition holds, whole groups at a time. */
async function inGroups(
  permit: ImportPermit,
  group: readonly string[],
  having: RawBuilder<unknown>,
): Promise<StagedFigure[]> {
  // Most files have none: then nothing is joined.
  const { rows: any } = await sql`
    create temporary table suspicious_group on commit drop as
    select ${list(group)} from import_staging group by ${list(group)} having ${having}`
    .execute(db(permit))
    .then(() => sql`select from suspicious_group limit 1`.execute(db(permit)));
  const { rows } =
    any.length === 0
      ? { rows: [] }
      : await sql<StagedFigure>`
          select ${staged("s")} from import_staging s join suspicious_group using (${list(group)})`.execute(
          db(permit),
        );
  await sql`drop table suspicious_group`.execute(db(permit));
  return rows;
}

/**
 * Of a large file the figures among which something may be wrong: what checkWhole() finds in all of them it finds in these.
 * The groups are found where they lie, since a million figures should not come back to be compared.
 */
export async function selectSuspicious(
  permit: ImportPermit,
  {
    blocks,
    severalSexes,
    severalAges,
    compared,
    partsOf,
  }: Readonly<{
    /** Whether figures of one block are still to be compared. */
    blocks: boolean;
    severalSexes: boolean;
    severalAges: boolean;
    /** What figures have, where there are several years of them. */
    compared: Has | undefined;
    partsOf: readonly number[];
  }>,
): Promise<Readonly<Record<"repeated" | "sexes" | "ages" | "parts" | "series", readonly StagedFigure[]>>> {
  // The rest of the import looks figures up by their key; these compare the file with itself.
  await sql`set local enable_hashjoin = on`.execute(db(permit));
  const found = {
    repeated: blocks ? await inGroups(permit, KEY, sql`count(*) > 1`) : [],
    sexes: blocks && severalSexes ? await inGroups(permit, SEXES, sexesDiffer) : [],
    ages: blocks && severalAges ? await inGroups(permit, AGES, agesDiffer) : [],
    series: compared ? await inGroups(permit, SERIES, jumps(compared)) : [],
    parts: partsOf.length > 1 ? await ofIndicators(permit, partsOf) : [],
  };
  await sql`set local enable_hashjoin = off`.execute(db(permit));
  return found;
}

const ofIndicators = async (permit: ImportPermit, numbers: readonly number[]): Promise<StagedFigure[]> =>
  (
    await sql<StagedFigure>`
      select ${staged("s")} from import_staging s where indicator_no = any (${[...numbers]}::smallint[])`.execute(
      db(permit),
    )
  ).rows;

const BLOCK = ["area_id", "indicator_no", "fiscal_year"] as const;

/** Every figure of these blocks, and of those of which one figure stands in these lines. */
export async function selectBlocks(
  permit: ImportPermit,
  lines: readonly number[],
  blocks: readonly Block[],
): Promise<readonly StagedFigure[]> {
  if (lines.length + blocks.length === 0) return [];
  await sql`set local enable_hashjoin = on`.execute(db(permit));
  const { rows } = await sql<StagedFigure>`
    with block as (
      select ${list(BLOCK)} from import_staging where line = any (${[...lines]}::bigint[])
      union
      select * from unnest(${blocks.map(({ areaId }) => areaId)}::text[],
        ${blocks.map(({ indicatorNo }) => indicatorNo)}::smallint[],
        ${blocks.map(({ fiscalYear }) => fiscalYear)}::smallint[])
    ) select ${staged("s")} from import_staging s join block using (${list(BLOCK)})`.execute(db(permit));
  await sql`set local enable_hashjoin = off`.execute(db(permit));
  return rows;
}

const ALL_AGES = 127;
const sexesDiffer = sql`count(*) > 1 and count(*) filter (where sex = 0) > 0 and (
  sum(numerator) filter (where sex <> 0) <> max(numerator) filter (where sex = 0)
  or sum(denominator) filter (where sex <> 0) <> max(denominator) filter (where sex = 0)
  or max(value) filter (where sex = 0) > max(value) filter (where sex <> 0)
  or max(value) filter (where sex = 0) < min(value) filter (where sex <> 0))`;

const inner = sql`filter (where age_band <> ${sql.lit(ALL_AGES)})`;
const whole = sql`filter (where age_band = ${sql.lit(ALL_AGES)})`;
/** Bands overlap where their widths add up to more or less than what they span together. */
const agesDiffer = sql`count(*) > 1 and (
  sum(age_band % 128 - age_band / 128 + 1) ${inner} <> max(age_band % 128) ${inner} + 1 - min(age_band / 128) ${inner}
  or sum(numerator) ${inner} > max(numerator) ${whole} or sum(denominator) ${inner} > max(denominator) ${whole}
  or min(age_band / 128) ${inner} = 0 and max(age_band % 128) ${inner} = 127 and (
    sum(numerator) ${inner} <> max(numerator) ${whole} or sum(denominator) ${inner} <> max(denominator) ${whole}
    or max(value) ${whole} > max(value) ${inner} or max(value) ${whole} < min(value) ${inner}))`;

const far = (field: string, least: number) =>
  sql`max(${sql.ref(field)}) >= ${sql.lit(least)} and max(${sql.ref(field)}) >= ${sql.lit(FAR_TIMES)} * min(${sql.ref(field)})`;
type Has = Readonly<Record<"numerator" | "denominator" | "value", boolean>>;
/** A column that no row has is not looked through. */
const jumps = (has: Has) => {
  const conditions = [
    has.numerator ? far("numerator", FAR_LEAST) : undefined,
    has.denominator ? far("denominator", FAR_LEAST) : undefined,
    has.value ? sql`${far("value", 1)} or min(value) < 0 and max(value) > 0` : undefined,
  ].filter((one) => one !== undefined);
  return sql`count(*) > 1 and (${sql.join(conditions, sql` or `)})`;
};
