import { db, type RowAccess } from "#platform/db/rows.ts";
import { entryMac, entryTime, type Stamp } from "./entry.rules.ts";
import type { AuditEntry } from "./permit.schema.ts";

interface AuditEntryTable {
  area_id: string;
  id: string;
  at: Date;
  actor: string;
  grounds: string;
  action: string;
  subject_type: string;
  subject_id: string | null;
  person: string | null;
  outcome: "granted" | "refused";
  shown: string[] | null;
  mac: string | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    audit_entry: AuditEntryTable;
    audit_waiting: { area_id: string; entry_id: string };
  }
}

/** Writes an entry with its code, and lets it wait for the sealer. */
export async function insertEntry(access: RowAccess, stamp: Stamp, entry: AuditEntry): Promise<void> {
  await db(access)
    .with("written", (one) =>
      one.insertInto("audit_entry").values({
        area_id: entry.areaId,
        id: entry.id,
        at: entry.at,
        actor: entry.actor,
        grounds: entry.grounds,
        action: entry.action,
        subject_type: entry.subjectType,
        subject_id: entry.subjectId,
        person: entry.person,
        outcome: entry.outcome,
        shown: entry.shown as string[] | null,
        mac: entryMac(stamp, { ...entry, at: entryTime(entry.at) }),
      }),
    )
    .insertInto("audit_waiting")
    .values({ area_id: entry.areaId, entry_id: entry.id })
    .execute();
}
