import { z } from "zod";
import { parseFiscalYear } from "./fiscal-year.ts";
import { type AreaId, isUuid } from "./ids.ts";

/** Parts of an address, for the targets of commands and queries. What does not fit names nothing: 404. */

/** The id of an area, of whichever kind. */
export const areaId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .transform((text) => text as AreaId);

/** The id of a row of ours, of the brand that is asked for. */
export const rowId = <Id extends string = string>() =>
  z
    .string()
    .refine(isUuid)
    .transform((text) => text as Id);

/** A fiscal year, as a number or as an address writes it. */
export const yearOfTarget = z.union([z.string(), z.number()]).transform((text, context) => {
  const year = parseFiscalYear(String(text));
  if (year !== undefined) return year;
  context.addIssue({ code: "custom", message: "no fiscal year" });
  return z.NEVER;
});
