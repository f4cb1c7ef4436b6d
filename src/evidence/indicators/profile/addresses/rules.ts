import type { Language } from "../messages.ts";
import type { PresentedRow } from "../present.ts";

export const inLanguage = (language: Language): string => (language === "en" ? "?lang=en" : "");

/** The page of one indicator in an area's profile. */
export const indicatorPath = (area: { slug: string }, row: PresentedRow, language: Language): string =>
  `/areas/${area.slug}/indicators/${row.indicator.code}${inLanguage(language)}`;

/** The pages that explain how a figure was made; they are named as the methods of the library. */
export const methodPath = (method: string): string => `/methods/${method}`;
