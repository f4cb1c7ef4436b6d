import { attack, linkedPublication, loadSolver } from "@yui/healthstats";
import { expect, it } from "vitest";
import { linkedEdition, makeEdition, tablesInWords } from "#evidence/publication/public.ts";
import { AGES, SEXES } from "../model/prevention-kinds.schema.ts";
import { townCounts } from "./figure.testing.ts";
import { countsOf, periodOf, suicideFigures } from "./figure-edition.rules.ts";
import { fewOr, pool, type TakenFigure, trendOf } from "./figure-pool.rules.ts";

const TOWNS = ["32202", "32207"];
const years = (
  from: number,
  counts: (year: number, town: string) => Record<string, number | null>,
): TakenFigure[] =>
  Array.from({ length: 5 }, (_, back) => from + back).flatMap((year) =>
    TOWNS.flatMap((town) => SEXES.map((sex) => ({ year, town, sex, counts: counts(year, town) }))),
  );
const rates = { personYears: 250_000, prefectureRate: 16.5 };

it("puts five years together; what the ministry hid is unknown, and sums stay true", () => {
  const figures = years(2022, (year, town) =>
    townCounts(7, year === 2024 && town === "32202" ? ["40s"] : []),
  );
  const pooled = pool(figures, TOWNS, 2026);
  expect(pooled).toMatchObject({ ok: true, value: { from: 2022, to: 2026, total: 140 } });
  if (!pooled.ok) return;
  const at = (key: (typeof AGES)[number]) => pooled.value.ages[AGES.indexOf(key)];
  expect([at("50s"), at("40s"), at("age-unknown")]).toEqual([0, 63, 7]);
});

it("leaves work out of a span over 2022, and waits for every town and sex", () => {
  const over = pool(
    years(2020, () => townCounts(7)),
    TOWNS,
    2024,
  );
  expect(over).toMatchObject({ ok: true, value: { works: null } });
  const lacking = years(2022, () => townCounts(7)).filter(({ year, sex }) => year !== 2023 || sex !== "male");
  expect(pool(lacking, TOWNS, 2026)).toMatchObject({ ok: false, error: expect.stringContaining("2023年") });
  const hidden = years(2022, () => townCounts(7)).map((one) => ({
    ...one,
    counts: { ...one.counts, total: null },
  }));
  expect(pool(hidden, TOWNS, 2026)).toMatchObject({ ok: false, error: expect.stringContaining("秘匿") });
});

it("gives an attack on two editions of a small area nothing back, and shows no rate under ten", async () => {
  const solver = await loadSolver();
  const small = (year: number) => townCounts(year === 2024 ? 1 : 0, year === 2024 ? ["40s"] : []);
  const editions = [];
  for (const figures of [years(2022, small), years(2022, (year) => townCounts(year === 2025 ? 2 : 0))]) {
    const pooled = pool(figures, TOWNS, 2026);
    if (!pooled.ok) throw new Error(pooled.error);
    const counts = countsOf(pooled.value, rates);
    const content = makeEdition(suicideFigures, periodOf(pooled.value), counts, [...editions], solver);
    editions.unshift({ content, counts });
    expect(content.figures.map(({ cell }) => cell)).toEqual(["hidden", 16.5]);
    expect(
      tablesInWords(content)
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
        .join(""),
    ).not.toMatch(/\d/);
  }
  const seen = linkedPublication(editions.map(linkedEdition), { hidesZero: true });
  const found = attack(seen.publication, solver);
  expect(found.length).toBeGreaterThan(0);
  for (const { low, high } of found) {
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(9);
  }
});

it("shows a rate from ten deaths on", async () => {
  const pooled = pool(
    years(2022, () => townCounts(1)),
    TOWNS,
    2026,
  );
  if (!pooled.ok) throw new Error(pooled.error);
  const content = makeEdition(
    suicideFigures,
    periodOf(pooled.value),
    countsOf(pooled.value, rates),
    [],
    await loadSolver(),
  );
  expect(content.figures[0]!.cell).toBe(8);
});

it("says the same of none and of nine, and sums three years", () => {
  expect(fewOr(0)).toBe(fewOr(9));
  expect(fewOr(10)).toBe("10人");
  const totals = new Map([2021, 2022, 2023, 2024, 2025, 2026].map((year) => [year, year === 2021 ? 0 : 4]));
  expect(trendOf(totals, 2026)).toEqual([
    { from: 2021, to: 2023, text: "10人未満" },
    { from: 2024, to: 2026, text: "12人" },
  ]);
  expect(trendOf(new Map([[2026, 40]]), 2026)).toEqual([]);
});
