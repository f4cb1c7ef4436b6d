import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import { NOTHING_TAKEN } from "../model/offer.rules.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { findRequest } from "../requests/request.store.server.ts";
import { countTaken, places, takePlaces } from "./capacity.commands.server.ts";
import { selectStanding } from "./matching.store.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();

/** Days gone by, of this month and later ones, and on both sides of the ends of fiscal years. */
const DAYS = ["2026-10-05", "2026-11-02", "2026-12-02", "2027-03-31", "2027-04-01", "2028-04-03"].map(
  plainDate,
);
const YEARS = [2026, 2027, 2028];
const LIMITS = [{}, { perDay: 1, perMonth: 2 }, { perYear: 2 }, { perWorkplace: 1 }];
const offers: OfferId[] = [];
const requests: string[] = [];

beforeAll(async () => {
  await loadReferenceAreas(app);
  for (const limits of LIMITS)
    offers.push(await makeOffer(app, STAFF, AREA, { topics: ["smoking"], ...limits }));
  for (let index = 0; index < 6; index += 1)
    requests.push(
      (await enter(app, STAFF, AREA, { topics: ["smoking"], workplace: `事業所${index % 4}` })).id,
    );
});

type Move = Readonly<{ request: number; offers: readonly number[]; day: number }>;

/** Takes places of these offers for the request, or gives back what it holds where none is named. */
const make = (move: Move): Promise<Result<void>> =>
  withPermit(app, STAFF, async (permit) => {
    const request = (await findRequest(permit, AREA, requests[move.request]!, true))!;
    if (move.offers.length > 0)
      return takePlaces(
        permit,
        request,
        move.offers.map((index) => offers[index]!),
        DAYS[move.day]!,
      );
    await places.release(permit, AREA, request.id, "test");
    return ok(undefined);
  });

const keptAndCounted = () =>
  withPermit(app, STAFF, async (permit) => {
    const on = app.clock.today();
    const standing = await selectStanding(permit, AREA, { topics: ["smoking"], on });
    const counted = await countTaken(permit, AREA, offers, YEARS, on);
    return {
      kept: Object.fromEntries(standing.map(({ offer, taken }) => [offer.id, taken])),
      counted: Object.fromEntries(offers.map((id) => [id, counted.get(id) ?? NOTHING_TAKEN])),
    };
  });

describe("what is kept of the places taken", () => {
  it("is what is booked, whatever was taken, moved and given back by many at once", async () => {
    const move = fc.record({
      request: fc.nat({ max: 5 }),
      offers: fc.subarray([0, 1, 2, 3], { maxLength: 3 }),
      day: fc.nat({ max: DAYS.length - 1 }),
    });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(move, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
        async (history) => {
          for (const atOnce of history) {
            const done = await Promise.all(atOnce.map(make));
            taken += done.filter((one) => one.ok).length;
            const { kept, counted } = await keptAndCounted();
            expect(kept).toEqual(counted);
          }
        },
      ),
      { seed: 20_261_122, numRuns: 25 },
    );
    expect(taken).toBeGreaterThan(20);
  }, 60_000);

  it("still tells all that can be asked for when months have passed since", async () => {
    expectOk(await make({ request: 0, offers: [0], day: 2 }));
    expectOk(await make({ request: 1, offers: [0], day: 5 }));
    Object.assign(app, { clock: fixedClock("2028-01-10T01:00:00Z") });
    const { kept, counted } = await keptAndCounted();
    const later = (spans: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(spans).filter(([span]) => span >= "2028-01"));
    for (const id of offers) {
      expect(later(kept[id]!.months)).toEqual(counted[id]!.months);
      expect(later(kept[id]!.days)).toEqual(counted[id]!.days);
      expect(kept[id]!.years[2028]).toEqual(counted[id]!.years[2028]);
    }
    expect(counted[offers[0]!]!.days["2028-04-03"]).toBeGreaterThan(0);
  });
});
