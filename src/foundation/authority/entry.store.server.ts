import { db, type RowAccess } from "#platform/db/rows.ts";
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
}

declare module "#platform/db/database.ts" {
  interface Tables {
    audit_entry: AuditEntryTable;
  }
}

export async function insertEntry(access: RowAccess, entry: AuditEntry): Promise<void> {
  await db(access)
    .insertInto("audit_entry")
    .values({
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
    })
    .execute();
}
