/** Offices read Japanese; their pages have no English. */
export const JAPANESE_ONLY = { japaneseOnly: true };
