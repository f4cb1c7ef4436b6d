import { describe, expect, it } from "vitest";
import { barChart } from "./bar-chart.ts";

const chart = (bars: { x: string; y: number | null }[]) =>
  barChart({
    id: "c",
    title: "参加者数",
    description: "年度ごとの参加者数",
    bars,
    unit: "人",
    figure: (y) => y.toLocaleString("ja-JP"),
  });

describe("barChart", () => {
  it("draws a bar with its figure for what is known, and a dash for what is not", () => {
    const svg = chart([
      { x: "H16", y: null },
      { x: "H21", y: 1875 },
    ]);
    expect(svg.match(/<rect/g)).toHaveLength(1);
    expect(svg).toContain("1,875");
    expect(svg).toContain("―");
    expect(svg).toContain("<title");
    expect(svg).not.toContain("<style");
  });

  it("stands with nothing known at all", () => {
    expect(chart([{ x: "H16", y: null }])).toContain("<svg");
  });
});
