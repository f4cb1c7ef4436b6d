/**
 * Without a second factor a password stands alone and must be long; with one, eight characters do.
 * NIST SP 800-63B-4, section 3.1.1.2, thinks alike (15 and 8).
 */
export const LONG = 13;
export const SHORT = 8;
export const LONGEST = 256;
