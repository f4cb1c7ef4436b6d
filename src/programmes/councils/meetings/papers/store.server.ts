import type { JSONColumnType } from "kysely";
import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { AgendaItem, Comment, Excerpt, Paper } from "../schema.ts";

type Kept = Deletable & { created_at: Date };

declare module "#platform/db/database.ts" {
  interface Tables {
    council_agenda_item: {
      area_id: string;
      id: string;
      meeting_id: string;
      position: number;
      title: string;
      presenter: string;
      deleted_at: Date | null;
    };
    council_paper: Kept & {
      meeting_id: string;
      position: number;
      title: string;
      kind: Paper["kind"];
      member_id: string | null;
      file_id: string | null;
      excerpt: JSONColumnType<Excerpt | null, string | null, string | null>;
      text: string;
    };
    council_comment: {
      area_id: string;
      id: string;
      meeting_id: string;
      text: string;
      written_by: string;
      written_by_name: string;
      written_at: Date;
    };
  }
}

/** One of that id may stand already, and stays as it is. */
export async function insertAgendaItem(
  permit: RowAccess,
  area: string,
  meeting: string,
  { id, title, presenter }: AgendaItem,
): Promise<void> {
  const position = (await selectAgenda(permit, area, meeting)).length;
  await db(permit)
    .insertInto("council_agenda_item")
    .values({
      area_id: area,
      id,
      meeting_id: meeting,
      position,
      title,
      presenter,
      deleted_at: null,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function selectAgenda(permit: RowAccess, area: string, meeting: string): Promise<AgendaItem[]> {
  return db(permit)
    .selectFrom("council_agenda_item")
    .select(["id", "title", "presenter"])
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Whether it is new: a paper of that id may stand already, and stays as it is. */
export async function insertPaper(
  permit: RowAccess,
  area: string,
  meeting: string,
  at: Date,
  paper: Omit<Paper, "addedAt">,
): Promise<boolean> {
  const position = (await selectPapers(permit, area, meeting)).length;
  const { numInsertedOrUpdatedRows } = await db(permit)
    .insertInto("council_paper")
    .values({
      ...freshRow(area, paper.id, at),
      meeting_id: meeting,
      position,
      title: paper.title,
      kind: paper.kind,
      member_id: paper.memberId,
      file_id: paper.fileId,
      excerpt: paper.excerpt && JSON.stringify(paper.excerpt),
      text: paper.text,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function selectPapers(permit: RowAccess, area: string, meeting: string): Promise<Paper[]> {
  return db(permit)
    .selectFrom("council_paper")
    .select([
      "id",
      "title",
      "kind",
      "member_id as memberId",
      "file_id as fileId",
      "excerpt",
      "text",
      "created_at as addedAt",
    ])
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** One of that id may stand already, and stays as it is. */
export async function insertComment(
  permit: RowAccess,
  area: string,
  meeting: string,
  comment: Comment & { by: string },
): Promise<void> {
  await db(permit)
    .insertInto("council_comment")
    .values({
      area_id: area,
      id: comment.id,
      meeting_id: meeting,
      text: comment.text,
      written_by: comment.by,
      written_by_name: comment.writtenBy,
      written_at: comment.writtenAt,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function selectComments(permit: RowAccess, area: string, meeting: string): Promise<Comment[]> {
  return db(permit)
    .selectFrom("council_comment")
    .select(["id", "text", "written_by_name as writtenBy", "written_at as writtenAt"])
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .orderBy("written_at")
    .orderBy("id")
    .execute();
}
