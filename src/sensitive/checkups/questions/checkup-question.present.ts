import { SOURCE_LABELS } from "../editions/checkup-edition.messages.ts";
import { QUESTION_PAGE } from "./checkup-question.messages.ts";
import type { Answer, AnswerRow } from "./checkup-question.rules.ts";

const GROUP_HEADS = 2;

export type ShownAnswerRow = Readonly<{
  key: string;
  source: string;
  labels: readonly string[];
  examined: number | string;
  found: number | string;
  share: string;
  interval: string;
}>;

/** A row in words: what the edition hides has its word, never a 0. */
export const presentAnswerRow = ({ source, labels, examined, found, share }: AnswerRow): ShownAnswerRow => ({
  key: [source, ...labels].join(" "),
  ...{ source: SOURCE_LABELS[source], labels },
  examined: examined ?? QUESTION_PAGE.hidden,
  found: found ?? QUESTION_PAGE.hidden,
  share: share ? `${share.value.toFixed(1)}%` : QUESTION_PAGE.hidden,
  interval: share ? `${share.lower.toFixed(1)}～${share.upper.toFixed(1)}%` : "",
});

/** The columns of the answer, for its table and its files. */
export const answerColumns = (heads: readonly string[]) => [
  { key: "source", head: QUESTION_PAGE.source, cell: (row: ShownAnswerRow) => row.source },
  ...heads.slice(0, GROUP_HEADS).map((head, at) => ({
    ...{ key: `group${at}`, head },
    cell: (row: ShownAnswerRow) => row.labels[at] ?? "",
  })),
  {
    key: "examined",
    head: QUESTION_PAGE.examined,
    align: "right",
    cell: (row: ShownAnswerRow) => row.examined,
  } as const,
  {
    key: "found",
    head: QUESTION_PAGE.found,
    align: "right",
    cell: (row: ShownAnswerRow) => row.found,
  } as const,
  {
    key: "share",
    head: QUESTION_PAGE.share,
    align: "right",
    cell: (row: ShownAnswerRow) => row.share,
  } as const,
  {
    key: "interval",
    head: QUESTION_PAGE.interval,
    align: "right",
    cell: (row: ShownAnswerRow) => row.interval,
  } as const,
];

export const presentAnswer = ({ heads, rows, tests, refused }: Answer) => ({
  heads,
  rows: rows.map(presentAnswerRow),
  tests: tests.flatMap(({ source, test }) =>
    test
      ? [QUESTION_PAGE.test(SOURCE_LABELS[source], test.p < 0.001 ? "＜ 0.001" : `＝ ${test.p.toFixed(3)}`)]
      : [],
  ),
  refused: refused.map(({ reason }) => reason),
});
