import { describe, expect, it } from "vitest";
import { shareCard } from "../charts/share-card.present.ts";
import type { PresentedProfile } from "../present.ts";
import { arrange, type ListedRow, listingOf, optionsOf } from "./rules.ts";
import { spineMark } from "./spine.rules.ts";

const row = (name: string, change: object = {}): ListedRow =>
  ({
    ...{ sex: "all", age_band: "all", stratum_name: "", standing: "similar", missed: null, line: [] },
    indicator: { name, code: name, polarity: "higher_is_worse", theme: "lifestyle" },
    ...{ latest: { value: 24 }, benchmark: { value: 20 } },
    difference: { value: 4, interval: { lower: 2, upper: 6 } },
    beside: [{ kind: "prefecture", name: "島根県", value: 22 }],
    ...change,
  }) as unknown as ListedRow;
const shown = (rows: readonly ListedRow[], query: string) =>
  arrange(rows, listingOf(new URLSearchParams(query))).map((one) => one.indicator.name);

describe("the table of indicators", () => {
  const rows = [
    row("喫煙", { standing: "worse" }),
    row("肥満", { missed: "15%以下" }),
    row("睡眠", { standing: "worse-untested", indicator: { name: "睡眠", theme: "mental_health" } }),
    row("飲酒"),
  ];
  it("is narrowed by the rule of the headlines, and by topic", () => {
    expect(shown(rows, "only=worse")).toEqual(["喫煙", "睡眠"]);
    expect(shown(rows, "only=missed")).toEqual(["肥満"]);
    expect(shown(rows, "theme=mental_health")).toEqual(["睡眠"]);
    expect(shown(rows, "only=nonsense")).toHaveLength(4);
  });
  it("keeps a topic together, unless an order is asked for", () => {
    expect(shown(rows, "")).toEqual(["喫煙", "肥満", "飲酒", "睡眠"]);
    expect(shown(rows, "sort=verdict")).toEqual(["喫煙", "睡眠", "肥満", "飲酒"]);
  });
  it("compares with nation, prefecture or similar areas", () => {
    const benchmark = (query: string) => optionsOf(new URLSearchParams(query)).benchmark;
    expect(["", "benchmark=similar", "benchmark=x"].map(benchmark)).toEqual(["nation", "similar", "nation"]);
  });
});

describe("the spine of all indicators", () => {
  it("turns each figure so that the right is worse, as a share of the benchmark", () => {
    expect(spineMark(row("喫煙"))).toEqual({ value: 20, lower: 10, upper: 30, other: 10, judged: "similar" });
    const turned = row("受診", { indicator: { polarity: "lower_is_worse" }, standing: "better" });
    expect(spineMark(turned)).toMatchObject({
      value: -20,
      lower: -30,
      upper: -10,
      other: -10,
      judged: "good",
    });
  });
  it("has no mark where nothing is compared or neither side is worse", () => {
    expect(spineMark(row("出生", { indicator: { polarity: "neutral" } }))).toBeNull();
    expect(spineMark(row("喫煙", { benchmark: null, difference: null }))).toBeNull();
  });
});

it("writes the names of areas into the card of a profile as text, never as marks", () => {
  const profile = {
    area: { name: "<b>東&西" },
    worsening: [],
    indicators: [],
  } as unknown as PresentedProfile;
  const card = shareCard(profile, "ja");
  expect(card).toContain("&lt;b&gt;東&amp;西の健康プロフィール");
  expect(card).toContain("比較できる指標がまだありません");
});
