/** Items in which the first answer is that of the most stress. */
const REVERSED = new Set([1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15, 18, 19, 20]);

/** A whole sheet of an invented worker: the first is under high stress, the others under little or some. */
export const sampleAnswers = (nth: number): Record<string, string> => ({
  sex: nth % 2 === 0 ? "female" : "male",
  ...Object.fromEntries(
    Array.from({ length: 57 }, (_, at) => {
      const stress = nth === 0 ? 4 : 1 + ((at * 7 + nth * 5) % 3 === 0 ? 1 : 0);
      return [`q${at + 1}`, String(REVERSED.has(at + 1) ? 5 - stress : stress)];
    }),
  ),
});
