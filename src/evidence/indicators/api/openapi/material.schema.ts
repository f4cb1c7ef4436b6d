import type { Json } from "./edition.schema.ts";

const text: Json = { type: "string" };
const texts: Json = { type: "array", items: { type: "string" } };

/** The materials of an area as anybody sees them. */
export const MATERIALS: Json = {
  type: "object",
  required: ["area", "materials"],
  properties: {
    area: {
      type: "object",
      required: ["id", "slug", "name"],
      properties: { id: text, slug: text, name: text },
    },
    materials: {
      type: "array",
      items: {
        type: "object",
        required: ["id", "title", "kind", "theme", "audiences", "owner", "rights", "languages", "page"],
        properties: {
          ...{ id: text, title: text, kind: text, theme: text, audiences: texts },
          ...{ owner: text, rights: text, languages: texts, page: text },
        },
      },
    },
  },
};
