import type { JSONColumnType } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";
import type { AgendaItem, Comment, Excerpt, Paper } from "../model/meeting.schema.ts";

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

export async function insertAgendaItem(
  permit: CouncilPermit,
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
    .execute();
}

export async function selectAgenda(
  permit: CouncilPermit,
  area: string,
  meeting: string,
): Promise<AgendaItem[]> {
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

export async function insertPaper(
  permit: CouncilPermit,
  area: string,
  meeting: string,
  paper: Omit<Paper, "addedAt">,
): Promise<void> {
  const position = (await selectPapers(permit, area, meeting)).length;
  await db(permit)
    .insertInto("council_paper")
    .values({
      ...freshRow(area, paper.id, permit.clock.now()),
      meeting_id: meeting,
      position,
      title: paper.title,
      kind: paper.kind,
      member_id: paper.memberId,
      file_id: paper.fileId,
      excerpt: paper.excerpt && JSON.stringify(paper.excerpt),
      text: paper.text,
    })
    .execute();
}

export async function selectPapers(permit: CouncilPermit, area: string, meeting: string): Promise<Paper[]> {
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

export async function insertComment(
  permit: CouncilPermit,
  area: string,
  meeting: string,
  { id, text }: Pick<Comment, "id" | "text">,
): Promise<void> {
  const { actor } = permit;
  await db(permit)
    .insertInto("council_comment")
    .values({
      area_id: area,
      id,
      meeting_id: meeting,
      text,
      written_by: scopeOf(actor).actor,
      written_by_name: actor.kind === "person" ? actor.name : "",
      written_at: permit.clock.now(),
    })
    .execute();
}

export async function selectComments(
  permit: CouncilPermit,
  area: string,
  meeting: string,
): Promise<Comment[]> {
  return db(permit)
    .selectFrom("council_comment")
    .select(["id", "text", "written_by_name as writtenBy", "written_at as writtenAt"])
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .orderBy("written_at")
    .orderBy("id")
    .execute();
}
