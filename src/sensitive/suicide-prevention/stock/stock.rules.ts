import type { StockAnswer } from "../model/prevention-kinds.schema.ts";

export type StockRow = Readonly<{
  organisationId: string;
  measure: string;
  answer: StockAnswer;
  progress: string | null;
}>;

export type MeasureState = Readonly<{
  measure: string;
  does: readonly string[];
  plans: readonly string[];
  done: number;
  underWay: number;
  /** Nobody does it, though somebody was asked. */
  gap: boolean;
}>;

/** Of each measure who does it, who is going to, and whether it is a gap. A year that nobody answered has none. */
export function statesOf(measures: readonly string[], rows: readonly StockRow[]): MeasureState[] {
  const answered = rows.length > 0;
  return measures.map((measure) => {
    const own = rows.filter((row) => row.measure === measure);
    const offices = (answer: StockAnswer) =>
      own.filter((row) => row.answer === answer).map(({ organisationId }) => organisationId);
    const does = offices("does");
    return {
      ...{ measure, does, plans: offices("plans"), gap: answered && does.length === 0 },
      done: own.filter(({ progress }) => progress === "done").length,
      underWay: own.filter(({ progress }) => progress === "under-way").length,
    };
  });
}
