import { type SqlBool, sql } from "kysely";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import type { SupportPermit } from "../access.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { INBOX_LIST, type InboxQuery, tabOf } from "./inbox.present.ts";
import { LATE_DAYS, type Tab } from "./inbox.rules.ts";
import { requestRows, toRequest } from "./request.store.server.ts";

/** What each part holds, so that each can be read along an index. */
function part(tab: Tab, today: PlainDate) {
  const late = new Date(`${addDays(today, -LATE_DAYS)}T00:00:00+09:00`);
  switch (tab) {
    case "new":
    case "asking":
    case "deciding":
    case "waiting":
    case "fixed":
      return sql<SqlBool>`status = ${tab}`;
    case "today":
      return sql<SqlBool>`status = 'fixed' and fixed_day = ${today}`;
    case "overdue":
      return sql<SqlBool>`((status in ('new', 'asking', 'deciding', 'waiting') and due_on < ${today})
        or (status = 'new' and made_at < ${late}) or (status = 'deciding' and status_since < ${late})
        or (status = 'fixed' and fixed_day < ${today}))`;
    case "followup":
      return sql<SqlBool>`status in ('held', 'reported')`;
    case "all":
      return sql<SqlBool>`true`;
  }
}

/** The requests of a part, or those that the words fit: one page of a list and one more. */
export async function selectInbox(
  permit: SupportPermit,
  area: AreaId,
  list: InboxQuery,
  today: PlainDate,
): Promise<SupportRequest[]> {
  const { q } = list.filter;
  let query = requestRows(permit, area).where(part(tabOf(list), today));
  if (q) query = query.where(sql<SqlBool>`(number = ${q.toUpperCase()} or position(${q} in workplace) > 0)`);
  return (await inOrder(query, orderOf(INBOX_LIST, list.sort), list).execute()).map(toRequest);
}

/** How many stand in each part; what is over is not counted. */
export async function countInbox(
  permit: SupportPermit,
  area: AreaId,
  today: PlainDate,
): Promise<Record<Exclude<Tab, "all">, number>> {
  const count = (tab: Tab) => sql<number>`count(*) filter (where ${part(tab, today)})`;
  const row = await tables(permit)
    .selectFrom("supportRequest")
    .select([
      count("new").as("new"),
      count("asking").as("asking"),
      count("deciding").as("deciding"),
      count("today").as("today"),
      count("overdue").as("overdue"),
      count("followup").as("followup"),
      count("waiting").as("waiting"),
      count("fixed").as("fixed"),
    ])
    .where("areaId", "=", area)
    .where("status", "in", ["new", "asking", "deciding", "waiting", "fixed", "held", "reported"])
    .executeTakeFirstOrThrow();
  return row;
}

/** What neighbouring areas handed on to this one, which has not answered yet. */
export async function selectPassedTo(permit: SupportPermit, area: AreaId): Promise<SupportRequest[]> {
  const rows = await tables(permit)
    .selectFrom("supportRequest")
    .selectAll()
    .where("passedTo", "=", area)
    .where("status", "=", "passed")
    .orderBy("madeAt", "desc")
    .limit(100)
    .execute();
  return rows.map(toRequest);
}

/** What workplaces changed by themselves and the secretariat has not looked at yet, the last first. */
export async function selectChanged(
  permit: SupportPermit,
  area: AreaId,
  limit: number,
): Promise<SupportRequest[]> {
  const changed = requestRows(permit, area).where("changedAt", "is not", null);
  return (await changed.orderBy("changedAt", "desc").limit(limit).execute()).map(toRequest);
}

/** Workplaces without a mailbox that nobody has telephoned yet, the longest waiting first. */
export async function selectToTell(
  permit: SupportPermit,
  area: AreaId,
  limit: number,
): Promise<SupportRequest[]> {
  const rows = requestRows(permit, area).where("tellSince", "is not", null);
  return (await rows.orderBy("tellSince").limit(limit).execute()).map(toRequest);
}

const MOST_SHOWN = 200;

/** What these workplaces asked in an area, newest first. */
export async function selectOwn(
  permit: SupportPermit,
  area: AreaId,
  organisations: readonly OrganisationId[],
): Promise<SupportRequest[]> {
  if (organisations.length === 0) return [];
  const own = requestRows(permit, area).where("organisationId", "=", anyOf(organisations));
  return (await own.orderBy("madeAt", "desc").limit(MOST_SHOWN).execute()).map(toRequest);
}
