import { z } from "zod";

const year = z.coerce.number().int().min(1900).max(2200);
const list = z
  .string()
  .max(2000)
  .transform((text) => text.split(",").filter(Boolean));

export const AreasQuery = z.strictObject({
  q: z.string().max(100).default(""),
  kind: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const ProfileQuery = z.strictObject({
  lang: z.enum(["ja", "en"]).default("ja"),
  benchmark: z.enum(["nation", "prefecture"]).default("nation"),
  period: z
    .enum(["5", "10", "all"])
    .default("10")
    .transform((period) => (period === "all" ? period : period === "5" ? 5 : 10)),
});

/** `area` and `indicator` take several, separated by commas. */
export const ObservationsQuery = z.strictObject({
  area: list.refine((areas) => areas.length <= 50, { error: "takes at most 50 areas" }).optional(),
  indicator: list.refine((codes) => codes.length <= 50, { error: "takes at most 50 indicators" }).optional(),
  from: year.optional(),
  to: year.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
});

export const NoQuery = z.strictObject({});
