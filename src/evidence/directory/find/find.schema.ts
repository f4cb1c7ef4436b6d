import { z } from "zod";
import { KINDS, LANGUAGES, SIZES, TOPICS, WITHIN_KM } from "../model/resource-lists.schema.ts";

const word = <const V extends string>(values: readonly V[]) =>
  z
    .enum(values as readonly [V, ...V[]])
    .optional()
    .catch(undefined);
const tick = z.literal("1").optional().catch(undefined);

/** What the address of the search asks; what it can't mean is as if it were not there. */
export const FindQuery = z.object({
  q: z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim().slice(0, 100))
    .optional()
    .catch(undefined),
  kind: word(KINDS),
  topic: word(TOPICS),
  open: tick,
  free: tick,
  size: word(SIZES),
  spoken: word(LANGUAGES),
  /** A municipality, or a point as `34.9,132.1`. */
  from: z
    .string()
    .regex(/^(\d{5}|-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?)$/)
    .optional()
    .catch(undefined),
  km: word(WITHIN_KM),
  page: z.coerce.number().int().min(1).max(100).catch(1).default(1),
});
export type FindQuery = z.output<typeof FindQuery>;

export const readFind = (query: URLSearchParams): FindQuery => FindQuery.parse(Object.fromEntries(query));

export const languageOf = (query: URLSearchParams): "ja" | "en" => (query.get("lang") === "en" ? "en" : "ja");
