import { describe, expect, it } from "vitest";
import type { Area } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Board } from "./board.usecases.server.ts";
import { presentMap } from "./board-map.present.ts";

const row = (id: string, maturity: string | null) => ({
  area: { id, name: `${id}圏域` } as unknown as Area,
  prefecture: "島根県",
  over: "",
  line:
    maturity === null
      ? null
      : { areaId: id as AreaId, hasCouncil: true, meetings: 1, lastMetOn: null, maturity },
});
const board = (change: Partial<Board>): Board => ({
  ...{ year: fiscalYear(2026), areas: 3, councils: 2, met: 2, prefectures: [], shapes: [] },
  mapped: true,
  page: {
    sort: "council",
    rows: [row("浜田", "2-1"), row("大田", "0"), row("益田", null)],
    after: undefined,
  },
  ...change,
});

describe("the map of the board", () => {
  it("says in words what its shades say, and keeps unknown apart from the lowest level", () => {
    const { title, description, chart } = presentMap(board({}))!;
    expect(title).toContain("3地域のうち2地域");
    expect(description).toBe("未判定 1地域、2-① 1地域、登録なし 1地域");
    expect(chart.wide.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  it("is left out where the areas are too many, or of several kinds", () => {
    expect(presentMap(board({ mapped: false }))).toBeNull();
  });
});
