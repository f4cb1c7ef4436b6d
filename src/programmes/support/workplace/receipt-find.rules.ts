/** A number of a receipt as it is kept, however it was typed. */
export function numberKey(typed: string): string {
  const signs = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}

/** A mailbox in small letters, a telephone in its digits alone. */
export function contactKey(typed: string): string {
  const plain = typed.normalize("NFKC").trim().toLowerCase();
  return plain.includes("@") ? plain : plain.replace(/[^0-9]/g, "");
}
