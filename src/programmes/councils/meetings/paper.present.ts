import { excerptBlocks } from "#evidence/indicators/public.ts";
import type { DocumentBlock, DocumentCell, PrintDocument } from "#platform/pdf/document.ts";
import type { Body } from "../model/body.schema.ts";
import type { AgendaItem, Invitee, Meeting, Paper, Task } from "../model/meeting.schema.ts";
import { showTask, showWhen, taskPath } from "./meeting.present.ts";

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
  }: Readonly<{
    meeting: Meeting;
    body: Body;
    agenda: readonly AgendaItem[];
    papers: readonly Paper[];
    invitees: readonly Invitee[];
    left: readonly Task[];
  }>,
  base: string | undefined,
): PrintDocument {
  const list = (items: readonly DocumentCell[]): DocumentBlock[] =>
    items.length === 0
      ? [{ kind: "paragraph", text: "ありません。" }]
      : [{ kind: "list", items: [...items] }];
  const line = (task: Task): DocumentCell => {
    const text = `${showTask(task)}（${task.meeting}）`;
    return base === undefined ? { text } : { text, href: taskPath(base, task) };
  };
  return {
    title: meeting.title,
    subtitle: `${body.name}　${showWhen(meeting)}${meeting.place ? `　${meeting.place}` : ""}`,
    notes: [],
    sections: [
      {
        heading: "議題",
        blocks: list(agenda.map((item, index) => ({ text: `${index + 1} ${item.title}` }))),
      },
      {
        heading: "資料",
        blocks: list(
          papers.map((paper, index) => {
            const by = invitees.find((one) => one.memberId === paper.memberId)?.organisation;
            const parts = [
              `資料${index + 1} ${paper.title}`,
              by && `（${by}）`,
              paper.text && `: ${paper.text}`,
            ];
            return { text: parts.filter(Boolean).join("") };
          }),
        ),
      },
      ...papers.flatMap(({ id, title, excerpt }, index) =>
        excerpt ? [{ heading: `資料${index + 1} ${title}`, blocks: excerptBlocks(excerpt, id) }] : [],
      ),
      { heading: "残っている課題", blocks: list(left.map(line)) },
    ],
  };
}
