import type { Examples, PageGuards } from "#foundation/authority/testing.ts";

export const examples: Examples = {};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "catalog.json": "open",
  "data/:dataset/rows.csv": "open",
  "data/:dataset/schema.json": "open",
  "api/v1/datasets/:dataset": "open",
};
