import type { FhirKind, FhirPage, Resource } from "./fhir.schema.ts";

/** A value that is withheld: it is there and is not told, which is neither 0 nor missing. */
export const MASKED = {
  extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "masked" }],
} as const;

/** A page of a search as a bundle. */
export const searchset = (origin: string, self: string, next: string | null, { resources }: FhirPage) => ({
  resourceType: "Bundle",
  type: "searchset",
  link: [{ relation: "self", url: self }, ...(next ? [{ relation: "next", url: next }] : [])],
  ...(resources.length > 0
    ? {
        entry: resources.map((resource) => ({
          fullUrl: `${origin}/fhir/${resource.resourceType}/${resource.id}`,
          resource,
          search: { mode: "match" },
        })),
      }
    : {}),
});

export const outcome = (code: "invalid" | "not-found" | "deleted" | "throttled", diagnostics: string) => ({
  resourceType: "OperationOutcome",
  issue: [{ severity: "error", code, diagnostics }],
});

/** What this server can do, made of what the modules publish. */
export const capabilities = (origin: string, kinds: readonly FhirKind[]) => ({
  resourceType: "CapabilityStatement",
  status: "active",
  date: "2026-11-30",
  kind: "instance",
  implementation: { description: "Yui: published facts and services of areas", url: `${origin}/fhir` },
  fhirVersion: "4.0.1",
  format: ["application/fhir+json"],
  rest: [
    {
      mode: "server",
      documentation: "Read-only and public. Counts that are withheld carry data-absent-reason masked.",
      resource: kinds.map(({ type, byTime }) => ({
        type,
        interaction: [{ code: "read" }, { code: "search-type" }],
        ...(byTime ? { searchParam: [{ name: "_lastUpdated", type: "date" }] } : {}),
      })),
    },
  ],
});

/** An element is left out where it is empty: FHIR knows no empty value. */
export const told = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;

export const resourceOf = (resourceType: string, id: string, fields: object): Resource => ({
  ...{ resourceType, id },
  ...told(fields),
});
