import { dotChart } from "#ui/charts/dot-chart.ts";
import { inTwoWidths } from "#ui/charts/svg.ts";
import { SOURCE_LABELS } from "../editions/checkup-edition.messages.ts";
import { QUESTION_PAGE } from "./checkup-question.messages.ts";
import { presentAnswerRow } from "./checkup-question.present.ts";
import type { Answer, AnswerRow } from "./checkup-question.rules.ts";

/** The shares with their intervals side by side; none where there is only one row. */
export function answerChart({ rows }: Answer, title: string) {
  if (rows.length < 2) return undefined;
  const labelOf = ({ source, labels }: AnswerRow) => [SOURCE_LABELS[source], ...labels].join(" ");
  const description = rows.map((row) => `${labelOf(row)} ${presentAnswerRow(row).share}`).join("、");
  return inTwoWidths(dotChart, {
    ...{ id: "answer", title, description, unit: "%", figure: (share: number) => `${share.toFixed(1)}%` },
    rows: rows.map((row) => ({
      ...{ label: labelOf(row), main: false, value: row.share?.value ?? null, nothing: QUESTION_PAGE.hidden },
      ...(row.share ? { lower: row.share.lower, upper: row.share.upper } : {}),
    })),
  });
}
