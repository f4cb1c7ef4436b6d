import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { chanceOf, FEATURES, headerOf, records } from "../../../../bench/checkup-records.ts";
import { agreementAt, csvOf, takeIn } from "../checkup.testing.ts";
import { CheckupQuestion } from "../questions/checkup-question.schema.ts";
import { askCheckups } from "../questions/checkup-question.usecases.server.ts";
import { publishCheckups } from "./checkup-edition.usecases.server.ts";

const base = testApp();
let app: App;
const YEAR = 2025;
const PLACES = [
  { area: "sma-32-02" as AreaId, municipalities: ["32202", "32207"] },
  { area: "sma-32-03" as AreaId, municipalities: ["32203"] },
];
const SOURCES = [
  { kind: "nhi", source: "regional", ages: [40, 74], persons: 4200 },
  { kind: "employees", source: "workplace", ages: [40, 64], persons: 3200 },
] as const;
const bandsOf = ([from, to]: readonly [number, number]) =>
  Array.from({ length: (to - from + 1) / 5 }, (_, i) => from + i * 5);

beforeAll(async () => {
  app = { ...base, config: { ...base.config, dataFolder: await mkdtemp(join(tmpdir(), "yui-truth-")) } };
  await loadReferenceAreas(app);
}, 60_000);

it("finds what is true of an area again, in at least 93 of 100 cells of what it publishes", async () => {
  let [cells, within] = [0, 0];
  for (const [place, { area, municipalities }] of PLACES.entries()) {
    const analyst = person("analyst", area);
    for (const [i, { kind, ages, persons }] of SOURCES.entries()) {
      const agreement = await agreementAt(app, analyst, area, { kind });
      const of = { seed: 100 + place * 10 + i, year: YEAR, place, municipalities, ages, persons };
      const rows = [...records(of)].map((row) => row.cells);
      await takeIn({ app, actor: analyst, area, agreement }, csvOf(headerOf({}), rows));
    }
    expectOk(await publishCheckups(app, analyst, { area }, { year: YEAR }));
    for (const { source, ages } of SOURCES)
      for (const feature of FEATURES.filter(({ indicator }) => indicator)) {
        const question = CheckupQuestion.parse({
          ...{ indicator: feature.indicator, source, groups: ["sex", "age"] },
          ages: bandsOf(ages).map((from) => `a${from}`),
        });
        expect(question.indicator).toBe(feature.indicator);
        const { answer } = expectOk(await askCheckups(app, analyst, { area, question }));
        const places = ([1, 2] as const).flatMap((sex) => bandsOf(ages).map((from) => ({ sex, from })));
        expect(answer!.rows).toHaveLength(places.length);
        for (const [at, { sex, from }] of places.entries()) {
          const { share } = answer!.rows[at]!;
          if (!share) continue;
          const truth =
            [0, 1, 2, 3, 4].reduce((sum, n) => sum + chanceOf(feature, { sex, age: from + n, place }), 0) *
            20;
          cells += 1;
          if (share.lower <= truth && truth <= share.upper) within += 1;
        }
      }
  }
  expect(cells).toBeGreaterThan(1000);
  expect(within / cells).toBeGreaterThanOrEqual(0.93);
  // Intervals that hold everything would say nothing.
  expect(within).toBeLessThan(cells);
}, 240_000);
