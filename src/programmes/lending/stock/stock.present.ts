import { formTexts } from "#platform/kernel/form-values.ts";
import type { Kit, Model, Office } from "../model/lending.schema.ts";

/** An office as its form shows it; of a new one what is usual. */
export const officeValues = (one: Office | undefined): Record<string, string> =>
  one
    ? {
        ...formTexts(one, "name", "place", "phone", "borrowers", "leadDays", "aheadDays", "mostDays"),
        ...formTexts(one, "countsOpen", "openOnHolidays", "opens", "closes"),
        closedOn: one.closedOn.join("\n"),
        openOn: one.openOn.join(" "),
      }
    : {
        ...{
          leadDays: "7",
          aheadDays: "180",
          mostDays: "10",
          countsOpen: "true",
          opens: "09:00",
          closes: "17:00",
        },
        openOn: "1 2 3 4 5",
      };

export const modelValues = (one: Model | undefined): Record<string, string> =>
  one
    ? {
        ...formTexts(one, "kind", "name", "note", "bufferHours", "storesReadings", "lent"),
        office: one.officeId,
        accessories: one.accessories.join("\n"),
      }
    : { bufferHours: "24", lent: "true" };

export const kitValues = (
  one: Pick<Kit, "name" | "officeId" | "parts"> | undefined,
): Record<string, string> => ({
  ...(one ? { name: one.name, office: one.officeId } : {}),
  ...Object.fromEntries(
    (one?.parts ?? []).flatMap(({ model, count }, n) => [
      [`parts.${n}.model`, model],
      [`parts.${n}.count`, String(count)],
    ]),
  ),
});
