import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { scoreOf } from "../model/score.rules.ts";
import { SCALE_WORDS } from "../model/stress.messages.ts";
import { Profile } from "./profile.tsx";

const REVERSED = new Set([1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15, 18, 19, 20]);
const shownOf = (high: boolean): string => {
  const items = Array.from({ length: 57 }, (_, at) => (REVERSED.has(at + 1) === high ? 1 : 4));
  const score = scoreOf({ items, sex: "female" }, "totals")!;
  return renderToStaticMarkup(
    <MemoryRouter>
      <Profile score={score} />
    </MemoryRouter>,
  );
};
/** The lengths of the bars, as parts of the longest. */
const bars = (shown: string): number[] =>
  [...shown.matchAll(/<rect width="([\d.]+)" height="12" class="fill-blue-900"/g)].map(
    ([, width]) => Number(width) / 120,
  );
const mean = (figures: readonly number[]): number =>
  figures.reduce((sum, one) => sum + one, 0) / figures.length;

it("draws each bar the longer the more stress, of areas as of scales", () => {
  const [high, low] = [bars(shownOf(true)), bars(shownOf(false))];
  expect(high).toHaveLength(22);
  expect(low).toHaveLength(22);
  for (const [at, one] of high.entries()) expect(one, `bar ${at}`).toBeGreaterThanOrEqual(low[at]!);
  expect(mean(high)).toBeGreaterThan(0.7);
  expect(mean(low)).toBeLessThan(0.4);
});

it("says in words what the drawing shows, by the number at each of its spokes", () => {
  const shown = shownOf(true);
  for (const label of Object.values(SCALE_WORDS)) expect(shown).toContain(label);
  expect(shown).toContain("高い（1点）");
  expect([...shown.matchAll(/<text /g)]).toHaveLength(19);
});
