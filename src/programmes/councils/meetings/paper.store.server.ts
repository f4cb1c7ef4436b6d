import { addRow, changeRow, rowsOf, standingRows } from "#platform/db/area-rows.ts";
import { withStates } from "#platform/files/attachments.ts";
import type { CouncilPermit } from "../access.ts";
import type { AgendaItem, Excerpt, Paper } from "../model/meeting.schema.ts";

export async function insertAgendaItem(
  permit: CouncilPermit,
  meetingId: string,
  item: Omit<AgendaItem, "id">,
): Promise<void> {
  const held = await rowsOf(permit, "councilAgendaItem")
    .select((row) => row.fn.max("position").as("last"))
    .where("meetingId", "=", meetingId)
    .executeTakeFirstOrThrow();
  const position = (held.last ?? -1) + 1;
  await addRow(permit, "councilAgendaItem", { ...item, meetingId, position });
}

export const selectAgenda = (permit: CouncilPermit, meetingId: string): Promise<AgendaItem[]> =>
  standingRows(permit, "councilAgendaItem")
    .select(["id", "title", "presenter", "minutes"])
    .where("meetingId", "=", meetingId)
    .orderBy("position")
    .orderBy("id")
    .execute();

/** Puts the items in that order. */
export async function placeAgenda(permit: CouncilPermit, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await changeRow(permit, "councilAgendaItem", id, { position });
}

type NewPaper = Pick<Paper, "title" | "kind"> &
  Partial<Pick<Paper, "memberId" | "fileId" | "excerpt" | "text">>;

export async function insertPaper(
  permit: CouncilPermit,
  meetingId: string,
  { excerpt, ...paper }: NewPaper,
): Promise<string> {
  return addRow(permit, "councilPaper", {
    ...paper,
    meetingId,
    excerpt: excerpt ? JSON.stringify(excerpt) : null,
    position: (await selectPapers(permit, meetingId)).length,
    createdAt: permit.clock.now(),
  });
}

export async function selectPapers(permit: CouncilPermit, meetingId: string): Promise<Paper[]> {
  const rows = await standingRows(permit, "councilPaper")
    .select(["id", "title", "kind", "memberId", "fileId", "excerpt", "text", "createdAt as addedAt"])
    .$narrowType<{ excerpt: Excerpt | null }>()
    .where("meetingId", "=", meetingId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return withStates(permit, permit.subject.area, rows, ({ fileId }) => fileId);
}
