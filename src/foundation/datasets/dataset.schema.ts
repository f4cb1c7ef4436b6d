import { createContext } from "react-router";
import { z } from "zod";
import type { UseCase } from "#foundation/authority/public.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";

type Words = Readonly<{ ja: string; en: string }>;
type Value = string | number | boolean | null;

/** A column as a Table Schema describes it. */
export type DatasetField = Readonly<{
  name: string;
  title: string;
  type: "string" | "integer" | "number" | "boolean" | "date" | "datetime";
  /** The values that it has, where they are few. */
  values?: readonly string[];
  /** Every row has one. */
  required?: boolean;
}>;

/** A row with the time of its last change; of one that is gone its key alone is told. */
export type DatasetRow = Readonly<{
  id: string;
  at: Date;
  gone: boolean;
  values: Readonly<Record<string, Value>>;
}>;

/** Rows in the order of `at` and `id`: those after a place, those changed after a time; of the latter also those gone. */
export const DatasetAsked = z.object({
  after: z.object({ at: z.date(), id: z.string() }).nullable(),
  since: z.date().nullable(),
  limit: z.int().min(1).max(1000),
});
export type DatasetAsked = z.output<typeof DatasetAsked>;

/** A table that a module publishes, whole: the API, the CSV, its schema and the catalogue are made from this. */
export type Dataset = Readonly<{
  name: string;
  title: Words;
  description: Words;
  /** How often it changes, as ISO 8601 repeats it. */
  frequency: `R/P${string}`;
  fields: readonly DatasetField[];
  /** A query for `DatasetAsked`, which anybody may ask; of what is read by a key, for `KeyedAsked` and by its holder. */
  rows: Pick<UseCase<UseCase["declared"]["target"], readonly DatasetRow[]>, "declared">;
}>;

/** The purpose of the links that are keys of clients: what a policy grants to `holderOf(CLIENT_KEY)` they may read. */
export const CLIENT_KEY = "api-client";

/** What a client asks with its key: of the area that gave it. */
export const KeyedAsked = DatasetAsked.extend({ area: areaId, client: rowId() });

/** Another way in which a module publishes: an API of a standard, a calendar. */
export type DataService = Readonly<{
  name: string;
  title: Words;
  /** From the root of the house. */
  path: string;
  /** What it conforms to. */
  standard: string;
}>;

/** `keyed` are tables that are not public: a secretariat gives keys to them. */
export type Published = Readonly<{
  datasets?: readonly Dataset[];
  keyed?: readonly Dataset[];
  services?: readonly DataService[];
}>;

/** What all modules publish. */
export const publishedContext = createContext<Required<Published>>({ datasets: [], keyed: [], services: [] });

/** The columns that every dataset has. */
export const ROW_FIELDS: readonly DatasetField[] = [
  { name: "id", title: "ID", type: "string", required: true },
  { name: "modified", title: "更新日時", type: "datetime", required: true },
];

const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));

export const RowsQuery = z.strictObject({
  modified_after: instant.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  after: z.string().max(300).optional(),
});
