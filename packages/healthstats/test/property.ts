import fc from "fast-check";

/** Every property runs with this seed: a failure today is a failure tomorrow. */
export const SEEDED = { seed: 20_260_401, numRuns: 200 } as const;

/** A number of events, small ones as often as large ones. */
export const eventCounts = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
);

/** A confidence level that somebody might ask for. */
export const confidences = fc.constantFrom(0.8, 0.9, 0.95, 0.99, 0.998);

/** Events among persons. */
export const proportions = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, share]) => ({ events: Math.round(total * share), total }));

/** Observed and expected events of some areas, not all without an event. */
export const areas = fc
  .array(
    fc.record({
      observed: fc.integer({ min: 0, max: 500 }),
      expected: fc.double({ min: 0.1, max: 500, noNaN: true }),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .filter((list) => list.some((area) => area.observed > 0));
