/** Where each prefecture stands when each is one square: column and row, by its number. */
const ROWS: readonly (readonly [
  row: number,
  ...places: readonly (readonly [column: number, id: number])[],
])[] = [
  [1, [12, 1]],
  [2, [12, 2]],
  [3, [11, 5], [12, 3]],
  [4, [11, 6], [12, 4]],
  [5, [8, 18], [9, 17], [10, 16], [11, 15], [12, 7]],
  [6, [4, 32], [5, 31], [6, 28], [7, 26], [8, 25], [9, 21], [10, 20], [11, 10], [12, 9]],
  [7, [3, 35], [4, 34], [5, 33], [7, 27], [8, 29], [9, 23], [10, 19], [11, 11], [12, 8]],
  [8, [1, 41], [2, 40], [3, 44], [5, 38], [6, 37], [7, 30], [8, 24], [10, 22], [11, 13], [12, 12]],
  [9, [1, 42], [2, 43], [3, 45], [5, 39], [6, 36], [11, 14]],
  [10, [2, 46]],
  [11, [1, 47]],
];

export const PREFECTURE_TILES = ROWS.flatMap(([row, ...places]) =>
  places.map(([column, id]) => ({
    id: String(id).padStart(2, "0"),
    at: `row-start-${row} col-start-${column}`,
  })),
);
