import type { ListedRow } from "../listing/rules.ts";
import type { Language } from "../messages.ts";

export const inLanguage = (language: Language): string => (language === "en" ? "?lang=en" : "");

/** The page of one indicator in an area's profile. */
export const indicatorPath = (
  area: { slug: string },
  row: Pick<ListedRow, "indicator">,
  language: Language,
): string => `/areas/${area.slug}/indicators/${row.indicator.code}${inLanguage(language)}`;

/** The pages that explain how a figure was made; they are named as the methods of the library. */
export const methodPath = (method: string): string => `/methods/${method}`;
