import { readFileSync } from "node:fs";
import { join } from "node:path";
import { attack, linkedPublication, loadSolver } from "@yui/healthstats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EditionContent,
  linkedEdition,
  makeEdition,
  type Publication,
} from "#evidence/publication/public.ts";
import { generatedCounts } from "#evidence/publication/testing.ts";
import { sourceFiles } from "../../scripts/sources.ts";
import { modulesAtWork } from "../../src/modules.ts";

const solver = await loadSolver();
const published = (await modulesAtWork()).flatMap(
  ({ publications = [] }) => publications as readonly Publication[],
);
const ROOT = join(import.meta.dirname, "../..");

/** What went out, read back from its text. */
const asStored = (content: EditionContent): EditionContent => JSON.parse(JSON.stringify(content));

/** Its tables are made of the questions that an office asks, so they are attacked beside its own tests. */
const MADE_OF_QUESTIONS = "src/sensitive/surveys/results/edition.rules.ts";

describe("what the house publishes", () => {
  it("is declared by its modules, each once", () => {
    const declared = sourceFiles(ROOT, ["src"])
      .filter((file) => !/\.test\.ts$|[/.]testing\.ts$/.test(file) && file !== MADE_OF_QUESTIONS)
      .map((file) => readFileSync(join(ROOT, file), "utf8").match(/= definePublication\(/g)?.length ?? 0);
    expect(published).toHaveLength(declared.reduce((all, one) => all + one, 0));
    expect(published.length).toBeGreaterThan(0);
    expect(new Set(published.map(({ name }) => name)).size).toBe(published.length);
  });

  it.each(published.map((one) => [one.name, one] as const))(
    "%s gives no small count back, in one edition or between two",
    (_name, publication) => {
      const hidesZero = publication.zero === "hidden";
      const period = { key: "2025", label: "2025年度" };
      const sizes = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 400 }));
      fc.assert(
        fc.property(
          sizes,
          fc.integer({ min: -5, max: 12 }),
          fc.infiniteStream(fc.nat(9999)),
          (first, more, stream) => {
            const chance = (limit: number) => stream.next().value % limit;
            const drawn = [first, Math.max(0, first + more)].map((size) =>
              generatedCounts(publication, size, chance),
            );
            // The first edition may hold fewer tables, as where something is still under way.
            const [early, late] = drawn as [(typeof drawn)[0], (typeof drawn)[0]];
            const keys = Object.keys(early.tables).filter((_, i) => i === 0 || chance(4) > 0);
            const fewer = {
              ...early,
              tables: Object.fromEntries(keys.map((key) => [key, early.tables[key]!])),
            };
            const editions = [];
            for (const counts of [fewer, late]) {
              const content = asStored(makeEdition(publication, period, counts, [...editions], solver));
              editions.unshift({ content, counts });
            }
            for (const { content } of editions)
              for (const cell of content.tables
                .filter(({ persons }) => persons)
                .flatMap(({ cells }) => cells))
                if (typeof cell === "number") expect(cell >= 10 || (cell === 0 && !hidesZero)).toBe(true);
            const seen = linkedPublication(editions.map(linkedEdition), { hidesZero });
            for (const { cell, low, high } of attack(seen.publication, solver)) {
              expect(high).toBeGreaterThan(low);
              const value = seen.values[cell]!;
              if (value >= 10 || (value === 0 && !hidesZero)) continue;
              expect(high).toBeGreaterThanOrEqual(10);
            }
          },
        ),
        { seed: 20_261_130, numRuns: 12 },
      );
    },
    60_000,
  );
});
