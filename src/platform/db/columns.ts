type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : "";

/** The columns of a table that keeps these fields: `sizeFrom` stands in `size_from`. */
export type ColumnsOf<Fields> = { [Name in keyof Fields & string as SnakeCase<Name>]: Fields[Name] };

/** Fields as the columns that keep them. */
export const columnsOf = <Fields extends object>(fields: Fields): ColumnsOf<Fields> =>
  renamed(fields, (name) =>
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ) as ColumnsOf<Fields>;

/** The fields that these columns keep. */
export const fieldsOf = <Fields extends object>(columns: ColumnsOf<Fields>): Fields =>
  renamed(columns, (name) =>
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ) as Fields;

const renamed = (values: object, rename: (name: string) => string): object =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [rename(name), value]));
