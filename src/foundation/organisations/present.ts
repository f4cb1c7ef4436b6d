import type { Organisation } from "./schema.ts";

export type Audience = "colleague" | "public";

/** What of an organisation leaves for whom. The public sees the office and how to reach it, no remarks. */
export type Presented = Readonly<
  Pick<
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
  > &
    Partial<Pick<Organisation, "fax" | "email" | "note" | "version" | "updatedAt">>
>;

export function present(organisation: Organisation, audience: Audience): Presented {
  const { fax, email, note, version, updatedAt, updatedBy: _, ...open } = organisation;
  return audience === "public" ? open : { ...open, fax, email, note, version, updatedAt };
}
