import { excerptBlocks } from "#evidence/indicators/public.ts";
import type { DocumentBlock, DocumentCell, PrintDocument } from "#platform/pdf/document.ts";
import { showTask, showWhen, taskPath } from "../present.ts";
import type { Invitee } from "../schema.ts";
import type { MeetingView } from "./usecases.server.ts";

/**
 * What members should know before the meeting, on one page: agenda, papers with their figures, and what earlier
 * meetings left to be done. Who can sign in is led by `base` to the meetings that made it.
 */
export function papersDocument(
  {
    meeting,
    body,
    agenda,
    papers,
    invitees,
    left,
  }: Pick<MeetingView, "meeting" | "body" | "agenda" | "papers" | "left"> & {
    invitees: readonly Pick<Invitee, "memberId" | "organisation">[];
  },
  base?: string,
): PrintDocument {
  const list = (items: readonly (string | DocumentCell)[]): DocumentBlock[] =>
    items.length === 0
      ? [{ kind: "paragraph", text: "ありません。" }]
      : [{ kind: "list", items: items.map((item) => (typeof item === "string" ? { text: item } : item)) }];
  return {
    title: meeting.title,
    subtitle: `${body.name}　${showWhen(meeting)}${meeting.place ? `　${meeting.place}` : ""}`,
    notes: [],
    sections: [
      { heading: "議題", blocks: list(agenda.map((item, index) => `${index + 1} ${item.title}`)) },
      {
        heading: "資料",
        blocks: list(
          papers.map((paper, index) => {
            const by = invitees.find((one) => one.memberId === paper.memberId)?.organisation;
            return [`資料${index + 1} ${paper.title}`, by && `（${by}）`, paper.text && `: ${paper.text}`]
              .filter(Boolean)
              .join("");
          }),
        ),
      },
      ...papers.flatMap(({ id, title, excerpt }, index) =>
        excerpt ? [{ heading: `資料${index + 1} ${title}`, blocks: excerptBlocks(excerpt, id) }] : [],
      ),
      {
        heading: "残っている課題",
        blocks: list(
          left.map((task) => ({
            text: `${showTask(task)}（${task.meeting}）`,
            ...(base ? { href: taskPath(base, task) } : {}),
          })),
        ),
      },
    ],
  };
}
