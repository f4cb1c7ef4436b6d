import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOOKING, freeOf, HELD, inLine, isFull, isOnOffer, LIVE, lapsedIn } from "./booking.rules.ts";
import type { BookingState } from "./booking.schema.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 0, minute));
const one = (id: string, minute: number, rest: object = {}) => ({
  ...{ id, state: "waiting" as BookingState, madeAt: at(minute), offeredUntil: null, cameBefore: false },
  ...rest,
});

describe("the states of a booking", () => {
  it("stand in the README as they are", () => {
    const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
    const lines = Object.entries(BOOKING).flatMap(([from, steps]) =>
      Object.entries(steps).map(([step, to]) => `  ${from} --> ${to}: ${step}`),
    );
    for (const line of lines) expect(readme).toContain(`${line}\n`);
    expect(readme.match(/^ {2}\w+ --> /gm)).toHaveLength(lines.length);
  });

  it("can be given back while nobody has come", () => {
    expect(LIVE).toEqual(["waiting", "offered", "booked"]);
    expect(HELD.filter((state) => !LIVE.includes(state))).toEqual(["attended"]);
  });
});

it.each([
  [null, 99, false, Number.POSITIVE_INFINITY],
  [0, 0, true, 0],
  [2, 1, false, 1],
  [2, 2, true, 0],
  [2, 3, true, 0],
])("of %s places %i taken: full %s, free %s", (limit, held, full, free) => {
  expect(isFull(limit, held)).toBe(full);
  expect(freeOf(limit, held)).toBe(free);
});

describe("who is next", () => {
  const line = [
    one("c", 3),
    one("b", 1, { cameBefore: true }),
    one("a", 2),
    one("z", 0, { state: "offered" }),
  ];

  it("is who came first, and who comes for the first time where that is asked for", () => {
    expect(inLine(line).map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(inLine(line, { newFirst: true }).map(({ id }) => id)).toEqual(["a", "c", "b"]);
  });

  it("does not hang on the order of the rows", () => {
    const expected = inLine(line, { newFirst: true });
    fc.assert(
      fc.property(fc.shuffledSubarray(line, { minLength: line.length }), (mixed) => {
        expect(inLine(mixed, { newFirst: true })).toEqual(expected);
      }),
      { seed: 20_261_122 },
    );
  });
});

it("keeps an offered place until its time, and then lets it pass on", () => {
  const offered = one("a", 0, { state: "offered", offeredUntil: at(10) });
  expect([isOnOffer(offered, at(9)), lapsedIn([offered], at(9))]).toEqual([true, undefined]);
  expect([isOnOffer(offered, at(10)), lapsedIn([offered], at(10))]).toEqual([false, offered]);
});
