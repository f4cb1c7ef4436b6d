import { z } from "zod";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { FactSection } from "../../facts/schema.ts";
import type { Place } from "../schema.ts";

/** What is published or withheld as one: an indicator of one area, or a section of the facts beside. */
export type PublicationItem = Readonly<{
  /** As forms name it: `indicator/14150/smoking_rate`, `facts/14150/surveys`. */
  key: string;
  area: Place["area"];
  what:
    | Readonly<{ kind: "indicator"; no: number; name: string }>
    | Readonly<{ kind: "facts"; section: FactSection }>;
  rows: number;
  published: number;
}>;

export const indicatorKey = (area: AreaId, code: string): string => `indicator/${area}/${code}`;
export const factsKey = (area: AreaId, section: FactSection): string => `facts/${area}/${section}`;

/** A field of a form that may stand there several times, or not at all. */
const keys = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]);

/**
 * The form of the page of publication. `was-published` and `was-withheld` name what the page showed, `publish` what is
 * ticked now; `in-part` holds `publish:` or `withhold:` before the key, or nothing.
 */
export const PublicationInput = z.object({
  "was-published": keys,
  "was-withheld": keys,
  publish: keys,
  "in-part": keys,
});
export type PublicationForm = z.output<typeof PublicationInput>;
