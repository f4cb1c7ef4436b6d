import { type Excerptible, excerptBlocks } from "#evidence/indicators/public.ts";
import { cell, list, orSentence } from "#platform/kernel/document-blocks.ts";
import type { DocumentCell, PrintDocument } from "#platform/pdf/document.ts";
import type { Body } from "../model/body.schema.ts";
import type { AgendaItem, Invitee, Meeting, Paper, Task } from "../model/meeting.schema.ts";
import { showTask, showWhen, taskPath } from "./meeting.present.ts";

type BeforeMeeting = Readonly<{
  meeting: Meeting;
  body: Body;
  agenda: readonly AgendaItem[];
  papers: readonly Paper[];
  invitees: readonly Invitee[];
  left: readonly Task[];
  /** What the profile says of the area, worse and getting worse first. */
  facts: readonly Excerptible[];
}>;

/** So many fit on the page beside the agenda. */
const MOST_FACTS = 6;
const factLine = ({ excerpt: { sentence, source } }: Excerptible) => `${sentence}（${source}）`;

/** 1 健康課題の確認（浜田保健所、20分） */
const agendaLine = ({ title, presenter, minutes }: AgendaItem, index: number): string => {
  const more = [presenter, minutes === null ? "" : `${minutes}分`].filter(Boolean).join("、");
  return `${index + 1} ${title}${more ? `（${more}）` : ""}`;
};

/**
 * What members should know before the meeting, on one page: agenda, papers with their figures, and what earlier
 * meetings left to be done. Who can sign in is led by `base` to the meetings that made it.
 */
export function papersDocument(
  { meeting, body, agenda, papers, invitees, left, facts }: BeforeMeeting,
  base: string | undefined,
): PrintDocument {
  const items = (cells: readonly DocumentCell[]) =>
    orSentence(cells.length > 0 ? [list(...cells)] : [], "ありません。");
  const by = (paper: Paper) => invitees.find((one) => one.memberId === paper.memberId)?.organisation;
  const line = (task: Task) => cell(`${showTask(task)}（${task.meeting}）`, base && taskPath(base, task));
  return {
    title: meeting.title,
    subtitle: `${body.name}　${showWhen(meeting)}${meeting.place ? `　${meeting.place}` : ""}`,
    notes: [],
    sections: [
      { heading: "議題", blocks: items(agenda.map((item, index) => cell(agendaLine(item, index)))) },
      {
        heading: "地域の健康情報",
        blocks: orSentence(
          facts.length > 0 ? [list(...facts.slice(0, MOST_FACTS).map((one) => cell(factLine(one))))] : [],
          "健康プロフィールに登録された数字はまだありません。",
        ),
      },
      {
        heading: "資料",
        blocks: items(
          papers.map((paper, index) => {
            const from = by(paper);
            const parts = [
              `資料${index + 1} ${paper.title}`,
              from && `（${from}）`,
              paper.text && `: ${paper.text}`,
            ];
            return cell(parts.filter(Boolean).join(""));
          }),
        ),
      },
      ...papers.flatMap(({ id, title, excerpt }, index) =>
        excerpt ? [{ heading: `資料${index + 1} ${title}`, blocks: excerptBlocks(excerpt, id) }] : [],
      ),
      { heading: "残っている対応事項", blocks: items(left.map(line)) },
    ],
  };
}
