import { z } from "zod";

const flag = z.stringbool().default(false);
const page = {
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(100).default(50),
};

/** What HSDS 3.0 lets ask of its lists; the conditions add up. */
export const ServicesQuery = z.strictObject({
  ...page,
  search: z.string().max(100).optional(),
  format: z.literal("json").optional(),
  taxonomy_term_id: z.uuid().optional(),
  taxonomy_id: z.uuid().optional(),
  modified_after: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  minimal: flag,
  full: flag,
});
export type ServicesQuery = z.output<typeof ServicesQuery>;

export const LocationsQuery = z.strictObject({
  ...page,
  search: z.string().max(100).optional(),
  taxonomy_term_id: z.uuid().optional(),
  modified_after: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  postcode: z.string().max(8).optional(),
  /** Kilometres around, of a point as `34.9,132.1,5`. */
  proximity: z
    .string()
    .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?,\d{1,3}(\.\d+)?$/)
    .optional(),
  full: flag,
});
export type LocationsQuery = z.output<typeof LocationsQuery>;

export const PageQuery = z.strictObject(page);
export const NoQuery = z.strictObject({});
