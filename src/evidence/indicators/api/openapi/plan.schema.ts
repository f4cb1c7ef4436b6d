import type { Json } from "./edition.schema.ts";

/** The plan of an area as it was published. */
export const PLAN: Json = {
  type: "object",
  required: ["area", "version", "published_at", "plan"],
  properties: {
    area: {
      type: "object",
      required: ["id", "slug", "name"],
      properties: { id: { type: "string" }, slug: { type: "string" }, name: { type: "string" } },
    },
    version: { type: "integer" },
    published_at: { type: "string", format: "date-time" },
    plan: { type: "object" },
  },
};
