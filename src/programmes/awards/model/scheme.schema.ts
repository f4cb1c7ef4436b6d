import { z } from "zod";
import shipped from "../../../../reference/awards/schemes.json" with { type: "json" };
import { EVIDENCE } from "./award-lists.schema.ts";

const named = z.object({ key: z.string(), name: z.string() });
const Criterion = z.object({
  key: z.string(),
  group: z.string(),
  /** All of it, so many of its group, or points by evidence × impact. */
  kind: z.enum(["must", "choice", "point"]),
  ja: z.string(),
  /** The least that it accepts. */
  evidence: z.enum(EVIDENCE),
  weight: z.number().int().min(1).max(3),
  when: z
    .object({ least: z.number(), most: z.number(), canteen: z.literal(true) })
    .partial()
    .optional(),
  /** The fact of Yui that answers it. */
  fact: z.string().optional(),
  /** It is answered by a rate with who was excused. */
  rate: z.boolean().optional(),
  next: z.string(),
});
export type Criterion = Readonly<z.infer<typeof Criterion>>;

export const Scheme = z.object({
  key: z.string(),
  kind: z.enum(["register", "declare", "certify", "award"]),
  edition: z.string(),
  title: z.string(),
  body: z.string(),
  based: z.string(),
  who: z.string(),
  leastWorkers: z.number(),
  termYears: z.number().nullable(),
  /** A workplace has each tier once. */
  onceOnly: z.boolean(),
  coolingYears: z.number(),
  sizeClasses: z.array(named.extend({ least: z.number() })),
  /** From the one that all who qualify have to the best. */
  tiers: z.array(named).min(1),
  bars: z.array(z.string()),
  groups: z.array(named.extend({ least: z.number() })),
  leastShare: z.number().nullable(),
  axes: z.array(named),
  criteria: z.array(Criterion),
});
export type Scheme = Readonly<z.infer<typeof Scheme>>;

const MirrorItem = named.omit({ name: true }).extend({
  area: z.string(),
  item: z.string(),
  rule: z.string(),
  read: z.boolean(),
  holds: z.array(z.string()),
});
export type MirrorItem = Readonly<z.infer<typeof MirrorItem>>;

/** The editions that are shipped. A round keeps the one it was opened with. */
export const SCHEMES: readonly Scheme[] = z.array(Scheme).parse(shipped.schemes);
/** The items of the state's programme as they were read at that date: they tell what one holds, never that one passes. */
export const MIRROR = z
  .object({
    edition: z.string(),
    title: z.string(),
    note: z.string(),
    excluded: z.string(),
    items: z.array(MirrorItem),
  })
  .parse(shipped.mirror);
