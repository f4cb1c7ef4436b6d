// Lists that the page shows: kept apart from what makes the document, so that a browser need not load that.

export const FORMS = ["a4", "a5", "leaflet"] as const;
export type BookletForm = (typeof FORMS)[number];
export const BOOKLET_LANGUAGES = ["ja", "easy"] as const;
export type BookletLanguage = (typeof BOOKLET_LANGUAGES)[number];
