/** Papers that were signed, written or printed elsewhere, as pictures or PDF: nothing that is worked on. */
export const MEDIA_TYPES = { pdf: "application/pdf", png: "image/png", jpg: "image/jpeg" } as const;
export type Ending = keyof typeof MEDIA_TYPES;

export const MOST_BYTES = 10 * 1024 * 1024;
/** So many papers a case takes. */
export const MOST_FILES = 30;
