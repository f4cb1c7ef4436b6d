/** These fields of a row and no other: what a presenter lets out of it. */
export const pick = <Row extends object, const Name extends keyof Row>(
  row: Row,
  ...names: readonly Name[]
): Pick<Row, Name> =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as unknown as Pick<Row, Name>;
