import { sql } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CountedEdition } from "./edition.rules.ts";
import type { Edition, EditionContent, EditionCounts, EditionName } from "./edition.schema.ts";

export type Series = Readonly<{ area: AreaId; publication: string; period: string }>;

/** One publisher of a period at a time, so that each edition is suppressed beside the one before it. */
export async function holdSeries(permit: Permit, { area, publication, period }: Series): Promise<void> {
  const key = `publication:${area}:${publication}:${period}`;
  await sql`select pg_advisory_xact_lock(hashtext(${key}))`.execute(tables(permit));
}

const editions = (permit: Permit, area: AreaId) =>
  tables(permit)
    .selectFrom("publicationEdition as edition")
    .where("edition.areaId", "=", area)
    .select(["publication", "period", "number", "content", "madeAt", "withdrawnAt", "withdrawnFor"])
    .select(
      sql<boolean>`exists (select from publication_edition later where later.area_id = edition.area_id
        and later.publication = edition.publication and later.period = edition.period and later.number > edition.number)`.as(
        "replaced",
      ),
    );
type Row = Omit<Edition, "content"> & Readonly<{ content: string }>;
const read = (row: Row): Edition => ({ ...row, content: JSON.parse(row.content) as EditionContent });

/** All editions of an area, newest first. */
export async function selectEditions(permit: Permit, area: AreaId): Promise<Edition[]> {
  const rows = await editions(permit, area)
    .orderBy("madeAt", "desc")
    .orderBy("publication")
    .orderBy("period", "desc")
    .orderBy("number", "desc")
    .execute();
  return rows.map(read);
}

/** All editions of all areas. */
export async function selectEveryEdition(permit: Permit): Promise<{ area: AreaId; edition: Edition }[]> {
  const areas = await tables(permit).selectFrom("publicationEdition").select("areaId").distinct().execute();
  const found = await Promise.all(
    areas.map(async ({ areaId: area }) =>
      (await selectEditions(permit, area)).map((edition) => ({ area, edition })),
    ),
  );
  return found.flat();
}

export async function findEdition(
  permit: Permit,
  area: AreaId,
  name: EditionName,
): Promise<Edition | undefined> {
  const row = await editions(permit, area)
    .where("publication", "=", name.publication)
    .where("period", "=", name.period)
    .where("number", "=", name.number)
    .executeTakeFirst();
  return row && read(row);
}

/** The last edition of one period, also where it was withdrawn. */
export async function findLastEdition(
  permit: Permit,
  { area, publication, period }: Series,
): Promise<Edition | undefined> {
  const row = await editions(permit, area)
    .where("publication", "=", publication)
    .where("period", "=", period)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && read(row);
}

/** The last editions of these publications in one period, without those that were withdrawn. */
export async function selectLastEditions(
  permit: Permit,
  area: AreaId,
  publications: readonly string[],
  period: string,
): Promise<Edition[]> {
  const rows = await editions(permit, area)
    .where("publication", "=", sql<string>`any(${[...publications]}::text[])`)
    .where("period", "=", period)
    .orderBy("number", "desc")
    .execute();
  return rows.filter(({ replaced, withdrawnAt }) => !replaced && withdrawnAt === null).map(read);
}

/** The periods of which editions of these publications stand, the last first. */
export async function selectPeriods(
  permit: Permit,
  area: AreaId,
  publications: readonly string[],
): Promise<string[]> {
  const rows = await tables(permit)
    .selectFrom("publicationEdition")
    .select("period")
    .distinct()
    .where("areaId", "=", area)
    .where("publication", "=", sql<string>`any(${[...publications]}::text[])`)
    .where("withdrawnAt", "is", null)
    .orderBy("period", "desc")
    .execute();
  return rows.map(({ period }) => period);
}

/** All editions of one period with the counts behind them, newest first. */
export async function selectCounted(
  permit: Permit,
  { area, publication, period }: Series,
): Promise<(CountedEdition & { number: number; withdrawn: boolean })[]> {
  const rows = await tables(permit)
    .selectFrom("publicationEdition as edition")
    .innerJoin("publicationCounts as counted", (join) =>
      join
        .onRef("counted.areaId", "=", "edition.areaId")
        .onRef("counted.publication", "=", "edition.publication")
        .onRef("counted.period", "=", "edition.period")
        .onRef("counted.number", "=", "edition.number"),
    )
    .select(["edition.number", "edition.content", "edition.withdrawnAt", "counted.counts"])
    .where("edition.areaId", "=", area)
    .where("edition.publication", "=", publication)
    .where("edition.period", "=", period)
    .orderBy("edition.number", "desc")
    .execute();
  return rows.map(({ number, content, counts, withdrawnAt }) => ({
    number,
    withdrawn: withdrawnAt !== null,
    content: JSON.parse(content) as EditionContent,
    counts: JSON.parse(counts) as EditionCounts,
  }));
}

export async function insertEdition(
  permit: Permit,
  { area, publication, period }: Series,
  number: number,
  { content, counts }: CountedEdition,
): Promise<void> {
  const key = { areaId: area, publication, period, number };
  await tables(permit)
    .insertInto("publicationEdition")
    .values({ ...key, madeAt: permit.clock.now(), content: JSON.stringify(content) })
    .execute();
  await tables(permit)
    .insertInto("publicationCounts")
    .values({ ...key, counts: JSON.stringify(counts) })
    .execute();
}

/** Marks an edition as withdrawn, or takes that back; false where there is none in the other state. */
export async function updateWithdrawal(
  permit: Permit,
  area: AreaId,
  { publication, period, number }: EditionName,
  { at, reason }: Readonly<{ at: Date | null; reason: string }>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("publicationEdition")
    .set({ withdrawnAt: at, withdrawnFor: reason })
    .where("areaId", "=", area)
    .where("publication", "=", publication)
    .where("period", "=", period)
    .where("number", "=", number)
    .where("withdrawnAt", at ? "is" : "is not", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes that it was looked on that day whether anything is to be published, up to that period. */
export async function upsertRound(
  permit: Permit,
  area: AreaId,
  publication: string,
  round: Readonly<{ checkedOn: PlainDate; lastPeriod: string }>,
): Promise<void> {
  await tables(permit)
    .insertInto("publicationRound")
    .values({ areaId: area, publication, ...round })
    .onConflict((row) => row.columns(["areaId", "publication"]).doUpdateSet(round))
    .execute();
}

/** The last period that an area's editions were looked at for; undefined before the first time. */
export async function findLastPeriod(
  permit: Permit,
  area: AreaId,
  publication: string,
): Promise<string | undefined> {
  const row = await tables(permit)
    .selectFrom("publicationRound")
    .select("lastPeriod")
    .where("areaId", "=", area)
    .where("publication", "=", publication)
    .executeTakeFirst();
  return row?.lastPeriod;
}

/** The areas that were looked at on that day or later. */
export async function selectChecked(permit: Permit, publication: string, on: PlainDate): Promise<AreaId[]> {
  const rows = await tables(permit)
    .selectFrom("publicationRound")
    .select("areaId")
    .where("publication", "=", publication)
    .where("checkedOn", ">=", on)
    .execute();
  return rows.map((row) => row.areaId);
}
