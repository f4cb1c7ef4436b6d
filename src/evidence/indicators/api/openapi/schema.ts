import { z } from "zod";
import { AREA_KINDS } from "#foundation/areas/public.ts";
import { AreasQuery, ObservationsQuery, ProfileQuery } from "../schema.ts";
import { EDITION, EDITION_PARTS, type Json, STATUS } from "./edition.schema.ts";
import { MATERIALS } from "./material.schema.ts";
import { PLAN } from "./plan.schema.ts";

/** The description of /api/v1 (OpenAPI 3.1). Parameters come from the schemas that read them. */
export function openApi(origin: string, more: Json = {}): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Yui: published facts about areas",
      version: "1",
      description:
        'Read-only. Holds what the areas\' secretariats have published; no sign-in. Counts from 1 to 9, and what would give them back, are withheld: `suppressed` is true, `status` is "hidden" and the value is null, which is neither 0 nor missing data. Lists are paged by key: send `next` of one answer as `after` of the next request.',
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    // Nobody signs in.
    security: [],
    paths: {
      "/areas": operation(
        "searchAreas",
        "Areas that the text may mean, likeliest first",
        parametersOf(AreasQuery),
        list("areas", "Area"),
      ),
      "/areas/{area}": operation("getArea", "One area by slug, id, code or name", [AREA], ref("Area")),
      "/areas/{area}/profile": operation(
        "getProfile",
        "The health profile of an area: figures, comparisons, verdicts, trends",
        [AREA, ...parametersOf(ProfileQuery)],
        ref("Profile"),
      ),
      "/areas/{area}/plan": operation(
        "getPlan",
        "The plan of an area as its secretariat published it last",
        [AREA],
        ref("Plan"),
      ),
      "/areas/{area}/materials": operation("listMaterials", "What an area hands out", [AREA], MATERIALS),
      "/areas/{area}/editions": operation(
        "listEditions",
        "The editions of published statistics of an area, also those that were replaced or withdrawn",
        [AREA],
        list("editions", "Edition"),
      ),
      "/areas/{area}/editions/{publication}/{period}/{number}": operation(
        "getEdition",
        "One edition, as it went out: its tables and figures, each cell with its status",
        [AREA, ...EDITION_PARTS],
        ref("Edition"),
      ),
      "/indicators": operation(
        "listIndicators",
        "The dictionary: what is counted and where figures come from",
        [],
        {
          type: "object",
          required: ["indicators", "sources"],
          properties: {
            indicators: arrayOf("Indicator"),
            sources: { type: "array", items: { type: "object" } },
          },
        },
      ),
      "/observations": operation(
        "listObservations",
        "Published figures, in the order of area, indicator and year; `limit` counts their combinations",
        parametersOf(ObservationsQuery),
        {
          type: "object",
          required: ["observations", "next"],
          properties: {
            observations: arrayOf("Observation"),
            next: { type: ["string", "null"], description: "For `after`; null on the last page" },
          },
        },
      ),
      ...more,
      "/openapi.json": operation("getDescription", "This description", [], { type: "object" }),
    },
    components: { schemas: SCHEMAS, responses: PROBLEMS },
  };
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const arrayOf = (name: string): Json => ({ type: "array", items: ref(name) });
const list = (key: string, name: string): Json => ({
  type: "object",
  required: [key],
  properties: { [key]: arrayOf(name) },
});

const AREA: Json = {
  name: "area",
  in: "path",
  required: true,
  description: "Slug, id, code or name, such as sagamihara, 14150, 141500, 相模原市",
  schema: { type: "string" },
};

function operation(operationId: string, summary: string, parameters: readonly Json[], schema: Json): Json {
  return {
    get: {
      operationId,
      summary,
      parameters,
      responses: {
        200: {
          description: summary,
          headers: {
            ETag: { schema: { type: "string" } },
            "RateLimit-Remaining": { schema: { type: "integer" } },
          },
          content: { "application/json": { schema } },
        },
        304: { description: "Not changed since the answer with that ETag" },
        400: { $ref: "#/components/responses/Problem" },
        404: { $ref: "#/components/responses/Problem" },
        429: { $ref: "#/components/responses/TooMany" },
      },
    },
  };
}

/** Query parameters as the schema reads them: what comes in is text, so the input side is described. */
function parametersOf(schema: z.ZodObject): Json[] {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    properties: Record<string, Json>;
  };
  return Object.entries(json.properties).map(([name, { $schema: _, ...description }]) => ({
    name,
    in: "query",
    required: false,
    schema: Object.keys(description).length > 0 ? description : { type: "string" },
  }));
}

const nullable = (type: string): Json => ({ type: [type, "null"] });

const SCHEMAS: Json = {
  Area: {
    type: "object",
    required: ["id", "slug", "name", "kind"],
    properties: {
      id: { type: "string", examples: ["14150"] },
      slug: { type: "string", examples: ["sagamihara"] },
      name: { type: "string" },
      kana: nullable("string"),
      kind: { type: "string", enum: AREA_KINDS },
      code: { type: ["string", "null"], description: "全国地方公共団体コード with its check digit" },
      prefecture: nullable("string"),
      valid_from: { type: ["string", "null"], format: "date" },
      valid_to: { type: ["string", "null"], format: "date" },
    },
  },
  Indicator: {
    type: "object",
    required: ["code", "name_ja", "name_en", "kind", "unit", "polarity"],
    properties: {
      code: { type: "string" },
      name_ja: { type: "string" },
      name_en: { type: "string" },
      definition_ja: { type: "string" },
      kind: { type: "string", enum: ["proportion", "rate", "count", "value", "ratio"] },
      unit: { type: "string" },
      multiplier: { type: "integer" },
      polarity: { type: "string", enum: ["higher_is_worse", "lower_is_worse", "neutral"] },
      whole: { type: ["string", "null"], description: "Code of the count that this one is a part of" },
      theme: { type: "string" },
    },
  },
  Observation: {
    type: "object",
    required: [
      "area",
      "indicator",
      "fiscal_year",
      "sex",
      "age_band",
      "source",
      "value",
      "suppressed",
      "status",
    ],
    properties: {
      area: { type: "string" },
      indicator: { type: "string" },
      fiscal_year: { type: "integer", description: "April of this year to March of the next" },
      as_of: { type: ["string", "null"], format: "date" },
      sex: { type: "string", enum: ["all", "male", "female"] },
      age_band: { type: "string", examples: ["all", "40-49", "65+"] },
      source: { type: "string" },
      value: nullable("number"),
      suppressed: { type: "boolean" },
      status: STATUS,
      numerator: nullable("integer"),
      denominator: nullable("integer"),
      lower: { type: ["number", "null"], description: "95 % limits" },
      upper: nullable("number"),
    },
  },
  Edition: EDITION,
  Profile: {
    type: "object",
    required: ["area", "facts", "worsening", "indicators"],
    properties: {
      area: { type: "object" },
      benchmark: { type: "string" },
      facts: { type: "array", items: { type: "object" } },
      worsening: { type: "array", items: { type: "object", properties: { sentence: { type: "string" } } } },
      missed_targets: {
        type: "array",
        items: { type: "object", properties: { sentence: { type: "string" } } },
      },
      indicators: { type: "array", items: { type: "object" } },
      age_band_ratios: { type: "array", items: { type: "object" } },
      targets: { type: "array", items: { type: "object" } },
      surveys: { type: "array", items: { type: "object" } },
      support: { type: ["object", "null"] },
      activities: { type: "array", items: { type: "object" } },
    },
  },
  Plan: PLAN,
  Problem: {
    type: "object",
    required: ["title", "status"],
    properties: {
      type: { type: "string" },
      title: { type: "string" },
      status: { type: "integer" },
      detail: { type: "string" },
      errors: { type: "object", additionalProperties: { type: "array", items: { type: "string" } } },
    },
  },
};

const problemContent: Json = { "application/problem+json": { schema: ref("Problem") } };
const PROBLEMS: Json = {
  Problem: { description: "What is wrong, by parameter (RFC 9457)", content: problemContent },
  TooMany: {
    description: "Too many requests from this address",
    headers: { "Retry-After": { schema: { type: "integer" }, description: "Seconds" } },
    content: problemContent,
  },
};
