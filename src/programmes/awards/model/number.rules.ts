/** Letters and digits that nobody takes for another when they are read out on the telephone. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** So many of these signs, by the machine's chance. */
export const signsOf = (chance: Uint8Array): string =>
  Array.from(chance, (byte) => SIGNS[byte % SIGNS.length]).join("");
