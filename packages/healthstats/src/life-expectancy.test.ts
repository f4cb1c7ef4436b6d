import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { LIFE_TABLE_AGES, lifeExpectancy } from "./life-expectancy.ts";

holdGolden("life-expectancy", { lifeExpectancy });

const ages = LIFE_TABLE_AGES;
const populations = ages.map(() => 5000);
const deaths = ages.map((_, i) => 2 + i * i);

test("more deaths shorten life, and a higher confidence widens its limits", () => {
  const here = lifeExpectancy({ ages, populations, deaths })[0]!;
  const worse = lifeExpectancy({ ages, populations, deaths: deaths.map((n) => n + 3) })[0]!;
  const wide = lifeExpectancy({ ages, populations, deaths }, { confidence: 0.998 })[0]!;
  expect(worse.value!).toBeLessThan(here.value!);
  expect(wide.value).toBe(here.value);
  expect(wide.lower!).toBeLessThan(here.lower!);
});

test("without a death in the open band nothing is said", () => {
  const rows = lifeExpectancy({ ages, populations, deaths: deaths.map((n, i) => (i === 19 ? 0 : n)) });
  expect(rows.every((row) => row.value === null)).toBe(true);
});

test("refuses unfit tables", () => {
  const table = (change: object) => () => lifeExpectancy({ ages, populations, deaths, ...change });
  expectRefused(table({ ages: ages.slice(1) }), "ages", "twenty bands");
  expectRefused(table({ deaths: deaths.slice(1) }), "deaths", "as many");
  expectRefused(table({ deaths: deaths.map((n) => -n) }), "deaths[0]", "negative");
  expectRefused(table({ deaths: deaths.map(() => 6000) }), "deaths[0]", "populations[0]");
  expectRefused(
    table({ populations: populations.map((n, i) => (i === 5 ? 0 : n)) }),
    "populations[5]",
    "zero",
  );
  expectRefused(
    table({ populations: populations.map(() => 250), deaths: ages.map(() => 1) }),
    "populations",
    "5,000",
  );
});
