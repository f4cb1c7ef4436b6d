import type { PageGuards } from "#foundation/authority/testing.ts";

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/districts": "district.read",
  "areas/:area/districts.pdf": "district.read",
  "areas/:area/districts.csv": "district.read",
};
