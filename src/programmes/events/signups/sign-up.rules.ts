/** Letters and digits that nobody takes for another when they are read out on the telephone. */
export const CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** What is quoted on the telephone and shown at the door: E-7KQ4MTB. */
export const signUpNumber = (chance: Uint8Array): string =>
  `E-${Array.from(chance.slice(0, 7), (byte) => CODE_SIGNS[byte % CODE_SIGNS.length]).join("")}`;

/** So many names: those that were told, and blanks for those who are named later. */
export const namesFor = (told: readonly string[], seats: number): string[] =>
  Array.from({ length: seats }, (_, index) => told.filter(Boolean)[index] ?? "");
