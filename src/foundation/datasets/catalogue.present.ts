import type { DataService, Dataset, DatasetField } from "./dataset.schema.ts";
import { ROW_FIELDS } from "./dataset.schema.ts";

const LICENCE = "https://creativecommons.org/licenses/by/4.0/";
const TABLE_SCHEMA = "https://specs.frictionlessdata.io/schemas/table-schema.json";

const words = ({ ja, en }: Dataset["title"]) => [
  { "@language": "ja", "@value": ja },
  { "@language": "en", "@value": en },
];

/** The catalogue of what the modules publish (DCAT 3 as JSON-LD). */
export function catalogue(
  origin: string,
  publisher: string,
  { datasets, services }: Readonly<{ datasets: readonly Dataset[]; services: readonly DataService[] }>,
) {
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
    },
    "@id": `${origin}/catalog.json`,
    "@type": "dcat:Catalog",
    "dct:title": words({ ja: `${publisher} オープンデータ`, en: `Open data of ${publisher}` }),
    "dct:publisher": { "@type": "foaf:Organization", "foaf:name": publisher },
    "dct:language": ["ja", "en"],
    "dcat:dataset": datasets.map((one) => datasetOf(origin, one)),
    "dcat:service": services.map(({ name, title, path, standard }) => ({
      "@id": `${origin}/catalog.json#${name}`,
      "@type": "dcat:DataService",
      "dct:title": words(title),
      "dcat:endpointURL": { "@id": origin + path },
      "dct:conformsTo": { "@id": standard },
    })),
  };
}

function datasetOf(origin: string, { name, title, description, frequency }: Dataset) {
  const distribution = (format: string, mediaType: string, url: string, conformsTo: string) => ({
    "@type": "dcat:Distribution",
    "dct:title": format,
    "dcat:accessURL": { "@id": url },
    "dcat:downloadURL": { "@id": url },
    "dcat:mediaType": mediaType,
    "dct:license": { "@id": LICENCE },
    "dct:conformsTo": { "@id": conformsTo },
  });
  return {
    "@id": `${origin}/catalog.json#${name}`,
    "@type": "dcat:Dataset",
    "dct:identifier": name,
    "dct:title": words(title),
    "dct:description": words(description),
    "dct:accrualPeriodicity": frequency,
    "dct:license": { "@id": LICENCE },
    "dcat:distribution": [
      distribution(
        "CSV",
        "text/csv",
        `${origin}/data/${name}/rows.csv`,
        `${origin}/data/${name}/schema.json`,
      ),
      distribution(
        "JSON",
        "application/json",
        `${origin}/api/v1/datasets/${name}`,
        `${origin}/api/v1/openapi.json`,
      ),
    ],
  };
}

/** The columns of a dataset's file, as https://specs.frictionlessdata.io/table-schema/ describes them. */
export const tableSchema = ({ fields }: Pick<Dataset, "fields">) => ({
  $schema: TABLE_SCHEMA,
  fields: [...ROW_FIELDS, ...fields].map(({ name, title, type, required, values }) => ({
    name,
    title,
    type,
    ...(type === "boolean" ? { trueValues: ["true"], falseValues: ["false"] } : {}),
    constraints: { required: required ?? false, ...(values ? { enum: values } : {}) },
  })),
  primaryKey: ["id"],
  missingValues: [""],
});

const JSON_TYPES: Readonly<Record<DatasetField["type"], object>> = {
  string: { type: ["string", "null"] },
  integer: { type: ["integer", "null"] },
  number: { type: ["number", "null"] },
  boolean: { type: ["boolean", "null"] },
  date: { type: ["string", "null"], format: "date" },
  datetime: { type: ["string", "null"], format: "date-time" },
};

const parameter = (name: string, description: string, schema: object) => ({
  ...{ name, in: "query", required: false, description, schema },
});

/** The paths of all datasets for the description of the API (OpenAPI 3.1). */
export const datasetPaths = (datasets: readonly Dataset[], keyed: readonly Dataset[] = []) =>
  Object.fromEntries(
    [...datasets, ...keyed].map(({ name, title, description, fields }) => [
      `/datasets/${name}`,
      {
        get: {
          operationId: `listDataset${name.replace(/(^|-)([a-z])/g, (_all, _dash, letter) => letter.toUpperCase())}`,
          summary: title.en,
          description: description.en,
          parameters: [
            parameter("modified_after", "Only rows that changed after it, those that are gone among them", {
              type: "string",
              format: "date-time",
            }),
            parameter("limit", "Rows of a page", {
              type: "integer",
              minimum: 1,
              maximum: 1000,
              default: 200,
            }),
            parameter("after", "`next` of the page before", { type: "string" }),
          ],
          responses: {
            200: {
              description: title.en,
              headers: { ETag: { schema: { type: "string" } } },
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    required: ["dataset", "rows", "next"],
                    properties: {
                      dataset: { const: name },
                      rows: { type: "array", items: rowSchema(fields) },
                      next: { type: ["string", "null"], description: "For `after`; null on the last page" },
                    },
                  },
                },
              },
            },
            304: { description: "Not changed since the answer with that ETag" },
            400: { $ref: "#/components/responses/Problem" },
            404: { $ref: "#/components/responses/Problem" },
            429: { $ref: "#/components/responses/TooMany" },
          },
        },
      },
    ]),
  );

/** A row, or the tombstone of one: a harvester removes what is `removed`. */
const rowSchema = (fields: readonly DatasetField[]) => ({
  type: "object",
  required: ["id", "modified", "removed"],
  additionalProperties: false,
  properties: {
    id: { type: "string" },
    modified: { type: "string", format: "date-time" },
    removed: { type: "boolean", description: "true: it is gone, and nothing but its id is told" },
    ...Object.fromEntries(
      fields.map(({ name, title, type, values }) => [
        name,
        Object.assign({ title }, JSON_TYPES[type], values ? { enum: [...values, null] } : {}),
      ]),
    ),
  },
});
