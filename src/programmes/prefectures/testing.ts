import type { Examples, PageGuards } from "#foundation/authority/testing.ts";

/** It has no use-case of its own. */
export const examples: Examples = {};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/districts": "district.read",
  "areas/:area/districts.pdf": "district.read",
  "areas/:area/districts.csv": "district.read",
};
