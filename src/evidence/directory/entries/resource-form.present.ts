import { formTexts } from "#platform/kernel/form-values.ts";
import type { FormValues } from "#platform/kernel/result.ts";
import type { Resource } from "../model/resource.schema.ts";

const LISTS = ["topics", "languages", "industries", "insurers", "served"] as const;

/** A resource as its form shows it; several choices stand in one value between spaces. */
export function resourceValues(one?: Resource): FormValues {
  const { hours } = one ?? {};
  const numbered = <Row extends object>(name: string, rows: readonly Row[] = []) =>
    rows.flatMap((row, at) =>
      Object.entries(row).map(
        ([part, value]) => [`${name}.${at}.${part}`, [value].flat().join(" ")] as const,
      ),
    );
  return {
    ...formTexts(
      one as Readonly<Record<string, string>> | undefined,
      ...["name", "kana", "kind", "provider", "corporateNumber", "description", "fee", "feeNote", "sizeFrom"],
      ...["sizeTo", "residence", "eligibility", "phone", "fax", "email", "website", "apply", "access"],
      ...["postalCode", "address", "municipality", "latitude", "longitude", "organisationId"],
    ),
    ...(one ? {} : { fee: "unknown", residence: "any" }),
    ...Object.fromEntries(LISTS.map((list) => [list, (one?.[list] ?? []).join(" ")])),
    ...Object.fromEntries(numbered("rows", hours?.rows)),
    ...Object.fromEntries(numbered("exceptions", hours?.exceptions)),
    closedOnHolidays: hours?.closedOnHolidays === false ? "" : "true",
    hoursNote: hours?.note ?? "",
    listed: !one || one.state === "listed" ? "true" : "",
  };
}

export const rowsShown = (one?: Resource) => ({
  hours: Math.max(1, one?.hours.rows.length ?? 0),
  exceptions: Math.max(1, one?.hours.exceptions.length ?? 0),
});
