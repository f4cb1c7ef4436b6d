import type { DatasetAsked, DatasetRow } from "./dataset.schema.ts";

type Place = NonNullable<DatasetAsked["after"]>;

/** Where the next page begins, as a text that means nothing to who sends it back. */
export const writePlace = ({ at, id }: Pick<DatasetRow, "at" | "id">): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");

/** Undefined where the text is none of ours. */
export function readPlace(text: string): Place | undefined {
  const decoded = Buffer.from(text, "base64url").toString("utf8");
  const match = /^\["(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","([A-Za-z0-9_/:.-]{1,200})"\]$/.exec(decoded);
  if (!match) return undefined;
  const at = new Date(match[1]!);
  return Number.isNaN(at.getTime()) ? undefined : { at, id: match[2]! };
}

/** A page of rows that a module keeps in memory, in their order. */
export function pageOfRows(
  rows: readonly DatasetRow[],
  { after, since, limit }: DatasetAsked,
): readonly DatasetRow[] {
  const key = ({ at, id }: Place) => `${at.toISOString()} ${id}`;
  return rows
    .filter(({ at, gone }) => (since ? at > since : !gone))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .filter((row) => !after || key(row) > key(after))
    .slice(0, limit);
}
