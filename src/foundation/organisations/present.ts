import type { Status } from "./rules.ts";
import type { Organisation } from "./schema.ts";

export type Audience = "colleague" | "public";

type Open = Pick<
  Organisation,
  | "id"
  | "name"
  | "kana"
  | "sector"
  | "areaId"
  | "servedAreas"
  | "desk"
  | "phone"
  | "postalCode"
  | "address"
  | "website"
  | "published"
  | "validFrom"
  | "validTo"
>;
type ForColleagues = Pick<Organisation, "fax" | "email" | "note" | "updatedAt">;
type Around = Readonly<{ status: Status; homeName: string; servedNames: readonly string[] }>;

/** What of an organisation leaves for whom. The public sees the office and how to reach it, no remarks. */
export type OrganisationRow = Readonly<Open & Partial<ForColleagues> & Around>;

export function present(
  organisation: Organisation,
  audience: Audience,
  { status, homeName, servedNames }: Around,
): OrganisationRow {
  const open = {
    id: organisation.id,
    name: organisation.name,
    kana: organisation.kana,
    sector: organisation.sector,
    areaId: organisation.areaId,
    servedAreas: organisation.servedAreas,
    desk: organisation.desk,
    phone: organisation.phone,
    postalCode: organisation.postalCode,
    address: organisation.address,
    website: organisation.website,
    published: organisation.published,
    validFrom: organisation.validFrom,
    validTo: organisation.validTo,
    status,
    homeName,
    servedNames,
  };
  if (audience === "public") return open;
  const { fax, email, note, updatedAt } = organisation;
  return Object.assign(open, { fax, email, note, updatedAt });
}
