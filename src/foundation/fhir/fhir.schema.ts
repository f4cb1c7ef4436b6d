import { createContext } from "react-router";
import { z } from "zod";
import type { UseCase } from "#foundation/authority/public.ts";

export type Resource = Readonly<{ resourceType: string; id: string }> & Readonly<Record<string, unknown>>;

/** One resource by its id, or a page of them; `after` is what the page before gave as `next`. */
export const FhirAsked = z.object({
  id: z.string().max(64).nullable(),
  after: z.string().max(300).nullable(),
  since: z.date().nullable(),
  limit: z.int().min(1).max(200),
});
export type FhirAsked = z.output<typeof FhirAsked>;
/** `gone`: the one that was asked for stood here once. */
export type FhirPage = Readonly<{ resources: readonly Resource[]; next: string | null; gone?: boolean }>;

/** A type of FHIR R4 resources that a module publishes. */
export type FhirKind = Readonly<{
  type: string;
  /** It knows when each was changed, and can be asked for changes by `_lastUpdated=gt…`. */
  byTime: boolean;
  /** A query for `FhirAsked`, which anybody may ask. */
  find: Pick<UseCase<UseCase["declared"]["target"], FhirPage>, "declared">;
}>;

export const fhirKindsContext = createContext<readonly FhirKind[]>([]);

const moment = z
  .string()
  .regex(/^(gt|ge)\d{4}-\d\d-\d\d(T.+)?$/)
  .transform((text) => new Date(text.slice(2)))
  .refine((at) => !Number.isNaN(at.getTime()));

export const SearchQuery = z.strictObject({
  _lastUpdated: moment.optional(),
  _count: z.coerce.number().int().min(1).max(200).default(50),
  _after: z.string().max(300).optional(),
  _format: z.enum(["json", "application/json", "application/fhir+json"]).optional(),
});
