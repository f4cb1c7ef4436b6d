import { type RawBuilder, sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { HistoryEntry, HistoryOf } from "./history.schema.ts";

type NewEntry = Readonly<{
  action: string;
  state?: string;
  detail?: object;
  /** By default now, by whoever does the work under way. */
  at?: Date;
  actor?: string | undefined;
}>;

/** Adds to the history of a thing. Whoever adds holds the row of the thing, so that no two take one position. */
export async function addToHistory(
  work: Work,
  { area, kind, id }: HistoryOf,
  { action, state, detail = {}, at = work.clock.now(), actor = scopeOf(work.actor).actor }: NewEntry,
): Promise<void> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from history_entry
    where area_id = ${area} and subject_id = ${id})`;
  await tables(work)
    .insertInto("historyEntry")
    .values({
      ...{ areaId: area as AreaId, subjectType: kind, subjectId: id },
      ...{ position, at, actor, action, state: state ?? null, detail: JSON.stringify(detail) },
    })
    .execute();
}

/** What happened to a thing, the earliest first. */
export const selectHistory = async <Action extends string = string>(
  work: Work,
  { area, kind, id }: HistoryOf,
): Promise<HistoryEntry<Action>[]> =>
  (await tables(work)
    .selectFrom("historyEntry")
    .select(["position", "at", "actor", "action", "state", "detail"])
    .where("areaId", "=", area as AreaId)
    .where("subjectType", "=", kind)
    .where("subjectId", "=", id)
    .orderBy("position")
    .execute()) as HistoryEntry<Action>[];

/** In a statement about many things: when one of these was last done to each. */
export const lastDone = (area: RawBuilder<unknown>, id: RawBuilder<unknown>, actions: readonly string[]) =>
  sql<Date | null>`(select max(at) from history_entry
    where area_id = ${area} and subject_id = ${id} and action = any(${[...actions]}::text[]))`;
