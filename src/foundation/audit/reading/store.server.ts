import { sql } from "kysely";
import type { AuditEntry, Permit } from "#foundation/authority/public.ts";
import type { Tables } from "#platform/db/database.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import type { AuditAction } from "../access.ts";
import type { About } from "./about.rules.ts";
import { LOG_LIST } from "./present.ts";
import type { EntryQuery } from "./schema.ts";

/** Entries, one page of them and one more. */
export async function selectEntries(permit: Permit<AuditAction>, ask: EntryQuery): Promise<AuditEntry[]> {
  const { about } = ask;
  if (about?.ids.length === 0) return [];
  let query = db(permit)
    .selectFrom((from) =>
      about ? entriesAbout(about) : from.selectFrom("audit_entry").selectAll().as("audit_entry"),
    )
    .selectAll();
  if (ask.areas !== "all") query = query.where("area_id", "in", [...ask.areas]);
  const { people, list } = ask;
  if (people) {
    if (people.length === 0) return [];
    query = query.where((eb) => eb.or([eb("actor", "in", [...people]), eb("person", "in", [...people])]));
  }
  if (ask.action) query = query.where("action", "=", ask.action);
  if (ask.outcome) query = query.where("outcome", "=", ask.outcome);
  if (ask.from) query = query.where("at", ">=", ask.from);
  if (ask.to) query = query.where("at", "<", ask.to);
  const rows = await inOrder(query, orderOf(LOG_LIST, list.sort), list).execute();
  return rows.map((row) => ({
    areaId: row.area_id as AreaId,
    id: row.id,
    at: row.at,
    actor: row.actor,
    grounds: row.grounds,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    person: row.person,
    outcome: row.outcome,
    shown: row.shown,
  }));
}

/**
 * The entries about something, by their index. They are few, so `offset 0` keeps the database from walking through the
 * whole log in its order until it has met enough of them.
 */
const entriesAbout = ({ type, ids }: About) =>
  sql<Tables["audit_entry"]>`(
    select entry.* from yui_entries_about(${type ?? null}, ${[...ids]}::text[])
    join audit_entry entry on (entry.area_id, entry.id) = (entry_area, entry_id) offset 0)`.as("audit_entry");
