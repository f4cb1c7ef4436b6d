import { type RawBuilder, sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { hoursOf } from "../model/hours.rules.ts";
import type { Resource } from "../model/resource.schema.ts";

export type Harvest = Readonly<{
  tokens: readonly string[];
  today: PlainDate;
  after: string | undefined;
  page: number;
  size: number;
}>;

const MOST_FOUND = 5000;
const found = ({ tokens, today }: Harvest): RawBuilder<unknown> =>
  tokens.length === 0
    ? sql`true`
    : sql`id in (select id from directory_find(${[...tokens]}::text[], ${today}::date, null, null, null, ${MOST_FOUND}))`;

export type HarvestedService = Readonly<{ serviceId: string; at: Date; gone: boolean }>;

/** Services by their last change, the oldest first; asked for changes, those that are gone among them. */
export async function selectServices(
  work: Work,
  asked: Harvest,
): Promise<{ all: number; rows: readonly HarvestedService[] }> {
  const { after, page, size } = asked;
  const gone = sql`union all select service_id, max(gone_at) as at, true as gone from directory_tombstone tomb
    where not exists (select from directory_resource one where one.service_id = tomb.service_id and one.state = 'listed')
    group by service_id`;
  const listed = await sql<{ serviceId: string; at: Date; gone: boolean; all: number }>`
    select *, (count(*) over ())::int as "all" from (
      select service_id, max(changed_at) as at, false as gone from directory_resource
      where state = 'listed' and ${found(asked)} group by service_id
      ${after === undefined || asked.tokens.length > 0 ? sql`` : gone}) one
    ${after === undefined ? sql`` : sql`where at > ${new Date(after)}`}
    order by at, service_id offset ${(page - 1) * size} limit ${size}`.execute(tables(work));
  const rows = listed.rows.map(({ serviceId, at, gone }) => ({ serviceId, at, gone }));
  return { all: listed.rows[0]?.all ?? 0, rows };
}

const asResources = (rows: readonly object[]) =>
  rows.map((row) => ({ ...row, hours: hoursOf((row as { hours: unknown }).hours) }) as unknown as Resource);

/** The listed rows of these services. */
export async function selectPlaces(work: Work, serviceIds: readonly string[]): Promise<Resource[]> {
  if (serviceIds.length === 0) return [];
  return asResources(
    await tables(work)
      .selectFrom("directoryResource")
      .selectAll()
      .where("serviceId", "in", [...serviceIds])
      .where("state", "=", "listed")
      .orderBy("id")
      .execute(),
  );
}

export const findGone = (work: Work, serviceId: string) =>
  tables(work)
    .selectFrom("directoryTombstone")
    .select("goneAt")
    .where("serviceId", "=", serviceId)
    .orderBy("goneAt", "desc")
    .executeTakeFirst();

export type Around = Readonly<{ latitude: number; longitude: number; km: number }>;

/** Listed rows one by one. */
export async function selectLocations(
  work: Work,
  asked: Harvest & Readonly<{ postcode: string | undefined; around: Around | undefined; id?: string }>,
): Promise<{ all: number; rows: Resource[] }> {
  const { after, around, postcode, id, page, size } = asked;
  let query = tables(work)
    .selectFrom("directoryResource")
    .where("state", "=", "listed")
    .where(found(asked) as never);
  if (id) query = query.where("id", "=", id);
  if (after) query = query.where("changedAt", ">", new Date(after));
  if (postcode)
    query = query.where(sql<boolean>`replace(postal_code, '-', '') = ${postcode.replace("-", "")}`);
  if (around) {
    const { latitude, longitude, km } = around;
    query = query.where(sql<boolean>`6371 * 2 * asin(sqrt(power(sin(radians(latitude - ${latitude}) / 2), 2)
      + cos(radians(${latitude})) * cos(radians(latitude)) * power(sin(radians(longitude - ${longitude}) / 2), 2))) <= ${km}`);
  }
  const { all } = await query.select(sql<number>`count(*)::int`.as("all")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy("changedAt")
    .orderBy("id")
    .offset((page - 1) * size)
    .limit(size)
    .execute();
  return { all, rows: asResources(rows) };
}
