export type Town = Readonly<{ key: string; label: string }>;

/** Persons of a source, by what the tables lay out. */
export type SourceCount = Readonly<{
  sex: number;
  ageBand: number;
  municipality: string;
  size: number;
  examined: number;
  found: number;
}>;
