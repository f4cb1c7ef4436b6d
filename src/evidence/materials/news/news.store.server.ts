import { sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { changeRow, rowsOf, standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { MaterialPermit } from "../access.ts";
import { stampOf } from "../catalogue/material.store.server.ts";
import type { Issue, NewsItem, Reader, ReaderState } from "./news.schema.ts";

export const lockReader = (permit: MaterialPermit, id: string): Promise<Reader | undefined> =>
  rowsOf(permit, "newsReader")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .$narrowType<Reader>()
    .executeTakeFirst();

export async function insertReader(
  permit: MaterialPermit,
  reader: Pick<Reader, "id" | "email" | "workplace">,
): Promise<void> {
  await tables(permit)
    .insertInto("newsReader")
    .values({ areaId: permit.subject.area, ...reader, state: "asked", askedAt: permit.clock.now() })
    .execute();
}

export async function updateReader(
  permit: MaterialPermit,
  id: string,
  state: ReaderState,
  change: Partial<Pick<Reader, "workplace">> = {},
): Promise<void> {
  const now = permit.clock.now();
  await tables(permit)
    .updateTable("newsReader")
    .set({
      ...change,
      state,
      ...(state === "joined" ? { joinedAt: now, leftAt: null } : state === "left" ? { leftAt: now } : {}),
    })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();
}

/** Everybody who wants the news is counted, without looking at them. */
export async function countReaders(permit: MaterialPermit): Promise<number> {
  const row = await rowsOf(permit, "newsReader")
    .select(sql<number>`count(*)::int`.as("readers"))
    .where("state", "=", "joined")
    .executeTakeFirstOrThrow();
  return row.readers;
}

/** The next readers after one, by id. */
export const selectReaders = (
  permit: MaterialPermit,
  after: string | null,
  limit: number,
): Promise<{ id: string; email: string }[]> =>
  rowsOf(permit, "newsReader")
    .select(["id", "email"])
    .where("state", "=", "joined")
    .$if(after !== null, (query) => query.where("id", ">", after!))
    .orderBy("id")
    .limit(limit)
    .execute();

const issues = (permit: MaterialPermit) => standingRows(permit, "newsIssue").selectAll().$narrowType<Issue>();

export const selectIssues = (
  permit: MaterialPermit,
  { drafts, limit }: Readonly<{ drafts: boolean; limit: number }>,
): Promise<Issue[]> =>
  issues(permit)
    .$if(!drafts, (query) => query.where("sentAt", "is not", null))
    .orderBy(sql`sent_at desc nulls first`)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();

export const findIssue = (permit: MaterialPermit, id: string): Promise<Issue | undefined> =>
  issues(permit).where("id", "=", id).executeTakeFirst();

export const lockIssue = (permit: MaterialPermit, id: string): Promise<Issue | undefined> =>
  issues(permit).where("id", "=", id).forUpdate().executeTakeFirst();

/** In whose name an issue is, as the policy is asked about it. */
export const findSender = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("newsIssue")
    .select("senderId")
    .$narrowType<{ senderId: OrganisationId }>()
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

export async function upsertIssue(
  permit: MaterialPermit,
  id: string,
  {
    items,
    ...issue
  }: Pick<Issue, "senderId" | "sender" | "title" | "lead"> & Readonly<{ items: readonly NewsItem[] }>,
): Promise<void> {
  const columns = { ...issue, items: JSON.stringify(items), ...stampOf(permit) };
  await tables(permit)
    .insertInto("newsIssue")
    .values({ areaId: permit.subject.area, id, ...columns })
    .onConflict((row) => row.columns(["areaId", "id"]).doUpdateSet(columns))
    .execute();
}

export const updateIssue = (
  permit: MaterialPermit,
  id: string,
  change: Readonly<{ sentAt?: Date; sentThrough?: string; readers?: number; doneAt?: Date }>,
): Promise<boolean> => changeRow(permit, "newsIssue", id, change);

/** Issues that go out and have not reached everybody, in all areas in reach. */
export const selectUnderWay = (permit: MaterialPermit): Promise<{ areaId: AreaId; id: string }[]> =>
  tables(permit)
    .selectFrom("newsIssue")
    .select(["areaId", "id"])
    .where("sentAt", "is not", null)
    .where("doneAt", "is", null)
    .orderBy("sentAt")
    .execute();
