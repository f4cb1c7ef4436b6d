import { type GeneratedAlways, type Selectable, type SqlBool, sql } from "kysely";
import type { Finder, Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { type ListQuery, orderOf } from "#platform/lists/list.ts";
import { ORGANISATION_LIST } from "./list/present.ts";
import { sortKeyOf } from "./list/rules.ts";
import type { Organisation, Sector } from "./schema.ts";

export interface OrganisationTable {
  area_id: AreaId;
  id: OrganisationId;
  name: string;
  /** The name as it is compared, by the database. */
  name_key: GeneratedAlways<string>;
  kana: string;
  sort_key: string;
  sector: Sector;
  desk: string;
  phone: string;
  fax: string;
  email: string;
  postal_code: string;
  address: string;
  website: string;
  note: string;
  published: boolean;
  valid_from: PlainDate | null;
  valid_to: PlainDate | null;
  version: number;
  origin: Origin;
  created_at: Date;
  updated_at: Date;
  updated_by: string;
}

export type Origin = "form" | "import" | "demonstration";

declare module "#platform/db/database.ts" {
  interface Tables {
    organisation: OrganisationTable;
    organisation_area: {
      area_id: AreaId;
      organisation_id: OrganisationId;
      served_area_id: AreaId;
      published: boolean;
    };
  }
}

const served = sql<AreaId[]>`array(select served_area_id from organisation_area served
  where served.area_id = organisation.area_id and served.organisation_id = organisation.id order by served_area_id)`;

type Row = Selectable<OrganisationTable> & { served: AreaId[] };

const toOrganisation = (row: Row): Organisation => ({
  id: row.id,
  areaId: row.area_id,
  name: row.name,
  kana: row.kana,
  sector: row.sector,
  servedAreas: row.served,
  desk: row.desk,
  phone: row.phone,
  fax: row.fax,
  email: row.email,
  postalCode: row.postal_code,
  address: row.address,
  website: row.website,
  note: row.note,
  published: row.published,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  version: row.version,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
});

export async function selectOrganisations(
  permit: Work,
  ids: readonly OrganisationId[],
): Promise<Organisation[]> {
  if (ids.length === 0) return [];
  const rows = await db(permit)
    .selectFrom("organisation")
    .selectAll()
    .select(served.as("served"))
    .where("id", "in", [...ids])
    .execute();
  return rows.map(toOrganisation);
}

export const selectChangedSince = async (permit: Work, since: Date): Promise<OrganisationId[]> =>
  (await db(permit).selectFrom("organisation").select("id").where("updated_at", ">=", since).execute()).map(
    ({ id }) => id,
  );

/** Of an organisation in reach what its policy is asked about. */
export async function findSubject(
  find: Finder,
  id: OrganisationId,
): Promise<{ id: OrganisationId; areaId: AreaId; published: boolean } | undefined> {
  return db(find)
    .selectFrom("organisation")
    .select(["id", "area_id as areaId", "published"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds the organisation against another change until the transaction ends. */
export async function lockOrganisation(permit: Work, area: AreaId, id: OrganisationId): Promise<void> {
  await db(permit)
    .selectFrom("organisation")
    .select("id")
    .where("area_id", "=", area)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

export async function selectServedAreas(
  permit: Work,
  ids: readonly OrganisationId[],
): Promise<{ organisationId: OrganisationId; areaId: AreaId }[]> {
  return db(permit)
    .selectFrom("organisation_area")
    .select(["organisation_id as organisationId", "served_area_id as areaId"])
    .where("organisation_id", "in", [...ids])
    .orderBy("served_area_id")
    .execute();
}

export async function selectByName(
  permit: Work,
  area: AreaId,
  name: string,
): Promise<Organisation | undefined> {
  const row = await db(permit)
    .selectFrom("organisation")
    .selectAll()
    .select(served.as("served"))
    .where("area_id", "=", area)
    .where(sql<SqlBool>`name_key = yui_folded(${name})`)
    // Of two that were told apart before, the one that is spelled so.
    .orderBy(sql`name <> ${name}`)
    .executeTakeFirst();
  return row && toOrganisation(row);
}

/** The organisations at home in these areas under these names, pair by pair, however they are spelled. */
export async function selectByNames(
  permit: Work,
  pairs: readonly Readonly<{ area: AreaId; name: string }>[],
): Promise<Organisation[]> {
  const areas = pairs.map((pair) => pair.area);
  const names = pairs.map((pair) => pair.name);
  const rows = await db(permit)
    .selectFrom("organisation")
    .selectAll()
    .select(served.as("served"))
    .where(
      sql<SqlBool>`(area_id, name_key) in (
        select area, yui_folded(name) from unnest(${areas}::text[], ${names}::text[]) asked(area, name))`,
    )
    .orderBy("id", "desc")
    .execute();
  return rows.map(toOrganisation);
}

export type OrganisationFilter = Readonly<{
  /** At home in one of these areas, or serving one of those. */
  areas?: Readonly<{ home: readonly AreaId[]; served: readonly AreaId[] }> | undefined;
  sector?: Sector | undefined;
  text?: string | undefined;
  /** Only those not ended on this day. */
  activeOn?: PlainDate | undefined;
  limit?: number | undefined;
  /** The order, and one page with one row more; all by reading where there is none. */
  list?: Pick<ListQuery<unknown>, "sort" | "after" | "limit"> | undefined;
}>;

export async function listOrganisationRows(
  permit: Work,
  filter: OrganisationFilter,
): Promise<Organisation[]> {
  let query = db(permit).selectFrom("organisation").selectAll().select(served.as("served"));
  if (filter.areas) {
    const { home, served: reached } = filter.areas;
    // As one set of keys: an "or" over two tables would read every organisation of the country.
    query = query.where(
      sql<SqlBool>`(organisation.area_id, organisation.id) in (
        select area_id, organisation_id from organisation_area where served_area_id = any (${[...reached]}::text[])
        union all
        select home.area_id, home.id from organisation home where home.area_id = any (${[...home]}::text[]))`,
    );
  }
  if (filter.sector) query = query.where("sector", "=", filter.sector);
  if (filter.text) {
    const text = filter.text.trim();
    const key = sortKeyOf({ kana: "", name: text });
    query = query.where(
      sql<SqlBool>`(position(yui_folded(${text}) in name_key) > 0 or position(${key} in sort_key) > 0)`,
    );
  }
  if (filter.activeOn) query = query.where(sql<SqlBool>`coalesce(valid_to >= ${filter.activeOn}, true)`);
  const { list, limit = 10_000 } = filter;
  const page = list ?? { sort: ORGANISATION_LIST.first, after: undefined, limit };
  const rows = await inOrder(query, orderOf(ORGANISATION_LIST, page.sort), page).execute();
  return (list ? rows : rows.slice(0, limit)).map(toOrganisation);
}
