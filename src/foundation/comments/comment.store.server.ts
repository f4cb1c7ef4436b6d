import { scopeOf } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import type { Comment } from "./comment.schema.ts";

type Of = Readonly<{ kind: string; id: string }>;

export async function insertComment(
  permit: Permit,
  { kind, id }: Of,
  comment: Pick<Comment, "text" | "author" | "replyTo" | "about">,
): Promise<string> {
  const row = {
    areaId: permit.subject.area,
    id: newId() as string,
    subjectType: kind,
    subjectId: id,
    writtenBy: scopeOf(permit.actor).actor,
    writtenAt: permit.clock.now(),
  };
  await tables(permit)
    .insertInto("comment")
    .values({ ...row, ...comment })
    .execute();
  return row.id;
}

/** What was said of a thing, the earliest first. */
export async function selectComments(permit: Permit, { kind, id }: Of): Promise<Comment[]> {
  const rows = await rowsOf(permit, "comment")
    .select(["id", "text", "author", "writtenAt", "replyTo", "about", "hiddenAt", "settledAt"])
    .where("subjectType", "=", kind)
    .where("subjectId", "=", id)
    .orderBy("writtenAt")
    .orderBy("id")
    .execute();
  return rows.map(({ hiddenAt, settledAt, ...comment }) => {
    return { ...comment, hidden: hiddenAt !== null, settled: settledAt !== null };
  });
}

/** What others than that person said of things of these kinds since then, the latest first. */
export const selectRecent = (
  permit: Permit,
  area: AreaId,
  { kinds, since, limit }: Readonly<{ kinds: readonly string[]; since: Date; limit: number }>,
) =>
  tables(permit)
    .selectFrom("comment")
    .select(["subjectType as kind", "subjectId as id", "author"])
    .where("areaId", "=", area)
    .where("subjectType", "in", kinds)
    .where("writtenAt", ">=", since)
    .where("writtenBy", "!=", scopeOf(permit.actor).actor)
    .where("hiddenAt", "is", null)
    .orderBy("writtenAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();

/** Marks a comment of things of these kinds, `of` that one where it is named, or takes the mark off; whether there was one. */
export async function updateMark(
  permit: Permit,
  { id, of, kinds }: Readonly<{ id: string; of?: string | undefined; kinds: readonly string[] }>,
  mark: "hidden" | "settled",
  marked: boolean,
): Promise<boolean> {
  const at = marked ? permit.clock.now() : null;
  const by = marked ? scopeOf(permit.actor).actor : null;
  const { numUpdatedRows } = await tables(permit)
    .updateTable("comment")
    .set(mark === "hidden" ? { hiddenAt: at, hiddenBy: by } : { settledAt: at, settledBy: by })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .where("subjectType", "in", kinds)
    .$if(of !== undefined, (query) => query.where("subjectId", "=", of!))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
