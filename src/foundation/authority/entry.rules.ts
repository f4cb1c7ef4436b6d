import type { AuditEntry } from "./permit.schema.ts";

/** HMAC-SHA256 in hexadecimal, under the key that the database does not hold. */
export type Stamp = (text: string) => string;

/** An entry's columns in the order in which they are bound, the time to the microsecond in UTC; absent is null. */
export type EntryText = Omit<AuditEntry, "at"> & Readonly<{ at: string }>;

/** An instant as the codes of the log have it: `2026-11-22T01:00:00.000000Z`. */
export const entryTime = (instant: Date): string => instant.toISOString().replace("Z", "000Z");

export const entryColumns = (entry: EntryText): readonly (string | null)[] => [
  entry.areaId,
  entry.id,
  entry.at,
  entry.actor,
  entry.grounds,
  entry.action,
  entry.subjectType,
  entry.subjectId,
  entry.person,
  entry.outcome,
];

/** The code that the app gives an entry when it writes it: nobody without the key can. */
export const entryMac = (stamp: Stamp, entry: EntryText): string =>
  stamp(JSON.stringify(["yui-entry-2", ...entryColumns(entry), entry.shown]));
