import type { Area } from "#foundation/areas/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec, QueryOf } from "#platform/lists/list.ts";
import { LEVEL_SHORT } from "../messages.ts";
import type { BoardLine } from "./board.store.server.ts";

export type BoardRow = Readonly<{
  area: Pick<Area, "id" | "slug" | "name" | "prefectureId">;
  prefecture: string;
  line: BoardLine | null;
  /** The council of another area, mostly the prefecture's, under which the area's own stands. */
  over: string;
}>;

const code = { column: "area", type: "text", of: (row: BoardRow) => row.area.id } as const;

/** The areas of the country: what is known first, the rest in the order of the codes. */
export const BOARD_LIST = {
  columns: [
    { key: "prefecture", head: "都道府県", sort: "prefecture", cell: (row) => row.prefecture },
    { key: "name", head: "地域", cell: (row) => row.area.name },
    {
      key: "council",
      head: "協議会",
      sort: "council",
      cell: ({ line }) => (line === null ? "登録なし" : line.hasCouncil ? "あり" : "なし"),
    },
    { key: "over", head: "上の協議会", cell: (row) => row.over },
    {
      key: "meetings",
      head: "今年度の会議",
      unit: "回",
      align: "right",
      sort: "meetings",
      cell: ({ line }) => line?.meetings,
    },
    {
      key: "last",
      head: "最後に開いた日",
      sort: "last",
      cell: ({ line }) => (line?.lastMetOn ? showDateJa(line.lastMetOn) : ""),
    },
    {
      key: "maturity",
      head: "取組の段階",
      sort: "maturity",
      cell: ({ line }) => LEVEL_SHORT[line?.maturity ?? "0"] ?? "―",
    },
  ],
  filter: { kind: ["secondary_medical_area", "prefecture"] as const, prefecture: "area", all: "tick" },
  fields: [
    {
      name: "kind",
      type: "radio",
      label: "地域の種類",
      options: [
        { value: "secondary_medical_area", label: "二次医療圏" },
        { value: "prefecture", label: "都道府県" },
      ],
    },
    { name: "prefecture", type: "select", label: "都道府県" },
    { name: "all", type: "tick", label: "登録のない地域も表示する" },
  ],
  orders: {
    council: [{ column: "known", type: "integer", of: ({ line }) => (line ? 0 : 1) }, code],
    prefecture: [
      { column: "prefecture", type: "text", of: ({ area }) => area.prefectureId ?? area.id },
      code,
    ],
    meetings: [{ column: "meetings", type: "integer", of: ({ line }) => line?.meetings ?? -1 }, code],
    last: [{ column: "last", type: "text", of: ({ line }) => line?.lastMetOn ?? "" }, code],
    maturity: [{ column: "maturity", type: "text", of: ({ line }) => line?.maturity ?? "" }, code],
  },
  first: "council",
  rowsAPage: 50,
} satisfies ListSpec<BoardRow>;
export type BoardQuery = QueryOf<typeof BOARD_LIST>;
