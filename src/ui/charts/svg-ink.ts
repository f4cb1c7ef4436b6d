/** Dark on white, told apart by thickness and dash as well: a print in grey and an eye without red see the same. */
export const INK = {
  main: "#0017c1",
  pale: "#9db7f9",
  compare: "#4d4d4d",
  grid: "#d9d9d9",
  text: "#333333",
} as const;
/** For what a figure is judged to be; always beside a word and with a shape of its own. */
export const JUDGED = { bad: "#ce0000", good: "#115a36" } as const;
