import type { Dictionary } from "../../dictionary/schema.ts";
import type { ImportFacts } from "../present.ts";
import type { RejectedRow } from "../schema.ts";

export type ImportView = Readonly<{
  batch: ImportFacts;
  /** The name of who brought the file. */
  who: string;
  dictionary: Dictionary;
  /** Names of the areas that the examples of changes are about, by id. */
  areaNames: Readonly<Record<string, string>>;
  rejected: readonly RejectedRow[];
  /** The line after which the next bad rows begin. */
  next: number | undefined;
}>;
