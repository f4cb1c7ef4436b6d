import { ChartFigure } from "#ui/charts/chart.tsx";
import { Table } from "#ui/table.tsx";
import { DIARY } from "../diary/diary.messages.ts";
import type { presentDiary } from "../diary/diary.present.ts";

type Shown = ReturnType<typeof presentDiary>;

/** The weights as a line, and the newest days as a table. */
export function DiaryTable({
  rows,
  chart,
  remove,
}: Shown & { remove?: (row: Shown["rows"][number]) => React.ReactNode }) {
  return (
    <>
      {chart ? <ChartFigure level={2} title={DIARY.weight} chart={chart} source="ご本人の記録" /> : null}
      <Table
        caption={DIARY.recent}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "day", head: "日付", narrow: true, cell: (row) => row.day },
          { key: "weight", head: "体重（kg）", align: "right", cell: (row) => row.weight },
          { key: "pressure", head: "血圧（上／下）", align: "right", cell: (row) => row.pressure },
          { key: "steps", head: "歩数", align: "right", cell: (row) => row.steps },
          { key: "sleep", head: "睡眠（時間）", align: "right", cell: (row) => row.sleep },
          { key: "note", head: "メモ", cell: (row) => row.note },
          ...(remove ? [{ key: "remove", head: "操作", cell: remove }] : []),
        ]}
      />
    </>
  );
}
