import { KINDS_OF_NOTHING } from "@yui/healthstats";

export type Json = Readonly<Record<string, unknown>>;

export const STATUS: Json = {
  type: "string",
  enum: ["shown", ...KINDS_OF_NOTHING],
  description: "Whether there is a value, or which kind of nothing stands in its place",
};

/** What names one edition of an area. */
export const EDITION_PARTS: readonly Json[] = ["publication", "period", "number"].map((name) => ({
  name,
  in: "path",
  required: true,
  description: "As the list of editions gives it",
  schema: { type: name === "number" ? "integer" : "string" },
}));

const TABLE: Json = {
  type: "object",
  required: ["key", "title", "cells"],
  properties: {
    key: { type: "string" },
    title: { type: "string" },
    axes: { type: "array", items: { type: "object" } },
    cells: {
      type: "array",
      items: {
        type: "object",
        required: ["at", "value", "status"],
        properties: {
          at: { type: "object", description: "The category of each axis; null is the total" },
          value: { type: ["integer", "null"] },
          status: STATUS,
        },
      },
    },
  },
};

/** An edition of published statistics. */
export const EDITION: Json = {
  type: "object",
  required: ["publication", "period", "number", "title", "made_on", "state"],
  properties: {
    publication: { type: "string" },
    period: { type: "string" },
    number: { type: "integer" },
    title: { type: "string" },
    period_name: { type: "string" },
    made_on: { type: "string", format: "date" },
    state: { type: "string", enum: ["current", "replaced", "withdrawn"] },
    withdrawn_for: { type: "string" },
    source: { type: "string" },
    tables: { type: "array", items: TABLE },
    figures: { type: "array", items: { type: "object" } },
  },
};
