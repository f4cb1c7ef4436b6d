/** Whether a telephone number has lost the zero before it, as Excel takes it away: ten digits or nine, without one. */
export function lostZero(typed: string): boolean {
  const plain = typed.normalize("NFKC").trim();
  const digits = plain.replace(/\D/g, "").length;
  return /^[1-9][\d-]*$/.test(plain) && (digits === 9 || digits === 10);
}
