/** Letters and digits that nobody takes for each other on paper. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 10;

/** One recovery code, of about 49 bits; `pick` gives a number below its argument by chance. */
export function recoveryCode(pick: (below: number) => number): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[pick(SIGNS.length)]!).join("");
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** A code as typed, in the form in which it was given out: full-width, capitals, spaces and a missing hyphen are mended. */
export function readRecoveryCode(typed: string): string {
  const signs = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** The digits of an authenticator's code, also in full width or with a gap. */
export const readTotp = (typed: string): string => typed.normalize("NFKC").replace(/\D/g, "");
